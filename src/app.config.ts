/** Pages, tabs and permissions. Every page draws its own navigation bar, so that it can grow in 长辈版. */
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/nearby/index', 'pages/survey/index', 'pages/mine/index'],
  subPackages: [
    { root: 'packages/place', pages: ['pick/index'] },
    { root: 'packages/outlet', pages: ['detail/index'] },
    { root: 'packages/result', pages: ['index/index', 'compare/index'] },
    { root: 'packages/merchant', pages: ['register/index', 'mine/index'] },
    {
      root: 'packages/desk',
      pages: ['progress/index', 'review/index', 'posters/index', 'poster/index', 'invites/index', 'accept/index', 'pressure/index', 'assist/index', 'remarks/index'],
    },
    { root: 'packages/about', pages: ['method/index', 'privacy/index', 'seals/index'] },
  ],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '凉州一刻钟',
    navigationBarBackgroundColor: '#17695a',
    navigationBarTextStyle: 'white',
    backgroundColor: '#f7f3ea',
    backgroundTextStyle: 'dark',
  },
  // ours is drawn inside each main page: WeChat's own can't show larger text
  tabBar: {
    custom: true,
    color: '#55605b',
    selectedColor: '#0f5145',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '生活圈' },
      { pagePath: 'pages/nearby/index', text: '附近' },
      { pagePath: 'pages/survey/index', text: '问卷' },
      { pagePath: 'pages/mine/index', text: '我的' },
    ],
  },
  permission: { 'scope.userLocation': { desc: '您点「选位置」时，用来找到您身边的网点' } },
  requiredPrivateInfos: ['chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  // H5 alone has page animations of Taro's own; they delay every page and hide late
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
});
