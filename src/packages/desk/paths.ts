/** Where the desk's pages are. */
export const deskPages = {
  progress: '/packages/desk/progress/index',
  review: '/packages/desk/review/index',
  posters: '/packages/desk/posters/index',
  poster: '/packages/desk/poster/index',
  invites: '/packages/desk/invites/index',
  pressure: '/packages/desk/pressure/index',
  assist: '/packages/desk/assist/index',
  remarks: '/packages/desk/remarks/index',
  accept: '/packages/desk/accept/index',
} as const;
