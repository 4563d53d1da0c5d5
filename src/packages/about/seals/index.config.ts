export default definePageConfig({ navigationBarTitleText: '封存记录' });
