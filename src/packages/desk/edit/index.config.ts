export default definePageConfig({ navigationBarTitleText: '改网点信息' });
