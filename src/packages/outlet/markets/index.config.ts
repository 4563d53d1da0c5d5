export default definePageConfig({ navigationBarTitleText: '集市夜市', enablePullDownRefresh: true });
