import { communityWords, dueWords, ownFirst, summaryWords } from './words';

test.each([
  [[{ state: 'planned', lateDays: null }], '一共 1 个生活圈，还没有建成的。'],
  [[{ state: 'built', lateDays: null }, { state: 'building', lateDays: 3 }, { state: 'accepted', lateDays: null }], '一共 3 个生活圈，建成了 2 个。有 1 个过了方案要求的日子，还没有建成。'],
] as const)('says how many are built and how many are late', (circles, said) => expect(summaryWords(circles)).toBe(said));

test.each([
  ['built', null, '方案要求到2025年底建成，已经建成。'],
  ['building', null, '方案要求到2025年底建成。'],
  ['building', 12, '方案要求到2025年底建成，已经晚了 12 天。'],
] as const)('says of a %s circle, %s days late, what the plan asked', (state, lateDays, said) => expect(dueWords({ state, lateDays, dueText: '到2025年底' })).toBe(said));

test('names communities and whether that is sure', () =>
  expect(communityWords({ communities: [{ code: '1', name: '南苑社区' }, { code: '2', name: '社区路社区' }], communitiesStatus: '待核' })).toBe('社区（待核）：南苑、社区路'));

test('her own circle comes first, and without one the order stays', () => {
  const circles = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  expect(ownFirst(circles, 'b').map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(ownFirst(circles, undefined)).toEqual(circles);
});
