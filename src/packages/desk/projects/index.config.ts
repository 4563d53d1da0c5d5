export default definePageConfig({ navigationBarTitleText: '需求和项目' });
