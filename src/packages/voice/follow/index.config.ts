export default definePageConfig({ navigationBarTitleText: '有了告诉我' });
