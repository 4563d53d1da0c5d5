import fc from 'fast-check';
import { method, questionnaireA as q } from '../rules';
import type { Answers } from '../types/contract/survey';
import { cellOf, displayRate, rate, tally, verdict, wilson, type CountedResponse } from './satisfaction';

const z = 1.96;
const answer = (A6: string, change: Answers = {}): Answers => ({ A2: '35-49', A3: 'over-3-years', A6, ...change });
const repeat = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);

describe('the rate', () => {
  test('S1 counts the very satisfied and the satisfied among those with a score', () => {
    const responses = [
      ...repeat(586, answer('very-satisfied')), ...repeat(311, answer('satisfied')), ...repeat(60, answer('neutral')),
      ...repeat(30, answer('dissatisfied')), ...repeat(13, answer('very-dissatisfied')), ...repeat(25, answer('unclear')), {}, answer('five'),
    ];
    const counts = tally(q, responses);
    expect(counts).toEqual({ answered: 1025, scored: 1000, satisfied: 897, unclear: 25 });
    expect(rate(counts)).toBe(0.897);
    expect(rate({ scored: 0, satisfied: 0 })).toBeNull();
  });
});

describe('the interval', () => {
  // The table in the method's notes, at p = 90 % in whole people.
  test.each([
    [30, 74.4, 96.5],
    [50, 78.6, 95.7],
    [100, 82.6, 94.5],
    [200, 85.1, 93.4],
    [384, 86.7, 92.7],
    [640, 87.4, 92.1],
  ])('S2 of 90 %% among %d is %d to %d %%', (n, low, high) => {
    const interval = wilson(Math.round(0.9 * n), n, z);
    expect(Number((interval.low * 100).toFixed(1))).toBe(low);
    expect(Number((interval.high * 100).toFixed(1))).toBe(high);
  });

  test('S2 thirty of thirty do not prove 90 %, fifty of fifty do', () => {
    expect(wilson(30, 30, z).low).toBeCloseTo(0.886, 3);
    expect(wilson(50, 50, z).low).toBeGreaterThanOrEqual(0.9);
    expect(wilson(49, 50, z).low).toBeLessThan(0.9);
  });

  test.each([
    [100, 96],
    [200, 189],
    [384, 358],
    [640, 591],
  ])('S2 of %d it takes %d satisfied before the lower end reaches 90 %%', (n, satisfied) => {
    expect(wilson(satisfied, n, z).low).toBeGreaterThanOrEqual(0.9);
    expect(wilson(satisfied - 1, n, z).low).toBeLessThan(0.9);
  });

  const sample = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  test('S2 lies in 0 … 1, holds the rate, mirrors, and narrows with n', () => {
    fc.assert(fc.property(sample, ([k, n]) => {
      const { low, high } = wilson(k, n, z);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
      expect(wilson(n - k, n, z).low).toBeCloseTo(1 - high, 10);
      const wider = wilson(4 * k, 4 * n, z);
      expect(wider.high - wider.low).toBeLessThan(high - low);
    }));
  });

  test('S2 its ends are the rates that the sample just fails to rule out', () => {
    fc.assert(fc.property(sample, ([k, n]) => {
      for (const end of Object.values(wilson(k, n, z)).filter((p) => p > 0.001 && p < 0.999)) {
        expect(Math.abs(k / n - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(z, 5);
      }
    }));
  });

  test.each([[1, 0], [-1, 5], [6, 5], [NaN, 5]])('S2 refuses %d of %d', (k, n) => expect(() => wilson(k, n, z)).toThrow(RangeError));
});

describe('the verdict', () => {
  const base = { source: 'drawn', n: 400, scored: 400, satisfied: 380, target: 0.9, z, smallestCell: 10, gate: 100, communityGate: 20, perCommunity: [200, 200] } as const;

  test.each([
    ['nine answers', { n: 9, scored: 9, satisfied: 9 }, 'too_few'],
    ['nine scores', { n: 40, scored: 9, satisfied: 9 }, 'too_few'],
    ['nine volunteers', { source: 'open', n: 9, scored: 9, satisfied: 9 }, 'too_few'],
    ['any number of volunteers', { source: 'open', n: 100000, scored: 100000, satisfied: 100000 }, 'voluntary'],
    ['one under the gate', { n: 99, scored: 99, satisfied: 99 }, 'below_gate'],
    ['a community under its gate', { perCommunity: [381, 19] }, 'below_gate'],
    ['a lower end over the target', { satisfied: 380 }, 'reached'],
    ['an upper end under the target', { satisfied: 340 }, 'missed'],
    ['exactly the target', { satisfied: 360 }, 'undecided'],
    ['everybody of a hundred', { n: 100, scored: 100, satisfied: 100 }, 'reached'],
    ['95 of a hundred', { n: 100, scored: 100, satisfied: 95 }, 'undecided'],
  ] as const)('S3 %s', (_, change, expected) => {
    expect(verdict({ ...base, ...change })).toBe(expected);
  });
});

describe('a shown rate', () => {
  test.each([
    [0.897, '89.7%'],
    [0.9, '90.0%'],
    [0.89999, '89.9%'],
    [0.8996, '89.9%'],
    [0.90001, '90.0%'],
    [0.9996, '99.9%'],
    [1, '100.0%'],
    [0.0001, '0.1%'],
    [0, '0.0%'],
  ])('S4 %d is shown as %s', (share, shown) => expect(displayRate(share, 0.9)).toBe(shown));

  test('S4 the shown rate stands on the same side of the target as the true one, and near it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }).chain((n) => fc.integer({ min: 0, max: n }).map((k) => k / n)), fc.integer({ min: 1, max: 999 }), (share, tenths) => {
      const shown = Math.round(parseFloat(displayRate(share, tenths / 1000)) * 10);
      expect(shown >= tenths).toBe(share >= tenths / 1000);
      expect(Math.abs(shown / 1000 - share)).toBeLessThanOrEqual(0.001);
    }), { numRuns: 2000, examples: [[0.0004, 1], [0.9996, 999], [0.57, 570]] });
  });
});

