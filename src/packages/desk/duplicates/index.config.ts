export default definePageConfig({ navigationBarTitleText: '重复的网点', enablePullDownRefresh: true });
