export default definePageConfig({ navigationBarTitleText: '一圈一策' });
