export default definePageConfig({ navigationBarTitleText: '小修小补', enablePullDownRefresh: true });
