import { instant } from '../../types/units';
import type { CensusTable } from '../../types/rules';
import { checkRound, finalAt, type FrameSummary, type Known } from './checkRound';
import type { RoundFile } from './roundFile';

const at = (text: string) => instant(new Date(`${text}+08:00`).toISOString());
const census = (change: Partial<CensusTable['communities'][number]> = {}): CensusTable => ({
  kind: 'census', version: '2025', title: '', source: '', status: '待核',
  communities: ['620602001001', '620602001002', '620602008003'].map((code, i) => ({ code, adults: { '18-59': 3000, '60-up': 900 }, ...(i === 1 ? change : {}) })),
});
const known: Known = {
  graceHours: 24,
  censuses: new Map([['2025', census()], ['2026', { ...census(), communities: census().communities.slice(1) }], ['wrong', census({ total: 1, households: 5000 })]]),
  now: new Date('2027-02-01T00:00:00Z'),
  communities: new Map([
    ['620602001001', { name: '南苑社区', circles: ['dongdajie'] }],
    ['620602001002', { name: '大众社区', circles: ['dongdajie'] }],
    ['620602008003', { name: '银武社区', circles: ['xuanwu-shiyiyuan', 'xuanwu-huangtai'] }],
    ['620602004005', { name: '九条岭矿区社区', circles: [] }],
  ]),
  circles: ['dongdajie', 'xuanwu-shiyiyuan', 'xuanwu-huangtai'],
  rounds: [{ id: 'winter', title: '冬季调查', topic: 'satisfaction', opensAt: at('2027-03-21T08:00'), closesAt: at('2027-03-25T08:00'), communities: ['620602001001'] }],
};
const good: RoundFile = {
  id: 'spring', title: '春季调查', source: 'open', opensAt: at('2027-03-01T08:00'), closesAt: at('2027-03-20T20:00'), communities: 'all',
  releases: [{ kind: 'interim', at: at('2027-03-10T09:00') }, { kind: 'final', at: at('2027-03-22T09:00') }],
};
const check = (change: Partial<RoundFile & { frame: FrameSummary }>, about: Partial<Known> = {}) => checkRound({ ...good, ...change }, { ...known, ...about });
const final = { kind: 'final' as const, at: at('2027-03-22T09:00') };

test('a good round has no fault; all means every community of a circle, once', () => {
  expect(check({})).toEqual({ communities: ['620602001001', '620602001002', '620602008003'], problems: [] });
});
test('circles may be named instead of communities', () => {
  expect(check({ communities: { circles: ['xuanwu-huangtai', 'xuanwu-shiyiyuan'] } })).toEqual({ communities: ['620602008003'], problems: [] });
});

const sample = { from: 'frame' as const, frame: '户名册.csv', seed: '双色球第 2027024 期', seedAt: at('2027-02-20T21:30') };
const frame = { hash: 'ab'.repeat(32), households: { '620602001001': 900, '620602001002': 700, '620602008003': 40 } };

test('S7 S8 a drawn round says how it is drawn, and its frame reaches every community', () => {
  expect(check({ source: 'drawn', sample, frame }).problems).toEqual([]);
  expect(check({ source: 'drawn', sample: { from: 'external', who: '武威市统计局' } }).problems).toEqual([]);
});

