export default definePageConfig({ navigationBarTitleText: '任务和进度' });
