export default definePageConfig({ navigationBarTitleText: '普查名单' });
