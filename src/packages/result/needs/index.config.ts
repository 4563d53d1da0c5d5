export default definePageConfig({ navigationBarTitleText: '居民说缺什么', enablePullDownRefresh: true });
