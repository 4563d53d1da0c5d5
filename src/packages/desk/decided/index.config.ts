export default definePageConfig({ navigationBarTitleText: '最近处理的' });
