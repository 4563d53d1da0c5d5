import fc from 'fast-check';
import { ageCountOf, dayCounted, leastInBand, mayCount, mayShow, sumShown, type AgeCount } from './age-counts';

const count = (younger: number, older: number): AgeCount => ({ younger, older });

test('S1 the options of the questionnaire fall into two bands, and nobody is left out', () => {
  const rows = [{ ageBand: '18-34', n: 3 }, { ageBand: '35-49', n: 4 }, { ageBand: '50-59', n: 5 }, { ageBand: '60-69', n: 6 }, { ageBand: '70-79', n: 7 }, { ageBand: '80-up', n: 8 }];
  expect(ageCountOf(rows)).toEqual(count(12, 21));
  expect(ageCountOf([])).toEqual(count(0, 0));
});

test.each([
  ['five in each', 5, 5, true],
  ['four of one band, who would follow from the total', 40, 4, false],
  ['four of the other', 4, 40, false],
  ['nobody of 60 and more', 40, 0, false],
  ['nobody under 60', 0, 40, false],
  ['nobody', 0, 0, false],
])('S2 %s', (_, younger, older, shown) => expect(mayShow(null, count(younger, older))).toBe(shown));

test.each([
  ['five more in each', 25, 13, true],
  ['one more', 21, 8, false],
  ['many more of one band, one of the other', 60, 9, false],
  ['many more of one band alone', 60, 8, false],
  ['the same', 20, 8, false],
  ['one withdrawn', 19, 8, false],
  ['many withdrawn', 5, 5, false],
  ['ten came and six withdrew', 24, 8, false],
])('S3 after 20 and 8: %s', (_, younger, older, shown) => expect(mayShow(count(20, 8), count(younger, older))).toBe(shown));

test('S4 a count is of the day before where it was made in the first hour, else of its own hour; without a seal of today there is none', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);
  expect(mayCount(at('2026-11-18T00:03'), at('2026-11-18T22:00'))).toBe(true);
  expect(mayCount(at('2026-11-17T23:59'), at('2026-11-18T00:01'))).toBe(false);
  expect(dayCounted(at('2026-11-18T00:03'))).toBe('2026-11-17');
  expect(dayCounted(at('2027-01-01T00:59'))).toBe('2026-12-31');
  expect(dayCounted(at('2026-11-18T01:00'))).toBeNull();
});

test('S5 a street is the sum of what is shown, and says of how many and when', () => {
  expect(sumShown([{ younger: 20, older: 8, at: '2026-11-17T16:05:00.000Z' }, null, { younger: 7, older: 9, at: '2026-11-15T16:05:00.000Z' }])).toEqual({ younger: 27, older: 17, communities: 2, of: 3, oldest: '2026-11-15T16:05:00.000Z', newest: '2026-11-17T16:05:00.000Z' });
  expect(sumShown([null, null])).toBeNull();
});

/**
 * One who watches: she knows the total of the community after every answer and withdrawal, sees what is shown each day, and takes any two of
 * these from each other.
 */
test('S2 S3 whatever is shown, or follows from two days of it, is of nobody or of at least five in either band', () => {
  const days = fc.array(fc.record({ younger: fc.nat(9), older: fc.nat(6), youngerLeft: fc.nat(2), olderLeft: fc.nat(2) }), { minLength: 1, maxLength: 21 });
  fc.assert(fc.property(days, (came) => {
    let now = count(0, 0);
    let shown: AgeCount | null = null;
    const seen: AgeCount[] = [];
    for (const day of came) {
      now = count(Math.max(0, now.younger + day.younger - day.youngerLeft), Math.max(0, now.older + day.older - day.olderLeft));
      if (mayShow(shown, now)) shown = now;
      if (shown) seen.push(shown);
    }
    for (const [i, one] of seen.entries()) {
      expect(Math.min(one.younger, one.older)).toBeGreaterThanOrEqual(leastInBand);
      for (const other of seen.slice(i + 1)) {
        const [younger, older] = [other.younger - one.younger, other.older - one.older];
        // either the very same figure, or a step of five in both
        if (younger !== 0 || older !== 0) expect(Math.min(younger, older)).toBeGreaterThanOrEqual(leastInBand);
      }
    }
  }));
});

test('S5 a sum less the communities beside it leaves nothing of those that are not shown', () => {
  const row = fc.option(fc.record({ younger: fc.integer({ min: 5, max: 90 }), older: fc.integer({ min: 5, max: 90 }), at: fc.constant('2026-11-17T16:05:00.000Z') }), { nil: null });
  fc.assert(fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
    const sum = sumShown(rows);
    const beside = rows.filter((one) => one !== null);
    expect([(sum?.younger ?? 0) - beside.reduce((n, { younger }) => n + younger, 0), (sum?.older ?? 0) - beside.reduce((n, { older }) => n + older, 0)]).toEqual([0, 0]);
  }));
});
