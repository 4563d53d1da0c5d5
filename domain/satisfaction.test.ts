import fc from 'fast-check';
import { beside, displayRate, rate, verdict, wilson, wilsonOf } from './satisfaction';

const z = 1.96;

describe('the rate', () => {
  test('S1 is of those who scored', () => {
    expect(rate({ satisfied: 897, scored: 1000 })).toBe(0.897);
    expect(rate({ scored: 0, satisfied: 0 })).toBeNull();
  });
});

describe('beside the rate', () => {
  test('S6 the share of 不清楚, and the rate counting it as not satisfied', () => {
    expect(beside({ answered: 1000, satisfied: 855, unclear: 50 })).toEqual({ unclear: 0.05, countingUnclear: 0.855 });
    expect(beside({ answered: 0, satisfied: 0, unclear: 0 })).toBeNull();
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

  test('S2 takes an n that is not whole, and has no width where everybody was asked', () => {
    expect(wilsonOf(0.9, 384, z)).toEqual(wilson(345.6, 384, z));
    expect(wilsonOf(0.9, Infinity, z)).toEqual({ low: 0.9, high: 0.9 });
  });

  test.each([[1, 0], [-1, 5], [6, 5], [NaN, 5]])('S2 refuses %d of %d', (k, n) => expect(() => wilson(k, n, z)).toThrow(RangeError));
});

describe('the verdict', () => {
  const of = (satisfied: number, n: number) => ({ n, scored: n, rate: satisfied / n, nEff: n, nStar: n });
  const base = { source: 'drawn', release: 'final', ...of(380, 400), target: 0.9, z, smallestCell: 10, gate: 100, communityGate: 20, perCommunity: [200, 200] } as const;

  test.each([
    ['nine answers', of(9, 9), 'too_few'],
    ['nine scores', { ...of(9, 9), n: 40 }, 'too_few'],
    ['nine scores before the final release', { ...of(9, 9), release: 'interim' }, 'too_few'],
    ['nine volunteers', { ...of(9, 9), source: 'open' }, 'too_few'],
    ['any number of volunteers', { ...of(100000, 100000), source: 'open' }, 'voluntary'],
    ['volunteers before the final release', { source: 'open', release: 'interim' }, 'voluntary'],
    ['all clear, but before the final release', { release: 'interim' }, 'interim'],
    ['one under the gate', of(99, 99), 'below_gate'],
    ['many answers of very unequal weight', { nEff: 99, nStar: 99 }, 'below_gate'],
    ['few effective answers that are nearly everybody', { ...of(99, 99), nStar: 1000 }, 'below_gate'],
    ['an n_eff that rounding put a hair under the gate', { ...of(100, 100), nEff: 99.99999999999997 }, 'reached'],
    ['a community under its gate', { perCommunity: [380, 19.9] }, 'below_gate'],
    ['a lower end over the target', of(380, 400), 'reached'],
    ['376 of 400', of(376, 400), 'reached'],
    ['the same rate on fewer effective answers', { ...of(376, 400), nEff: 150, nStar: 150 }, 'undecided'],
    ['… and drawn from few people', { ...of(376, 400), nEff: 150, nStar: 400 }, 'reached'],
    ['an upper end under the target', of(340, 400), 'missed'],
    ['exactly the target', of(360, 400), 'undecided'],
    ['exactly the target, everybody asked', { ...of(360, 400), nStar: Infinity }, 'reached'],
    ['everybody of a hundred', of(100, 100), 'reached'],
    ['95 of a hundred', of(95, 100), 'undecided'],
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
