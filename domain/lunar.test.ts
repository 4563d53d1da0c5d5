import { numberOfDay } from './almanac';
import { lunarDate } from './lunar';

test.each([
  ['春节 2024', '2024-02-10', 1, 1], ['除夕 2025', '2025-01-28', 12, 29], ['春节 2025', '2025-01-29', 1, 1], ['端午 2025', '2025-05-31', 5, 5],
  ['a leap sixth month', '2025-07-26', 6, 2], ['中秋 2025', '2025-10-06', 8, 15], ['春节 2026', '2026-02-17', 1, 1], ['端午 2026', '2026-06-19', 5, 5],
  ['中秋 2026', '2026-09-25', 8, 15], ['春节 2027', '2027-02-06', 1, 1], ['春节 2028', '2028-01-26', 1, 1], ['春节 2033', '2033-01-31', 1, 1], ['冬月初一 2033', '2033-11-22', 11, 1],
])('L1 %s is %s', (_, day, month, date) => {
  expect(lunarDate(numberOfDay(day))).toEqual({ month, day: date });
});

test('L1 of twenty years, every month has 29 or 30 days, each once and in order', () => {
  let before = lunarDate(numberOfDay('2019-12-31')).day;
  for (let number = numberOfDay('2020-01-01'); number < numberOfDay('2040-01-01'); number += 1) {
    const { day } = lunarDate(number);
    if (day === 1) expect([29, 30]).toContain(before);
    else expect(day).toBe(before + 1);
    before = day;
  }
});
