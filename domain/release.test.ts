import fc from 'fast-check';
import { method, questionnaireA as q } from '../rules';
import type { Cell } from '../types/contract/results';
import type { Source } from '../types/contract/shared';
import { blocksOf } from './disclosure';
import { methodOf } from './method';
import { releaseOf, type Release } from './release';
import { ReleaseCount, type ListedResponse, type PublishedBlock } from './release-count';
import { displayRate, wilsonOf } from './satisfaction';
import { frameOf } from './census';
import type { CensusTable } from '../types/rules';

const rules = methodOf(method);
const start = Date.parse('2026-11-01T00:00:00.000Z');
/** The list is sealed position by position, a minute each. */
const sealedAt = (position: number) => new Date(start + position * 60_000).toISOString();
const circles = [{ id: 'east', name: '东圈', communities: ['a', 'b', 'c'] }, { id: 'west', name: '西圈', communities: ['c', 'd'] }];
const communities = ['a', 'b', 'c', 'd', 'e'];

type Change = Partial<Omit<ListedResponse, 'position' | 'answers'>> & { readonly A6?: string; readonly A4b?: string; readonly more?: Record<string, string | string[]> };
interface Person extends Change { readonly community: string }
const scale = ['A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A15'];
const everybody = { A3: 'over-3-years', A4: 'self', A5: ['none'], A16: '6-10', A17: ['price'], ...Object.fromEntries(scale.map((id) => [id, 'satisfied'])) };

const listed = ({ A6 = 'satisfied', A4b, more, ...change }: Person, position: number, withdrawn = false): ListedResponse => ({
  position, source: 'drawn', eligible: withdrawn ? null : true, ageBand: withdrawn ? null : '35-49', mode: withdrawn ? null : 'self', proxy: withdrawn ? null : false, flagged: false, ...change,
  answers: withdrawn ? null : { A1: change.community, A2: change.ageBand ?? '35-49', ...everybody, A6, ...(A4b ? { A4b } : {}), ...more },
});
const some = (n: number, person: Person): Person[] => Array.from({ length: n }, () => person);

interface Given { readonly kind?: 'interim' | 'final'; readonly source?: Source; readonly previous?: readonly PublishedBlock[]; readonly census?: CensusTable | null; readonly gone?: (position: number) => boolean; readonly version1?: boolean }
const release = (people: readonly Person[], { kind = 'final', source = 'drawn', previous = [], census = null, gone = () => false, version1 = false }: Given = {}): Release => {
  const used = version1 ? methodOf({ ...rules, weighting: 'none', weightCap: null, flags: null }) : rules;
  const count = new ReleaseCount({ kind, questionnaire: q, method: used, blocks: blocksOf(communities, circles), previous });
  people.forEach((person, position) => count.add(listed(person, position, gone(position))));
  return releaseOf({ count, source, census, ...(census ? { frame: (of) => frameOf(census, of) } : {}), sealedAt, at: sealedAt(people.length), places: { circles, district: { id: 'district', name: '全区' }, names: new Map(communities.map((code) => [code, code.toUpperCase()])) } });
};
const cellIn = ({ cells }: Release, id: string, source: Source = 'drawn'): Cell => cells.find(({ cell }) => cell.place.id === id && cell.source === source)!.cell;
const questions = ({ cells }: Release, id: string) => cells.find(({ cell }) => cell.place.id === id)!.distributions.map(({ question }) => question);
const ids = ({ cells }: Release) => cells.map(({ cell }) => cell.place.id);

