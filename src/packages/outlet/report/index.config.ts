export default definePageConfig({ navigationBarTitleText: '信息不对' });
