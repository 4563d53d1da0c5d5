import fc from 'fast-check';
import { upkeep } from '../rules';
import { freshness, lastSign, standingByReports } from './upkeep';

const day = 86_400_000;
const now = 1_000 * day;
const rules = { doubtAt: 2, hideAt: 3, withinDays: 90, mostADay: 5 };
const by = (...people: string[]) => people.map((person, i) => ({ by: person, at: now - (i + 1) * day }));

test.each([
  ['nobody', by(), null, null],
  ['one person', by('a'), null, null],
  ['S1 one person ten times', by(...Array<string>(10).fill('a')), null, null],
  ['S3 two people', by('a', 'b'), null, 'doubted'],
  ['S3 three people', by('a', 'b', 'c'), null, 'hidden'],
  ['S2 reports before the last confirmation', by('a', 'b', 'c'), now - day / 2, null],
  ['S2 one of three is older than the confirmation', by('a', 'b', 'c'), now - 2.5 * day, 'doubted'],
  ['S2 old reports', [{ by: 'a', at: now - 91 * day }, { by: 'b', at: now - day }], null, null],
] as const)('%s', (_what, reports, confirmed, expected) => {
  expect(standingByReports(reports, confirmed, now, rules)).toBe(expected);
});

test('S3 one person alone never lowers a standing, whatever the rule file says', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 200 })), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (ages, doubtAt, hideAt) => {
    expect(standingByReports(ages.map((age) => ({ by: 'a', at: now - age * day })), null, now, { ...rules, doubtAt, hideAt })).toBeNull();
  }));
});

test.each([
  ['today', now, 'fresh'], ['on the last fresh day', now - upkeep.freshDays * day, 'fresh'], ['a day later', now - (upkeep.freshDays + 1) * day, 'ageing'],
  ['on the last day', now - upkeep.staleDays * day, 'ageing'], ['after it', now - (upkeep.staleDays + 1) * day, 'stale'], ['never', null, 'stale'],
])('S4 confirmed %s', (_what, sign, expected) => {
  expect(freshness(sign, now, upkeep)).toBe(expected);
});

test('S4 the last sign is the newer of both', () => {
  expect(lastSign('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z')).toBe(Date.parse('2026-01-02T00:00:00Z'));
  expect(lastSign(null, '2026-01-01T00:00:00Z')).toBe(Date.parse('2026-01-01T00:00:00Z'));
  expect(lastSign(null, null)).toBeNull();
});