describe('a cell', () => {
  const here = (n: number, A6: string, community = 'a', change: Answers = {}): CountedResponse[] => repeat(n, { community, answers: answer(A6, change) });
  const cell = (responses: CountedResponse[], change: Partial<Parameters<typeof cellOf>[0]> = {}) =>
    cellOf({ questionnaire: q, method, source: 'drawn', kind: 'circle', communities: ['a', 'b'], responses, ...change });

  test('S5 says nothing of nine', () => {
    expect(cell(here(9, 'satisfied'))).toEqual({ source: 'drawn', n: null, scored: null, rate: null, interval: null, unclear: null, verdict: 'too_few', target: 0.9 });
  });

  test('S5 says how many, and no more, where most gave no score', () => {
    expect(cell([...here(9, 'satisfied'), ...here(30, 'unclear')])).toMatchObject({ n: 39, scored: null, rate: null, interval: null, unclear: null, verdict: 'too_few' });
  });

  test('S1 S5 leaves out the ineligible', () => {
    const responses = [...here(9, 'very-satisfied'), ...here(50, 'very-satisfied', 'a', { A3: 'works-nearby' }), ...here(50, 'very-satisfied', 'a', { A2: 'under-18' })];
    expect(cell(responses).n).toBeNull();
  });

  test('S3 an open round has a rate, but neither interval nor verdict', () => {
    expect(cell([...here(90, 'satisfied'), ...here(10, 'neutral', 'b')], { source: 'open' })).toMatchObject({ n: 100, rate: 0.9, interval: null, verdict: 'voluntary' });
  });

  test('S3 a community without an answer holds the gate of its circle shut, not of the district', () => {
    expect(cell(here(400, 'satisfied')).verdict).toBe('below_gate');
    expect(cell(here(400, 'satisfied'), { kind: 'district' }).verdict).toBe('reached');
    expect(cell(here(383, 'satisfied'), { kind: 'district' }).verdict).toBe('below_gate');
  });

  test('S3 a drawn round has all three', () => {
    const whole = cell([...here(150, 'very-satisfied'), ...here(120, 'satisfied', 'b'), ...here(30, 'neutral', 'b'), ...here(20, 'unclear')]);
    expect(whole).toMatchObject({ n: 320, scored: 300, rate: 0.9, unclear: 20 / 320, verdict: 'undecided' });
    expect(whole.interval).toEqual(wilson(270, 300, z));
  });
});
