export default definePageConfig({ navigationBarTitleText: '生活圈建设进度', enablePullDownRefresh: true });
