import fc from 'fast-check';
import { method as rules, questionnaireB as q } from '../rules';
import { crosscheck, needsOf, talliesOf, type Has, type NeedsInput, type NeedTally } from './needs';
import { ReleaseCount } from './release-count';
import { methodOf } from './method';
import { wilson } from './satisfaction';

const method = { z: rules.z, smallestCell: rules.smallestCell, needs: rules.needs! };
const tally = (has: Partial<Record<Has, number>>, points = 0, format = 'repair'): NeedTally => ({ format, name: '维修点', has: { enough: 0, lacking: 0, none: 0, unclear: 0, ...has }, points, why: [{ code: 'far', text: '太远', n: has.lacking ?? 0 }] });
const of = (one: NeedTally, change: Partial<NeedsInput> = {}) => needsOf({ tallies: [one], answers: Object.values(one.has).reduce((sum, n) => sum + n, 0), source: 'drawn', method, ...change })[0]!;

test('B1 lack is of those who know, with its interval', () => {
  expect(of(tally({ enough: 20, lacking: 12, none: 8, unclear: 60 }))).toMatchObject({ known: 40, said: { enough: 20, lacking: 12, none: 8 }, lack: 0.5, interval: wilson(20, 40, rules.z) });
  expect(of(tally({ enough: 20, none: 20 }), { source: 'open' })).toMatchObject({ lack: 0.5, interval: null });
});

test('B2 want is the points of the wishes over what everybody could give', () => {
  const need = of(tally({ none: 21 }, 3 + 2 + 1 + 0 + 3));
  expect(need.want).toBeCloseTo(9 / (3 * 21), 12);
  expect(need.gap).toBeCloseTo(need.want!, 12);
});

test('B3 nineteen who know are too few to show', () => {
  expect(of(tally({ none: 19, unclear: 500 }, 40))).toEqual({ format: 'repair', name: '维修点', known: null, said: null, lack: null, interval: null, points: null, want: null, gap: null, why: null });
  expect(of(tally({ none: 20 })).known).toBe(20);
});

test.each([
  ['nobody looked', 'unchecked', 0.5, 'unchecked'],
  ['not of the inventory', undefined, 0.5, 'unchecked'],
  ['some that nobody verified', 'unverified', 0.5, 'unchecked'],
  ['checked, none', 'none', 0.5, 'confirmed_missing'],
  ['there, and lacking', 'there', 0.3, 'there_but_poor'],
  ['there, and most are content', 'there', 0.29, null],
  ['too few knew', 'none', null, null],
] as const)('B4 %s', (_, presence, lack, said) => expect(crosscheck(lack, presence, method.needs)).toBe(said));

test('B5 the largest gap first, the unknown last', () => {
  const tallies = [tally({ unclear: 20 }, 0, 'a'), tally({ none: 5, enough: 15 }, 40, 'b'), tally({ none: 20 }, 60, 'c')];
  expect(needsOf({ tallies, answers: 20, source: 'open', method }).map(({ format }) => format)).toEqual(['c', 'b', 'a']);
});

test('B6 what is wrong is told of ten who said so, not of nine', () => {
  expect(of(tally({ lacking: 9, enough: 30 })).why).toBeNull();
  expect(of(tally({ lacking: 10, enough: 30 })).why).toEqual([{ code: 'far', text: '太远', n: 10 }]);
});

test('B2 all shares lie in 0 … 1', () => {
  const n = fc.nat({ max: 40 });
  fc.assert(fc.property(fc.record({ enough: n, lacking: n, none: n, unclear: n }), fc.double({ min: 0, max: 1, noNaN: true }), (has, wish) => {
    const answers = Object.values(has).reduce((sum, one) => sum + one, 0);
    const { known, lack, want, gap } = of(tally(has, Math.floor(wish * 3 * answers)));
    if (known !== null) for (const share of [lack!, want!, gap!]) expect(share >= 0 && share <= 1).toBe(true);
  }));
});

test('the tallies are those of the answers: rows, reasons, and 3, 2, 1 points for the wishes', () => {
  const count = new ReleaseCount({ kind: 'final', questionnaire: q, method: methodOf(rules), blocks: [{ id: '', circles: [], communities: ['c'] }], previous: [] });
  const add = (position: number, more: Record<string, string | string[]>) => count.add({ position, community: 'c', source: 'open', eligible: true, ageBand: '18-34', mode: 'self', proxy: false, flagged: false, answers: { 'B6-repair': 'none', 'B6-parcel': 'enough', ...more } });
  add(1, { B8: ['repair', 'canteen'], 'B6-canteen': 'lacking', 'B7-canteen': 'few' });
  add(2, { B8: ['canteen', 'bookshop', 'repair'], 'B6-canteen': 'unclear' });
  const found = new Map(talliesOf(q, count.batchesOf('c', 'open')[0]!.questions)!.map((one) => [one.format, one]));
  expect(found.get('repair')).toMatchObject({ name: '维修点', has: { enough: 0, lacking: 0, none: 2, unclear: 0 }, points: 4 });
  expect(found.get('canteen')).toMatchObject({ has: { enough: 0, lacking: 1, none: 0, unclear: 1 }, points: 5 });
  expect(found.get('canteen')!.why.filter(({ n }) => n > 0)).toEqual([{ code: 'few', text: '太少', n: 1 }]);
  expect(found.get('parcel')).toMatchObject({ has: { enough: 2 }, points: 0 });
  expect(found.get('bookshop')!.points).toBe(2);
  expect(count.details('open').map(({ scored }) => scored)).toEqual([2]);
});
