import { similarNames } from './similar-names';

test.each([
  ['S1', '老兰州牛肉面馆', '老兰州牛肉面', true],
  ['S1', 'ABC 便利店', 'ＡＢＣ便利店', true],
  ['S2', '巧手裁缝铺', '巧手裁缝店', true],
  ['S2', '南苑修鞋', '南苑社区修鞋摊', true],
  ['S2', '南苑修鞋', '雷台早餐', false],
  ['S2', '便利店', '早餐店', false],
])('%s %s ~ %s: %s, whichever comes first', (_rule, a, b, alike) => {
  expect(similarNames(a, b)).toBe(alike);
  expect(similarNames(b, a)).toBe(alike);
});
test('S3 what has no letter is like nothing', () => {
  expect(similarNames('!!', '!!')).toBe(false);
});
