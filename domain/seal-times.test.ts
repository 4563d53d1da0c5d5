import fc from 'fast-check';
import { isSealDue, type Sealing } from './seal-times';

const hour = 3_600_000;
const noon = Date.parse('2026-11-18T04:00:00Z'); // 12:00 in Liangzhou
const round: Sealing = { opensAt: noon - 100 * hour, graceEndsAt: noon + 100 * hour, lastSealAt: noon - hour, waiting: 0 };

test.each<[string, Partial<Sealing>, boolean]>([
  ['S1 twice in one hour', { lastSealAt: noon, waiting: 500 }, false],
  ['S2 nothing waits', {}, true],
  ['S3 nine wait', { waiting: 9 }, false],
  ['S3 ten wait', { waiting: 10 }, true],
  ['S3 one waits, and today had no seal yet', { waiting: 1, lastSealAt: noon - 13 * hour }, true],
  ['S3 the first seal of all', { waiting: 1, lastSealAt: null }, true],
  ['S4 the last, after the grace time', { waiting: 1, graceEndsAt: noon }, true],
  ['S4 the last, with nothing waiting', { graceEndsAt: noon }, true],
  ['S4 none after the last', { graceEndsAt: noon - hour, lastSealAt: noon - hour }, false],
  ['S4 but whatever still came', { graceEndsAt: noon - hour, lastSealAt: noon - hour, waiting: 1 }, true],
  ['before it opens', { opensAt: noon + hour, lastSealAt: null }, false],
])('%s', (_, change, due) => expect(isSealDue({ ...round, ...change }, noon + hour / 12)).toBe(due));

test('S5 whatever comes when, it waits less than a day with a timer every five minutes', () => {
  fc.assert(fc.property(fc.array(fc.nat(48 * 12), { minLength: 1, maxLength: 30 }), (steps) => {
    let lastSealAt: number | null = null;
    let waitingSince: number[] = [];
    const arrivals = [...steps].sort((a, b) => a - b);
    const end = noon + 100 * hour;
    for (let step = 0; step < 100 * 12; step += 1) {
      const now = noon + step * (hour / 12);
      waitingSince.push(...arrivals.filter((arrival) => arrival === step).map(() => now));
      if (isSealDue({ opensAt: noon, graceEndsAt: end, lastSealAt, waiting: waitingSince.length }, now)) {
        for (const since of waitingSince) expect(now - since).toBeLessThan(24 * hour);
        waitingSince = [];
        lastSealAt = now;
      }
    }
    expect(waitingSince).toEqual([]);
  }), { numRuns: 30 });
});
