import fc from 'fast-check';
import { nextTry } from './push-pauses';

const rules = { attempts: 6, firstPauseMinutes: 5, factor: 3, longestPauseHours: 24, consentMonths: 12, mostConsents: 20 };

test('P1 the pauses grow: 5, 15, 45, 135, 405 minutes', () => {
  expect([1, 2, 3, 4, 5].map((tries) => nextTry(tries, 0, rules)! / 60_000)).toEqual([5, 15, 45, 135, 405]);
});
test('P1 no pause is longer than the longest', () => {
  expect(nextTry(5, 0, { ...rules, longestPauseHours: 1 })).toBe(3_600_000);
});
test('P2 after the last try it is given up', () => {
  expect(nextTry(6, 0, rules)).toBeNull();
  expect(nextTry(7, 0, rules)).toBeNull();
});
test('P1 P2 with any rule every pause is after now and none shorter than the one before, and it ends', () => {
  const anyRules = fc.record({ attempts: fc.integer({ min: 1, max: 20 }), firstPauseMinutes: fc.integer({ min: 1, max: 60 }), factor: fc.integer({ min: 1, max: 5 }), longestPauseHours: fc.integer({ min: 1, max: 48 }), consentMonths: fc.constant(12), mostConsents: fc.constant(20) });
  fc.assert(fc.property(anyRules, (some) => {
    let before = 0;
    for (let tries = 1; tries < some.attempts; tries += 1) {
      const at = nextTry(tries, 0, some)!;
      expect(at).toBeGreaterThan(0);
      expect(at).toBeGreaterThanOrEqual(before);
      before = at;
    }
    expect(nextTry(some.attempts, 0, some)).toBeNull();
  }));
});
