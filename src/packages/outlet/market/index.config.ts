export default definePageConfig({ navigationBarTitleText: '集市', enablePullDownRefresh: true });
