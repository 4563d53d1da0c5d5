import fc from 'fast-check';
import { expectedShare, paceOf, roundState } from './round';

const round = { opensAt: 1000, closesAt: 2000, graceMs: 500 };

describe('a round', () => {
  test.each([
    ['S1 before the opening', 999, null, 'not_open'],
    ['S1 at the opening', 1000, null, 'open'],
    ['S1 just before the closing', 1999, null, 'open'],
    ['S2 begun in time, at the closing', 2000, 1999, 'grace'],
    ['S2 begun in time, at the end of the grace', 2499, 1000, 'grace'],
    ['S2 begun in time, after the grace', 2500, 1999, 'closed'],
    ['S3 after the closing without a ticket', 2000, null, 'closed'],
    ['S3 begun at the closing', 2100, 2000, 'closed'],
    ['S3 begun before the opening', 2100, 999, 'closed'],
    ['S3 begun in the future', 2100, 2200, 'closed'],
  ] as const)('%s', (_, now, startedAt, state) => {
    expect(roundState(round, now, startedAt)).toBe(state);
  });

  test('S4 the expected share grows evenly and stays in 0 … 1', () => {
    expect([500, 1000, 1250, 2000, 9000].map((now) => expectedShare(round, now))).toEqual([0, 0, 0.25, 1, 1]);
    fc.assert(fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
      expect(expectedShare(round, Math.max(a, b))).toBeGreaterThanOrEqual(expectedShare(round, Math.min(a, b)));
    }));
    expect(expectedShare({ opensAt: 5, closesAt: 5 }, 5)).toBe(1);
  });

  test.each([
    ['the target is reached', 20, 20, 0.2, 'enough'],
    ['nothing is aimed at', 0, 0, 1, 'enough'],
    ['nothing is expected yet', 0, 20, 0, 'on_track'],
    ['less than one answer short', 0, 20, 0.04, 'on_track'],
    ['90 % of what is expected', 45, 100, 0.5, 'on_track'],
    ['60 % of what is expected', 30, 100, 0.5, 'slow'],
    ['less than 60 %', 29, 100, 0.5, 'behind'],
  ] as const)('S5 %s', (_, answered, target, expected, pace) => {
    expect(paceOf({ answered, target }, expected)).toBe(pace);
  });
});
