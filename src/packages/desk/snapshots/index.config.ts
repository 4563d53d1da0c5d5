export default definePageConfig({ navigationBarTitleText: '快照和统计表' });
