import type { Compared, ReleaseSummary } from '../../../../types/contract/results';
import { headline, intervalWords, meaning, notesOf, reachOf, toldTag, whyWords } from './words';

type Comparison = NonNullable<Compared['comparison']>;
const of = (difference: number, low: number, high: number, over: Partial<Comparison> = {}): Comparison => ({ difference, interval: { low, high }, told: 'undecided', notes: [], ...over });
const side = (name: string, over: Partial<ReleaseSummary['cell']> = {}) => ({ cell: { place: { kind: 'circle', id: 'a', name }, interval: { low: 0.8, high: 0.9 }, verdict: 'undecided', ...over } }) as ReleaseSummary;

it.each([
  [0.097, 'round', '多了 9.7 个百分点'], [-0.004, 'round', '少了 0.4 个百分点'], [0, 'round', '一样'], [0.02, 'circle', '多 2.0 个百分点'], [-0.02, 'circle', '少 2.0 个百分点'],
] as const)('%d between %ss: %s', (difference, kind, said) => {
  const { figure, unit } = headline(of(difference, -0.1, 0.1), kind);
  expect([figure, unit].join(' ').trim()).toBe(said);
});

it.each([
  [-0.021, 0.049, '少 2.1 到多 4.9 个百分点'],
  [0.041, 0.156, '多 4.1 到 15.6 个百分点'],
  [-0.156, -0.041, '少 4.1 到 15.6 个百分点'],
  [0, 0.049, '0.0 到多 4.9 个百分点'],
  [-0.049, 0, '0.0 到少 4.9 个百分点'],
])('an interval from %d to %d: %s', (low, high, said) => expect(intervalWords(of(0.01, low, high))).toBe(said));

it('tells which is higher only where the interval says so', () => {
  expect([toldTag.higher.word, toldTag.lower.word, toldTag.undecided.word]).toEqual(['分得出高下', '分得出高下', '分不出高下']);
  expect(meaning(of(0.1, 0.05, 0.15, { told: 'higher' }))).toContain('不大可能只是碰巧');
  expect(meaning(of(0.01, -0.05, 0.07))).toContain('分不出哪个高');
  expect(meaning(of(0.1, 0.05, 0.15, { told: 'under_gate' }))).toContain('不说哪个高');
});

it('says what is unknown of two rounds, and always that several comparisons are not corrected', () => {
  const [first, ...others] = notesOf(of(0, -0.1, 0.1, { notes: ['rounds_taken_as_independent'] }));
  expect(first).toContain('当作互不相干');
  expect(others.join('')).toMatch(/大约 5%.*没有校正.*Newcombe/);
  expect(notesOf(of(0, -0.1, 0.1)).join('')).not.toContain('互不相干');
  expect(notesOf(of(0, -0.1, 0.1, { notes: ['other_method', 'other_basis'] })).join('')).toMatch(/算法版本.*加权的依据/);
});

it.each([
  ['overlap', side('甲圈'), side('乙圈'), '甲圈和乙圈有共同的社区'],
  ['not_drawn', side('甲圈'), null, '自愿参与的结果不能'],
  ['none_before', side('甲圈'), null, '还没有可以比的'],
  ['not_final', side('甲圈'), null, '最终结果公布了再来看'],
  ['other_communities', side('甲圈'), side('甲圈'), '社区不一样'],
  ['other_question', side('甲圈'), side('甲圈'), '问的话不一样'],
  ['no_interval', side('甲圈'), side('乙圈', { interval: null, verdict: 'too_few' }), '乙圈能公布的答卷还不到 10 份'],
  ['no_interval', side('甲圈', { interval: null, verdict: 'unjudged' }), side('乙圈'), '甲圈公布的数字里没有区间'],
] as const)('%s is told kindly', (why, first, second, said) => expect(whyWords(why, { first, second })).toContain(said));

it.each([[-0.02, 0.03, 0.05], [-0.07, 0.01, 0.1], [0.01, 0.2, 0.2], [-0.3, 0.1, 0.5], [-0.9, 0, 1]])('from %d to %d the line reaches %d', (low, high, reach) => expect(reachOf(of(0, low, high))).toBe(reach));
