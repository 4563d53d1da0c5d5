import { remarkReason } from '../../../../types/contract/desk';
import { emptyText, reasons, reasonText, waitingText } from './words';

test('every reason of the contract has its words, and to complain is none of them', () => {
  expect(reasons.map(({ code }) => code)).toEqual(remarkReason.options);
  for (const { code } of reasons) expect(reasonText(code)).not.toMatch(/^$|批评|抱怨|不满/);
});

test.each([[null, /不到十条/], [10, /至少 10 条/], [20, /至少 20 条/]])('how many wait, %s', (waiting, words) => {
  const text = waitingText({ waiting });
  expect(text).toMatch(words);
  // no number from 1 to 9 stands anywhere
  expect(text.replace(/[12]0/, '')).not.toMatch(/\d|(?<!不到|十)[一二三四五六七八九]条/);
});

test.each([
  ['held', { held: 0, passed: 0, refused: 0, waiting: null }, '现在没有可看的留言'],
  ['passed', { held: 0, passed: 0, refused: 0, waiting: 10 }, '现在没有可看的留言'],
  ['held', { held: 0, passed: 9, refused: 1, waiting: null }, '都检查完了'],
  ['passed', { held: 10, passed: 0, refused: 0, waiting: null }, '还没有可以公开的'],
  ['refused', { held: 10, passed: 0, refused: 0, waiting: null }, '没有不公开的'],
] as const)('an empty list of %s with %j', (list, counts, title) => {
  expect(emptyText(list, counts).title).toBe(title);
});
