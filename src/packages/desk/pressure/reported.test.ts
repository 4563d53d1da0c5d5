import { byCircle, reported } from './reported';

test.each([[{ count: null, orMore: false }, '有'], [{ count: 5, orMore: false }, '5 次'], [{ count: 50, orMore: true }, '50 次以上']])('%j', (row, words) => {
  expect(reported(row)).toBe(words);
});

test('a community of two circles stands under the first, one of none under a heading of its own', () => {
  const row = (name: string, circles: string[]) => ({ community: { code: '620602001001', name }, street: { code: '620602001', name: '东大街街道' }, circles, count: null, orMore: false });
  expect(byCircle([row('甲', ['一圈', '二圈']), row('乙', ['二圈']), row('丙', []), row('丁', ['一圈'])]).map(({ circle, rows }) => [circle, rows.map(({ community }) => community.name)]))
    .toEqual([['一圈', ['甲', '丁']], ['二圈', ['乙']], ['还没有归入生活圈', ['丙']]]);
});
