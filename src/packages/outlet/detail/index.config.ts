export default definePageConfig({ navigationBarTitleText: '网点', enablePullDownRefresh: true });
