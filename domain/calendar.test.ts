import fc from 'fast-check';
import { dateTime, dayOfText, fullDateTime, lastDayUntil, minuteOfWeek, monthDay, monthsLater, shanghaiDay, startOfShanghaiDay } from './calendar';

const ms = (iso: string) => Date.parse(iso);

describe('the calendar of Shanghai', () => {
  test.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22', '2026-11-21T16:00:00.000Z'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23', '2026-11-22T16:00:00.000Z'],
    ['2026-12-31T20:00:00.000Z', '2027-01-01', '2026-12-31T16:00:00.000Z'],
  ])('S1 at %s it is %s', (now, today, began) => {
    expect(shanghaiDay(ms(now))).toBe(today);
    expect(new Date(startOfShanghaiDay(ms(now))).toISOString()).toBe(began);
  });

  test('S1 agrees with the time zone database since 1992', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    fc.assert(fc.property(fc.integer({ min: ms('1992-01-01T00:00:00Z'), max: ms('2099-12-31T00:00:00Z') }), (t) => {
      expect(shanghaiDay(t)).toBe(zone.format(t));
    }));
  });

  test.each([
    ['2026-11-22T16:00:00Z', 0],
    ['2026-11-22T15:59:59Z', 10079],
    ['2026-11-23T00:30:00Z', 8 * 60 + 30],
  ])('S2 at %s it is minute %d of the week', (now, minute) => {
    expect(minuteOfWeek(ms(now))).toBe(minute);
  });

  test.each([
    ['2027-05-22T00:00:00.000Z', 24, '2029-05-22T00:00:00.000Z'],
    // 31 January 07:00 in Liangzhou, the last day of February
    ['2027-01-30T23:00:00.000Z', 1, '2027-02-27T23:00:00.000Z'],
    ['2027-12-31T16:30:00.000Z', 2, '2028-02-29T16:30:00.000Z'],
  ])('S3 %s and %d months is %s', (from, months, to) => expect(monthsLater(from, months)).toBe(to));

  test('S4 texts', () => {
    expect([lastDayUntil('2026-12-10T16:00:00.000Z'), lastDayUntil('2026-12-10T16:00:00.001Z')]).toEqual(['2026-12-10', '2026-12-11']);
    expect(monthDay('2026-11-22')).toBe('11月22日');
    expect(monthDay('2026-03-04T18:00:00Z')).toBe('3月5日');
    expect(dateTime('2026-11-22T10:30:00.000Z')).toBe('11月22日 18:30');
    expect(fullDateTime('2026-12-31T16:05:00.000Z')).toBe('2027年1月1日 00:05');
  });

  test.each([['2026-10-1', '2026-10-01'], ['2026年10月1日', '2026-10-01'], ['２０２６.10.01', '2026-10-01'], ['2026/10/01', '2026-10-01'], ['2026-02-30', null], ['10月1日', null], ['', null]])('S5 the day %s is %s', (text, day) => expect(dayOfText(text)).toBe(day));
});