describe('a release', () => {
  const whole = [...some(60, { community: 'a' }), ...some(40, { community: 'b', A6: 'neutral' }), ...some(30, { community: 'c' }), ...some(30, { community: 'd' }), ...some(25, { community: 'e', A6: 'unclear' }), ...some(15, { community: 'e' })];

  test('R1 a circle is the sum of its blocks, the district of all, each answer once', () => {
    const made = release(whole);
    expect(cellIn(made, 'east')).toMatchObject({ n: 130, scored: 130, rate: 90 / 130, unclear: 0 });
    expect(cellIn(made, 'west')).toMatchObject({ n: 60, rate: 1 });
    expect(cellIn(made, 'district')).toMatchObject({ n: 200, scored: 175, unclear: 25 / 200, countingUnclear: 135 / 200 });
  });

  test('R1 nine say nothing, not even how many; nor do forty of whom nine gave a score', () => {
    for (const people of [some(9, { community: 'd' }), [...some(9, { community: 'd' }), ...some(31, { community: 'd', A6: 'unclear' })]]) {
      expect(cellIn(release([...some(30, { community: 'a' }), ...people]), 'west')).toMatchObject({ n: null, scored: null, rate: null, unclear: null, interval: null, weighted: null, asOf: null, verdict: 'too_few' });
    }
  });

  test('R1 a block too small is not in the district either, which says so', () => {
    const made = release([...some(40, { community: 'a' }), ...some(9, { community: 'd' })]);
    expect(cellIn(made, 'district')).toMatchObject({ n: 40, without: ['C', 'D', 'E'] });
    expect(cellIn(made, 'east')).toMatchObject({ n: 40, without: ['C'] });
  });

  test('R1 two sources are two figures', () => {
    const made = release([...some(40, { community: 'a' }), ...some(20, { community: 'a', source: 'open', A6: 'neutral' })]);
    expect(cellIn(made, 'east')).toMatchObject({ n: 40, rate: 1 });
    expect(cellIn(made, 'east', 'open')).toMatchObject({ n: 20, rate: 0, interval: null, verdict: 'voluntary' });
  });

  test('C2 the ineligible and the withdrawn count nowhere', () => {
    const people = [...some(30, { community: 'a' }), ...some(30, { community: 'a', eligible: false })];
    expect(cellIn(release(people, { gone: (position) => position < 5 }), 'east').n).toBe(25);
  });

  test('C1 an answer out of order is refused, and one of a community that is not asked', () => {
    const count = new ReleaseCount({ kind: 'final', questionnaire: q, method: rules, blocks: blocksOf(communities, circles), previous: [] });
    count.add(listed({ community: 'a' }, 4));
    expect(() => count.add(listed({ community: 'a' }, 4))).toThrow(RangeError);
    expect(() => count.add(listed({ community: 'elsewhere' }, 5))).toThrow(RangeError);
  });

  test('R2 the communities appear in the final release, small ones as 其他 by name', () => {
    const made = release([...some(30, { community: 'a' }), ...some(12, { community: 'b' }), ...some(12, { community: 'c' })]);
    expect(ids(made)).toEqual(['east', 'west', 'district', 'a', 'b', 'c']);
    const merged = release([...some(30, { community: 'a' }), ...some(4, { community: 'b' }), ...some(12, { community: 'c' })]);
    // b alone would be four; with a there is nothing left to stand beside
    expect(ids(merged)).toEqual(['east', 'west', 'district', 'c']);
    expect(cellIn(made, 'a')).toMatchObject({ n: 30, verdict: 'unjudged', interval: null, weighted: null });
  });

  test('R2 an interim release has n, rate and the questions everybody answered, and no verdict', () => {
    const people = whole.map((person, i) => (i % 3 === 0 ? { ...person, more: { A13: 'neutral' } } : person));
    const made = release(people, { kind: 'interim' });
    expect(ids(made)).toEqual(['east', 'west', 'district']);
    expect(cellIn(made, 'east')).toMatchObject({ n: 90, interval: null, weighted: null, flagged: null, modes: null, verdict: 'interim' });
    expect(questions(made, 'east')).toEqual(['A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A15', 'A16', 'A17']);
  });

  test('R2 under a method that does not weigh, an interim release has its interval, and still no verdict', () => {
    const { interval, verdict, weighted } = cellIn(release(whole, { kind: 'interim', version1: true }), 'east');
    expect([interval === null, verdict, weighted]).toEqual([false, 'interim', null]);
  });

  test('S3 an interim release keeps the last twenty scores of a block back, so that the final one has all', () => {
    const first = release(some(45, { community: 'a' }), { kind: 'interim' });
    expect(cellIn(first, 'east')).toMatchObject({ n: 25, asOf: { oldest: sealedAt(24), newest: sealedAt(24) } });
    const last = release(some(45, { community: 'a' }), { previous: first.blocks });
    expect(cellIn(last, 'east')).toMatchObject({ n: 45, asOf: { newest: sealedAt(45) } });
    expect(last.blocks[0]!.cuts).toEqual([24, 44]);
  });

  test('S4 where fewer than ten came since, the earlier figure stands with its own date', () => {
    const first = release(some(45, { community: 'a' }), { kind: 'interim' });
    const second = release(some(54, { community: 'a' }), { kind: 'interim', previous: first.blocks });
    expect(cellIn(second, 'east')).toEqual(cellIn(first, 'east'));
    const third = release(some(55, { community: 'a' }), { kind: 'interim', previous: second.blocks });
    expect(cellIn(third, 'east')).toMatchObject({ n: 35, asOf: { newest: sealedAt(34) } });
  });

  test('S4 it stands even where somebody withdrew meanwhile', () => {
    const first = release(some(45, { community: 'a' }), { kind: 'interim' });
    expect(cellIn(release(some(54, { community: 'a' }), { kind: 'interim', previous: first.blocks, gone: (position) => position === 3 }), 'east')).toEqual(cellIn(first, 'east'));
  });

  test('S4 of a place of two blocks one may stand and the other go on; both dates are told', () => {
    const first = release([...some(45, { community: 'a' }), ...some(40, { community: 'c' })], { kind: 'interim' });
    const again = release([...some(45, { community: 'a' }), ...some(40, { community: 'c' }), ...some(20, { community: 'a' })], { kind: 'interim', previous: first.blocks });
    expect(cellIn(again, 'east')).toMatchObject({ n: 45 + 20, asOf: { oldest: sealedAt(44), newest: sealedAt(64) } });
  });

  test('R4 a final release that has nothing new of a block judges nothing', () => {
    const first = release(some(450, { community: 'a' }), { kind: 'interim' });
    const made = release(some(450, { community: 'a' }), { previous: first.blocks, gone: (position) => position > 432 });
    expect(cellIn(made, 'east')).toMatchObject({ n: 430, weighted: null, interval: null, verdict: 'unjudged' });
    expect(ids(made)).not.toContain('a');
  });
});

