export default definePageConfig({ navigationBarTitleText: '填数' });
