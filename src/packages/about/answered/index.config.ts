export default definePageConfig({ navigationBarTitleText: '您说缺什么，我们补什么' });