describe('the verdict of a place', () => {
  const census: CensusTable = {
    kind: 'census', version: '1', title: '', source: '', status: '官方',
    communities: communities.map((code, i) => ({ code, adults: { '18-59': 3000 + 500 * i, '60-up': 900 } })),
  };
  const circle = (satisfied: number, of: number) => ['a', 'b', 'c'].flatMap((community) => (['35-49', '70-79'] as const).flatMap((ageBand) => [
    ...some(satisfied, { community, ageBand, A4b: '2' }), ...some(of - satisfied, { community, ageBand, A4b: '2', A6: 'neutral' }),
  ]));

  test('R3 raw beside weighted, interval on n_eff, verdict in the final release alone', () => {
    const cell = cellIn(release(circle(98, 100), { census }), 'east');
    expect(cell).toMatchObject({ n: 600, rate: 0.98, verdict: 'reached', weighted: { rate: 0.98, basis: 'census', moved: 0 } });
    const { low } = wilsonOf(0.98, cell.weighted!.nEff, 1.96);
    expect(cell.interval!.low).toBeCloseTo(low, 2);
  });

  test.each([[70, 'missed'], [90, 'undecided'], [99, 'reached']] as const)('R3 %d of 100 in each group: %s', (satisfied, said) => expect(cellIn(release(circle(satisfied, 100), { census }), 'east').verdict).toBe(said));

  test('R3 the table is named with its status; only official figures that somebody checked narrow the interval, to the adults of the place', () => {
    const east = (change: Partial<CensusTable>) => cellIn(release(circle(95, 100), { census: { ...census, version: '2026-06', source: '公报', ...change } }), 'east');
    const unchecked = east({});
    expect(unchecked.weighted!.census).toEqual({ version: '2026-06', source: '公报', status: '官方', drawnFrom: null });
    for (const status of ['待核', '演示'] as const) expect(east({ status, verified: true })).toMatchObject({ interval: unchecked.interval, weighted: { census: { status, drawnFrom: null } } });
    const checked = east({ verified: true });
    // a, b and c: 3900 + 4400 + 4900
    expect(checked.weighted!.census!.drawnFrom).toBe(13_200);
    expect(checked.interval!.low).toBeCloseTo(wilsonOf(0.95, (checked.weighted!.nEff * 13_199) / (13_200 - 600), 1.96).low, 3);
    expect(checked.interval!.high - checked.interval!.low).toBeLessThan(unchecked.interval!.high - unchecked.interval!.low);
  });

  test('R3 without a census table every community counts the same, and the basis says so', () => {
    const people = [...some(200, { community: 'a' }), ...some(50, { community: 'b', A6: 'neutral' }), ...some(50, { community: 'c' })];
    expect(cellIn(release(people), 'east')).toMatchObject({ rate: 250 / 300, weighted: { rate: 0.667, basis: 'equal_communities' } });
  });

  test('R3 what is published is rounded as it is shown, never across the target', () => {
    const { weighted, interval } = cellIn(release(circle(91, 101), { census }), 'east');
    for (const share of [weighted!.rate, interval!.low, interval!.high]) expect(displayRate(share, 0.9)).toBe(`${(share * 100).toFixed(1)}%`);
    expect(Number.isInteger(weighted!.nEff)).toBe(true);
  });

  test('R3 a community without answers holds the gate of its circle shut, not of the district', () => {
    const people = some(500, { community: 'a' });
    expect(cellIn(release(people), 'east').verdict).toBe('below_gate');
    expect(cellIn(release(people), 'district').verdict).toBe('reached');
  });

  test('R5 flagged answers stay in; the rate without them stands beside', () => {
    const people = [...circle(95, 100), ...some(12, { community: 'a', flagged: true }), ...some(11, { community: 'b', flagged: true, A6: 'neutral' })];
    expect(cellIn(release(people, { census }), 'east')).toMatchObject({ n: 623, flagged: { n: 23, rateWithout: 0.95 } });
  });

  test('R5 fewer than ten are not counted out; none is', () => {
    expect(cellIn(release([...circle(95, 100), ...some(9, { community: 'a', flagged: true })], { census }), 'east').flagged).toBeNull();
    expect(cellIn(release(circle(95, 100), { census }), 'east').flagged).toEqual({ n: 0, rateWithout: 0.95 });
  });

  test('R6 helped against by oneself, within bands that have ten on each side; proxies apart', () => {
    const people = [
      ...some(100, { community: 'a', ageBand: '70-79' }), ...some(20, { community: 'a', ageBand: '70-79', mode: 'assisted' }), ...some(20, { community: 'b', ageBand: '70-79', mode: 'assisted', A6: 'neutral' }),
      ...some(100, { community: 'b' }), ...some(12, { community: 'b', proxy: true }), ...some(30, { community: 'c' }),
    ];
    expect(cellIn(release(people), 'east').modes).toEqual({ bands: [{ band: '60-up', self: { n: 100, rate: 1 }, assisted: { n: 40, rate: 0.5 }, difference: -0.5 }], proxy: 12 });
  });

  test('D4 a question put to some appears where enough were asked, and enough were not; one about the person never', () => {
    const people = [...some(30, { community: 'a', more: { A14: 'neutral' } }), ...some(30, { community: 'a' }), ...some(30, { community: 'b' })];
    expect(questions(release(people), 'east')).toContain('A14');
    expect(questions(release(people), 'east')).not.toEqual(expect.arrayContaining(['A2']));
  });

  test('D4 a question that four were asked does not appear', () => {
    expect(questions(release([...some(40, { community: 'a' }), ...some(4, { community: 'a', more: { A14: 'neutral' } })]), 'east')).not.toContain('A14');
  });

  test('the same answers give the same release', () => {
    const people = circle(91, 101);
    expect(release(people, { census })).toEqual(release(people, { census }));
  });

  test('nothing of it is a number that is not one', () => {
    fc.assert(fc.property(fc.array(fc.record({ community: fc.constantFrom(...communities), A6: fc.constantFrom('satisfied', 'neutral', 'unclear'), source: fc.constantFrom<Source>('drawn', 'open') }), { maxLength: 120 }), (people) => {
      expect(JSON.stringify(release(people, { census }))).not.toMatch(/NaN|Infinity/);
      for (const { cell } of release(people, { census }).cells) if (cell.n !== null) expect(cell.scored).toBeGreaterThanOrEqual(10);
    }), { numRuns: 60 });
  });
});
