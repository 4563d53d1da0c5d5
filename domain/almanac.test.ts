import type { HolidayRules } from '../types/rules';
import holidaysFile from '../rules/holidays.json';
import { almanacOf, dayNumber, isDay, minuteOfDay, numberOfDay } from './almanac';
import { lunarDate } from './lunar';

const almanac = almanacOf(holidaysFile as HolidayRules, lunarDate);
const on = (day: string) => almanac(numberOfDay(day));

test('A1 days are those of Liangzhou, minutes of their day too', () => {
  expect([dayNumber(0), minuteOfDay(0)]).toEqual([0, 480]);
  expect(dayNumber(Date.parse('2026-11-18T16:00:00Z'))).toBe(numberOfDay('2026-11-19'));
  expect([on('2026-11-18').weekday, on('2026-11-22').weekday]).toEqual([2, 6]);
  expect([isDay('2026-02-28'), isDay('2026-02-29'), isDay('2026-02-31'), isDay('2026-13-01')]).toEqual([true, false, false, false]);
});

test.each([
  ['the first day of 国庆', '2026-10-01', '国庆节', false], ['its last', '2026-10-07', '国庆节', false], ['the day after', '2026-10-08', null, false],
  ['a working Saturday', '2026-10-10', null, true], ['a working Sunday', '2026-09-20', null, true], ['a common Saturday', '2026-10-17', null, false], ['除夕', '2026-02-16', '春节', false],
])('A2 %s', (_, day, holiday, working) => {
  expect(on(day)).toMatchObject({ holiday, working });
});

test.each([
  ['元旦', '2027-01-01', '元旦'], ['the day after', '2027-01-02', null], ['除夕', '2027-02-05', '春节'], ['初三', '2027-02-08', '春节'], ['初四', '2027-02-09', null],
  ['端午', '2027-06-09', '端午节'], ['中秋', '2027-09-15', '中秋节'], ['国庆, third day', '2027-10-03', '国庆节'], ['清明, which needs the sun', '2027-04-05', null],
])('A3 without a notice: %s', (_, day, holiday) => {
  expect(on(day)).toMatchObject({ holiday, working: false });
});