test.each<[string, Partial<RoundFile & { frame: FrameSummary }>, string]>([
  ['S7 a drawn round without a sample', { source: 'drawn' }, '抽样（drawn）的轮次要写 sample'],
  ['S7 an open round with one', { sample }, '不用写抽样'],
  ['S7 a seed that is known already', { source: 'drawn', frame, sample: { ...sample, seedAt: at('2027-02-01T07:00') } }, '现在已经知道了'],
  ['S7 a seed known only after the opening', { source: 'drawn', frame, sample: { ...sample, seedAt: at('2027-03-01T08:00') } }, '种子要在开始'],
  ['S8 a frame without a community', { source: 'drawn', sample, frame: { ...frame, households: { ...frame.households, '620602008003': 0 } } }, '户名册里没有银武社区'],
  ['S1 it closes before it opens', { opensAt: at('2027-03-21T08:00'), closesAt: at('2027-03-20T20:00'), releases: [final] }, '结束时间（2027年3月20日 20:00）要晚于开始时间'],
  ['S1 it closes as it opens', { opensAt: at('2027-03-20T20:00'), releases: [final] }, '要晚于开始时间'],
  ['S1 it opened yesterday', { opensAt: at('2027-01-31T08:00') }, '已经过去'],
  ['S2 no final release', { releases: [{ kind: 'interim', at: at('2027-03-10T09:00') }] }, '没有写最终发布'],
  ['S2 two final releases', { releases: [final, { kind: 'final', at: at('2027-03-23T09:00') }] }, '最终发布只能有一次'],
  ['S2 a final release before the closing', { releases: [{ kind: 'final', at: at('2027-03-20T19:59') }] }, '早于结束时间'],
  ['S2 an interim release before the opening', { releases: [{ kind: 'interim', at: at('2027-02-20T09:00') }, final] }, '中间发布（2027年2月20日 09:00）要在开始以后'],
  ['S2 an interim release after the closing', { releases: [{ kind: 'interim', at: at('2027-03-21T09:00') }, final] }, '结束以前'],
  ['S3 two interim releases on a day', { releases: [{ kind: 'interim', at: at('2027-03-10T09:00') }, { kind: 'interim', at: at('2027-03-10T18:00') }, final] }, '有两次中间发布'],
  ['S4 an unknown community', { communities: ['620602001001', '620602009001'] }, '没有代码为 620602009001 的社区'],
  ['S4 a community in no circle', { communities: ['620602004005'] }, '九条岭矿区社区（620602004005）不属于任何生活圈'],
  ['S4 a community twice', { communities: ['620602001001', '620602001001'] }, '社区 620602001001 写了不止一次'],
  ['S4 an unknown circle', { communities: { circles: ['dongdajie', 'nowhere'] } }, '没有「nowhere」这个生活圈'],
  ['S5 another round asks the same community meanwhile', { closesAt: at('2027-03-21T08:01') }, '与「冬季调查」（winter，2027年3月21日 08:00 至 2027年3月25日 08:00）时间重叠，有 1 个社区'],
  ['S6 the id is taken', { id: 'winter' }, '编号 winter 已经用过'],
  ['S7 a census table that was not imported', { census: '2019' }, '没有版本为「2019」的人口表。导入过的有：2025、2026、wrong。'],
  ['S7 a census table without a community that is asked', { census: '2026' }, '人口表「2026」里南苑社区（620602001001）没有人口数，这一轮却要问'],
  ['S8 answers kept not even to the final release', { keepUntil: at('2027-03-22T09:00') }, '要晚于最终公布（最早 2027年3月22日 09:00）'],
  ['S8 answers kept not to the end of the grace time', { releases: [{ kind: 'final', at: at('2027-03-20T20:00') }], keepUntil: at('2027-03-21T19:00') }, '最早 2027年3月21日 20:00'],
])('%s', (_, change, sentence) => {
  const { problems } = check(change);
  expect(problems).toEqual([expect.stringContaining(sentence)]);
});

test('S5 rounds on two topics may ask the same community at a time', () => expect(check({ topic: 'needs', closesAt: at('2027-03-21T08:01') }).problems).toEqual([]));

test('S2 a final release at the moment of closing is allowed, and S1 an opening now', () => {
  expect(check({ releases: [{ kind: 'final', at: good.closesAt }] }).problems).toEqual([]);
  expect(check({}, { now: new Date(good.opensAt) }).problems).toEqual([]);
});
test('S5 rounds that touch, or ask different communities, do not clash', () => {
  expect(check({ closesAt: at('2027-03-21T08:00') }).problems).toEqual([]);
  expect(check({ closesAt: at('2027-03-21T20:00'), communities: ['620602001002'] }).problems).toEqual([]);
});
test('S7 a census table that is whole is no fault; every fault of one that is not is told; without a table none is looked for', () => {
  expect(check({ census: '2025' }).problems).toEqual([]);
  expect(check({ census: '2026', communities: ['620602001002'] }).problems).toEqual([]);
  expect(check({ census: 'wrong' }).problems).toEqual(['人口表「wrong」里大众社区（620602001002）两个年龄段加起来不等于合计。', '人口表「wrong」里大众社区（620602001002）户数比成年人还多。']);
  expect(check({ census: '2019' }, { censuses: new Map() }).problems).toEqual([expect.stringContaining('请先用 npm run import -- census 导入')]);
});
test('S8 the final figures come when the grace time is over, or later', () => {
  expect(finalAt(good, 24)).toBe(at('2027-03-22T09:00'));
  expect(finalAt(good, 48)).toBe(at('2027-03-22T20:00'));
  expect(check({ keepUntil: at('2027-03-22T09:01') }).problems).toEqual([]);
});
test('every fault is told, not only the first', () => {
  expect(check({ id: 'winter', opensAt: at('2027-01-31T08:00'), releases: [] }).problems).toHaveLength(3);
});
