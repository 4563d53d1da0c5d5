import { dayWords, linesOf, someNames } from './words';

test('things of one day and kind are one line; what is made up stays apart', () => {
  const of = (name: string, demo = false) => ({ day: '2024-12-31', kind: 'circleDue' as const, name, demo });
  expect(linesOf([of('甲圈'), of('乙圈'), of('丙圈', true), { ...of('第一轮'), kind: 'release' }]).map(({ text, demo }) => [text, demo])).toEqual([
    ['31日 应当建成：甲圈、乙圈', false], ['31日 应当建成：丙圈', true], ['31日 发布结果：第一轮', false],
  ]);
});
test('a day is said in full', () => expect(dayWords('2025-10-01')).toBe('2025年10月1日'));
test.each([[['甲', '乙'], '甲、乙'], [['甲', '乙', '丙', '丁', '戊'], '甲、乙、丙、丁等 5 家']])('%s is said as %s', (names, said) => expect(someNames(names)).toBe(said));
