import fc from 'fast-check';
import { method, questionnaireA as q } from '../rules';
import type { Cell } from '../types/contract/results';
import type { CensusTable } from '../types/rules';
import { blocksOf } from './disclosure';
import { methodOf } from './method';
import { pins, type PinUnit } from './pinning';
import { releaseOf } from './release';
import { ReleaseCount } from './release-count';
import { displayRate, wilsonOf } from './satisfaction';
import { bandOf, weigh, type WeightGroup } from './weights';

const unit = (row: string, weight: number, scored: number, satisfied: number, ...sets: string[]): PinUnit => ({ row, sets, weights: [weight], scored, satisfied });
const wide = [{ low: -0.01, high: 0.01 }];
const narrow = [{ low: -0.0001, high: 0.0001 }];

describe('a weighted rate beside a raw one', () => {
  test.each([
    ['no group is small', [unit('a', 0.01, 30, 29), unit('a', 0.02, 20, 20)], narrow, false],
    ['a small group, and one answer moved shows', [unit('a', 0.01, 30, 29), unit('a', 0.02, 5, 5)], narrow, true],
    ['a small group, and one answer moved does not show', [unit('a', 0.01, 30, 29), unit('a', 0.02, 5, 5)], wide, false],
    ['P3 everybody was satisfied', [unit('a', 0.01, 30, 30), unit('a', 0.02, 5, 5)], narrow, false],
    ['P3 nobody was', [unit('a', 0.01, 30, 0), unit('a', 0.02, 5, 0)], narrow, false],
    ['P4 a second answer moved elsewhere makes up for it', [unit('a', 0.01, 30, 29), unit('a', 0.02, 5, 5), unit('b', 0.03, 30, 20), unit('b', 0.04, 30, 20)], narrow, false],
    ['P1 answers of another row are no help', [unit('a', 0.02, 5, 4), unit('b', 0.02, 50, 40)], wide, true],
    ['P2 a move that another published count would show is none', [unit('a', 0.01, 30, 29, 'self'), unit('a', 0.02, 5, 5, 'assisted')], wide, true],
    ['P1 the same weight is the same group', [unit('a', 0.01, 30, 29), unit('a', 0.01, 5, 5)], narrow, false],
  ])('%s', (_, units, slacks, pinned) => expect(pins(units, slacks, 10)).toBe(pinned));
});

/** Who answered, by community and band. Two communities are one circle, the third another; all are the district. */
interface Group { readonly community: string; readonly ageBand: string; readonly scored: number; readonly satisfied: number }
const rules = { ...methodOf(method), gates: { circle: 1, community: 1, district: 1 } };
const census: CensusTable = {
  kind: 'census', version: '1', title: '', source: '', status: '官方',
  communities: ['a', 'b', 'c'].map((code, i) => ({ code, adults: { '18-59': 3000 - 700 * i, '60-up': 1300 } })),
};
const circles = [{ id: 'one', name: '圈一', communities: ['a', 'b'] }, { id: 'two', name: '圈二', communities: ['c'] }];

const released = (groups: readonly Group[]): Cell[] => {
  const count = new ReleaseCount({ kind: 'final', questionnaire: q, method: rules, blocks: blocksOf(['a', 'b', 'c'], circles), previous: [] });
  groups.flatMap(({ community, ageBand, scored, satisfied }) => Array.from({ length: scored }, (_, i) => ({ community, ageBand, A6: i < satisfied ? 'satisfied' : 'neutral' })))
    .forEach(({ community, ageBand, A6 }, position) => count.add({ position, community, source: 'drawn', eligible: true, ageBand, mode: 'self', proxy: false, flagged: false, answers: { A2: ageBand, A6 } }));
  const places = { circles, district: { id: 'district', name: '全区' }, names: new Map(['a', 'b', 'c'].map((code) => [code, code])) };
  return releaseOf({ count, source: 'drawn', census, sealedAt: () => '', at: '', places }).cells.map(({ cell }) => cell);
};
const membersOf = ({ place }: Cell): readonly string[] => (place.kind === 'district' ? ['a', 'b', 'c'] : place.kind === 'circle' ? circles.find(({ id }) => id === place.id)!.communities : place.communities ?? [place.id]);

