import type { Cell } from '../../../types/contract/results';
import { asOfWords, censusWords, doubtfulCensusWords, flaggedWords, letterWords, meaning, modeWords, unclearWords, verdictTag, weightWords, withoutWords } from './words';

const cell = (over: Partial<Cell>): Cell => ({
  place: { kind: 'circle', id: 'a-circle', name: '圈' }, source: 'drawn', asOf: { oldest: '2026-11-01T00:00:00.000Z', newest: '2026-11-01T00:00:00.000Z' }, without: [], countingUnclear: 0.9,
  weighted: null, flagged: null, modes: null, letters: null, n: 300, scored: 290, rate: 0.93, interval: { low: 0.9, high: 0.955 }, unclear: 0.03, verdict: 'reached', target: 0.9, ...over,
});

describe('what a released figure says', () => {
  it('names the interval and that all of it reaches the target', () => expect(meaning(cell({}))).toBe('真实满意度很可能在 90.0%–95.5% 之间，整个区间都不低于 90%。'));
  it('says a missed target plainly', () => expect(meaning(cell({ verdict: 'missed', interval: { low: 0.7, high: 0.8 } }))).toContain('整个区间都低于 90%'));
  it('does not decide where the target lies inside the interval', () => expect(meaning(cell({ verdict: 'undecided' }))).toContain('还不够分出'));
  it('does not judge before the round has ended', () => expect(meaning(cell({ verdict: 'interim' }))).toContain('还没有收完'));
  it('shows figures under the gate without judging', () => expect(meaning(cell({ verdict: 'below_gate' }))).toContain('不判断'));
  it('gives no interval to volunteers', () => {
    const said = meaning(cell({ source: 'open', verdict: 'voluntary', interval: null }));
    expect(said).toContain('自愿');
    expect(said).not.toContain('之间');
  });
  it('says why nothing is shown for fewer than ten', () => expect(meaning(cell({ verdict: 'too_few', rate: null, interval: null, n: null }))).toContain('不到 10 份'));
  it('has a word for every verdict', () => expect(Object.values(verdictTag).every(({ word }) => word.length > 1)).toBe(true));
});

const weighted = { rate: 0.918, nEff: 240, moved: 0.012, basis: 'census' } as const;
const asOf = (oldest: string, newest: string) => asOfWords(cell({ asOf: { oldest, newest } }), (instant) => instant.slice(5, 10));

describe('what stands beside a figure', () => {
  it('says what the weights go by, and what they cost', () => {
    expect(weightWords(cell({ weighted }))).toBe('按家里几口成年人、社区和年龄的人口加权：290 份打了分的答卷，抵得上 240 份一样重的；封顶挪动了 1.2% 的权。');
    expect(weightWords(cell({ source: 'open', weighted: { ...weighted, basis: 'equal_communities', moved: 0 } }))).toContain('没有人口表，每个社区算一样重');
    expect(weightWords(cell({}))).toBeNull();
  });
  it.each([
    ['演示', null, '人口数：人口普查（2026-06，演示用的，不是真实人口）。', '加权用的人口数是演示用的。'],
    ['待核', null, '人口数：人口普查（2026-06，待核）。', '加权用的人口数待核。'],
    ['官方', 21500, '人口数：人口普查（2026-06，官方公布的）。答的人是从其中 21500 名成年人里抽的，区间按这个数收窄了一点。', null],
  ] as const)('names the census table and that it is %s', (status, drawnFrom, said, brief) => {
    const of = cell({ weighted: { ...weighted, census: { version: '2026-06', source: '人口普查', status, drawnFrom } } });
    expect(censusWords(of)).toBe(said);
    expect(doubtfulCensusWords(of)).toBe(brief);
  });
  it('says nothing of a census table where there was none', () => {
    expect(censusWords(cell({ weighted: { ...weighted, basis: 'equal_communities' } }))).toBeNull();
    expect(doubtfulCensusWords(cell({}))).toBeNull();
  });
  it('tells until when answers were counted, and where an older figure stands', () => {
    expect(asOf('2026-11-08T00:00:00.000Z', '2026-11-08T09:00:00.000Z')).toBe('答卷截至 11-08。');
    expect(asOf('2026-11-01T00:00:00.000Z', '2026-11-08T00:00:00.000Z')).toContain('还是 11-01 的数');
  });
  it('names the communities that are not in it', () => expect(withoutWords(cell({ without: ['甲', '乙'] }))).toBe('没有算进来：甲、乙，那里还不到 10 份。'));
  it('gives the rate with 不清楚 as not satisfied', () => expect(unclearWords(cell({ unclear: 0.03, countingUnclear: 0.901 }))).toContain('都算作不满意，是 90.1%'));
  it('says that flagged answers stay in', () => {
    expect(flaggedWords(cell({ flagged: { n: 23, rateWithout: 0.95 } }))).toContain('一份也没有剔除；不算它们是 95.0%');
    expect(flaggedWords(cell({ flagged: { n: 0, rateWithout: 0.95 } }))).toContain('没有');
  });
  it('says that help and who needs it can’t be told apart', () => {
    const lines = modeWords(cell({ modes: { bands: [{ band: '60-up', self: { n: 100, rate: 0.9 }, assisted: { n: 40, rate: 0.95 }, difference: 0.05 }], proxy: 12 } }));
    expect(lines[0]).toContain('协助的高 5.0 个百分点');
    expect(lines.join('')).toContain('混着两样');
    expect(modeWords(cell({}))).toEqual([]);
  });
  it('counts letters, with the rate of answers among those that arrived', () => {
    const said = letterWords(cell({ letters: { issued: 400, delivered: 380, answered: 190 } }));
    expect(said).toBe('寄出 400 封信，送到 380 封，答了约 190 封，回答率约 50%（按送到的算）。没有答的人怎么想，不知道。');
    expect(letterWords(cell({ letters: { issued: 400, delivered: 0, answered: 0 } }))).not.toContain('回答率');
    expect(letterWords(cell({}))).toBeNull();
  });
  it('says of a list that was drawn elsewhere that nobody checked how', () =>
    expect(letterWords(cell({ letters: { issued: 400, delivered: 380, answered: 190, external: true } }))).toContain('外部名单：在别处抽好拿来的，怎么抽的这里没有核对'));
});
