import fc from 'fast-check';
import { method, plan } from '../rules';
import type { CensusTable } from '../types/rules';
import { binomial, fewestSatisfied, powerToReach, scoresFor, shareOut } from './sample-size';
import { communityN, weigh, type WeightGroup } from './weights';

const { target, z } = method;
const sample = method.sample!;

test('N1 the binomial sums to one and has its mean', () => {
  for (const [n, p] of [[1, 0.5], [50, 0.9], [1640, 0.92], [20000, 0.999]] as const) {
    const probabilities = binomial(n, p);
    expect(probabilities.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 10);
    expect(probabilities.reduce((sum, x, k) => sum + x * k, 0) / n).toBeCloseTo(p, 10);
  }
  expect(binomial(2, 0.5)).toEqual(new Float64Array([0.25, 0.5, 0.25]));
});

test('N1 power is the chance of enough satisfied', () => {
  expect(fewestSatisfied(100, target, z)).toBe(96);
  expect(powerToReach(100, 0.96, target, z)).toBeCloseTo(binomial(100, 0.96).slice(96).reduce((sum, x) => sum + x, 0), 12);
  expect(powerToReach(30, 0.99, target, z)).toBe(0);
  expect(powerToReach(400, 0.9, target, z)).toBeLessThan(0.03);
});

test.each([[0.92, 1640], [0.93, 720], [0.94, 400], [0.95, 260]])('N2 a truth of %d takes %d scores', (truth, expected) => {
  const n = scoresFor(truth, 0.8, target, z);
  expect(Math.abs(n / expected - 1)).toBeLessThanOrEqual(0.03);
});

test.each([[0.9, 0.8], [0.85, 0.8], [1, 0.8], [0.95, 1]])('N2 refuses a truth of %d at power %d', (truth, power) => {
  expect(() => scoresFor(truth, power, target, z)).toThrow(RangeError);
});

const scores = scoresFor(sample.truth, sample.power, target, z);
const table = (people: Record<string, number>): CensusTable => ({
  kind: 'census', version: '1', title: '', source: '', status: '演示',
  communities: Object.entries(people).map(([code, adults]) => ({ code, adults: { '18-59': adults, '60-up': 0 } })),
});

describe('shares', () => {
  test('N3 N4 by adults, not under the floor, with what drops out on the way', () => {
    const shares = shareOut([{ communities: ['a', 'b', 'c'] }], 400, table({ a: 8000, b: 1960, c: 40 }), sample);
    expect(shares).toEqual([
      { community: 'a', scores: 416, answers: 490, letters: 1225 },
      { community: 'b', scores: 102, answers: 120, letters: 300 },
      { community: 'c', scores: 20, answers: 24, letters: 60 },
    ]);
  });

  test('N3 equally without a census table; a community of two circles brings the larger share', () => {
    const shares = shareOut([{ communities: ['a', 'b'] }, { communities: ['b', 'c', 'd', 'e'] }], 400, null, sample);
    expect(Object.fromEntries(shares.map(({ community, scores: n }) => [community, n]))).toEqual({ a: 260, b: 260, c: 130, d: 130, e: 130 });
    expect(() => shareOut([{ communities: ['a'] }], 400, table({ b: 1 }), sample)).toThrow(RangeError);
  });

  test('N5 all green publishes: every circle of the plan and the district pass their gates, whatever the households', () => {
    const codes = [...new Set(plan.circles.flatMap(({ communities }) => communities))];
    const people = fc.array(fc.integer({ min: 300, max: 9000 }), { minLength: codes.length, maxLength: codes.length });
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 });
    fc.assert(fc.property(people, sizes, fc.double({ min: 0.1, max: 0.4, noNaN: true }), (adults, households, elders) => {
      const census: CensusTable = { ...table({}), communities: codes.map((code, i) => ({ code, adults: { '18-59': Math.round(adults[i]! * (1 - elders)), '60-up': Math.round(adults[i]! * elders) } })) };
      const groups: WeightGroup[] = shareOut(plan.circles, scores, census, sample).flatMap((share) =>
        Array.from({ length: share.scores }, (_, i) => ({ community: share.community, band: i % 4 === 0 ? '60-up' as const : '18-59' as const, household: households[i % 20]!, scored: 1, satisfied: 1 })));
      const of = (communities: readonly string[]) => groups.filter(({ community }) => communities.includes(community));
      for (const { communities } of plan.circles) {
        expect(weigh(of(communities), census, method)!.nEff).toBeGreaterThanOrEqual(method.gates.circle);
        for (const code of communities) expect(communityN(of([code]), method)).toBeGreaterThanOrEqual(method.gates.community);
      }
      expect(weigh(groups, census, method)!.nEff).toBeGreaterThanOrEqual(method.gates.district);
    }), { numRuns: 12 });
  });
});