/** Every round with the same people that would have been published the same: how many were not satisfied in each group. */
function alternatives(groups: readonly Group[], cells: readonly Cell[]): number[][] {
  const shown = (share: number) => `${(share * 100).toFixed(1)}%`;
  const fits = (cell: Cell, missing: readonly number[]) => {
    const [without, communities] = [cell.without, membersOf(cell)];
    const here = groups.flatMap((group, i) => (communities.includes(group.community) && !without.includes(group.community) ? [{ ...group, satisfied: group.scored - missing[i]! }] : []));
    if (cell.n === null) return true;
    if (here.reduce((sum, { satisfied }) => sum + satisfied, 0) !== Math.round(cell.rate! * cell.scored!)) return false;
    if (cell.weighted === null) return true;
    const silent = communities.filter((code) => !without.includes(code) && !here.some(({ community }) => community === code));
    const weighed = weigh([...here.map(({ community, ageBand, scored, satisfied }): WeightGroup => ({ community, band: bandOf(ageBand), household: null, scored, satisfied })),
      ...silent.map((community): WeightGroup => ({ community, band: '18-59', household: null, scored: 0, satisfied: 0 }))], census, rules)!;
    const { low, high } = wilsonOf(weighed.rate, weighed.nEff, rules.z);
    const said = low >= rules.target ? 'reached' : high < rules.target ? 'missed' : 'undecided';
    return [displayRate(weighed.rate, rules.target), displayRate(low, rules.target), displayRate(high, rules.target)].join() === [cell.weighted.rate, cell.interval!.low, cell.interval!.high].map(shown).join()
      && (cell.verdict === 'below_gate' || cell.verdict === said);
  };
  const all = (i: number, left: number): number[][] => (i === groups.length ? (left === 0 ? [[]] : [])
    : Array.from({ length: Math.min(left, groups[i]!.scored) + 1 }, (_, k) => k).flatMap((k) => all(i + 1, left - k).map((rest) => [k, ...rest])));
  return all(0, groups.reduce((sum, { scored, satisfied }) => sum + scored - satisfied, 0)).filter((missing) => cells.every((cell) => fits(cell, missing)));
}

const group = fc.record({ community: fc.constantFrom('a', 'b', 'c'), ageBand: fc.constantFrom('35-49', '70-79'), scored: fc.integer({ min: 1, max: 25 }), short: fc.integer({ min: 0, max: 3 }) })
  .map(({ short, ...one }): Group => ({ ...one, satisfied: Math.max(0, one.scored - short) }));

test('P2 whoever knows how many answered in each community and band can’t tell how many of a small group were satisfied', () => {
  let weighed = 0;
  fc.assert(fc.property(fc.uniqueArray(group, { minLength: 2, maxLength: 6, selector: ({ community, ageBand }) => `${community} ${ageBand}` }), (groups) => {
    const cells = released(groups);
    weighed += cells.filter((cell) => cell.weighted !== null).length;
    const possible = alternatives(groups, cells);
    // the raw counts alone may settle a group: everybody of a published set was satisfied, or nobody
    const byRaw = alternatives(groups, cells.map((cell) => ({ ...cell, weighted: null })));
    const settled = (among: readonly number[][], i: number) => among.every((missing) => missing[i] === among[0]![i]);
    groups.forEach(({ scored }, i) => {
      if (scored < rules.smallestCell && !settled(byRaw, i)) expect([i, settled(possible, i)]).toEqual([i, false]);
    });
  }), { numRuns: 80 });
  expect(weighed).toBeGreaterThan(40);
});
