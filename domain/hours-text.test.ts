import fc from 'fast-check';
import type { Span, WeekHours } from '../types/contract/shared';
import { describeWeek, problemsOfHours } from './hours';
import { readHoursText } from './hours-text';

const span = (from: number, to: number, overnight?: boolean): Span => ({ from: from * 60, to: to * 60, ...(overnight ? { overnight } : {}) });
const everyDay = (...spans: Span[]): WeekHours => Array.from({ length: 7 }, () => spans);
const on = (days: string, ...spans: Span[]): WeekHours => Array.from({ length: 7 }, (_, day) => (days.includes(String(day + 1)) ? spans : []));

describe('opening hours as typed', () => {
  test.each([
    ['S1 half width', '06:30-22:00', everyDay(span(6.5, 22))],
    ['S1 full width', '０６：３０－２２：００', everyDay(span(6.5, 22))],
    ['S1 a long dash and spaces', '6:30 —— 22:00', everyDay(span(6.5, 22))],
    ['S1 a tilde', '6:30~22:00', everyDay(span(6.5, 22))],
    ['S1 至', '6:30至22:00', everyDay(span(6.5, 22))],
    ['S2 nothing', '  ', null],
    ['S3 two parts, two spans', '周一至周六 08:30-12:00 14:00-18:30;周日 休息', on('123456', span(8.5, 12), span(14, 18.5))],
    ['S3 a full-width semicolon, a 、 and no space', '周一至周六08:30-12:00、14:00-18:30;周日休息', on('123456', span(8.5, 12), span(14, 18.5))],
    ['S3 a new line and a colon after the days', '周一至周五:9:00-17:00\n周末:10:00-15:00', [...on('12345', span(9, 17)).slice(0, 5), [span(10, 15)], [span(10, 15)]]],
    ['S4 星期 and 天', '星期一至星期天 9:00-17:00', everyDay(span(9, 17))],
    ['S4 single days', '周一、三、五 9:00-17:00', on('135', span(9, 17))],
    ['S4 工作日', '工作日 9:00-17:00', on('12345', span(9, 17))],
    ['S4 past Sunday', '周六至周一 9:00-17:00', on('167', span(9, 17))],
    ['S4 天天', '天天 9:00-17:00', everyDay(span(9, 17))],
    ['S5 the rest of the week', '8:00-20:00;周日 休息', on('123456', span(8, 20))],
    ['S5 a day nobody speaks of', '周一 8:00-20:00', on('1', span(8, 20))],
    ['S6 spoken times', '8点半-12点,14时-18点30分', everyDay(span(8.5, 12), span(14, 18.5))],
    ['S6 全天', '全天', everyDay(span(0, 24))],
    ['S6 24 小时营业', '24小时营业', everyDay(span(0, 24))],
    ['S6 until midnight', '8:00-24:00', everyDay(span(8, 24))],
    ['S7 past midnight', '18:00-次日02:00', everyDay(span(18, 2, true))],
    ['S7 past midnight, with a space', '周五 18:00 - 次日 2:00', on('5', span(18, 2, true))],
  ] as [string, string, WeekHours | null][])('%s', (_, text, hours) => {
    expect(readHoursText(text)).toEqual({ ok: true, hours });
  });

  test.each([
    ['S4 a weekday that is none', '周八 8:00-20:00', 'unreadable'],
    ['S5 a day twice', '周一至周三 8:00-20:00;周三 休息', 'day_twice'],
    ['S5 two parts without days', '8:00-12:00;14:00-20:00', 'day_twice'],
    ['S6 25 hours', '8:00-25:00', 'unreadable'],
    ['S6 24:30', '8:00-24:30', 'unreadable'],
    ['S6 61 minutes', '8:61-20:00', 'unreadable'],
    ['S6 from 24:00', '24:00-次日2:00', 'unreadable'],
    ['S6 no time at all', '早上到晚上', 'unreadable'],
    ['S6 only a beginning', '8:00', 'unreadable'],
    ['S6 days alone', '周一至周五', 'unreadable'],
    ['S7 closes before it opens', '18:00-9:00', 'hours_inverted'],
    ['S7 overnight that is none', '9:00-次日18:00', 'hours_inverted'],
    ['S8 overlapping spans', '8:00-12:00 11:00-15:00', 'hours_overlap'],
    ['S8 a night that runs into the morning', '周五 20:00-次日6:00;周六 5:00-9:00', 'hours_overlap'],
    ['S8 five spans', '1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00 9:00-10:00', 'too_many'],
  ])('%s is refused', (_, text, problem) => {
    expect(readHoursText(text)).toMatchObject({ ok: false, problem });
  });

  test('S8 the part that can’t be read is named', () => {
    expect(readHoursText('周一 8:00-20:00;周二 看心情')).toEqual({ ok: false, problem: 'unreadable', part: '周二 看心情' });
  });

  const minute = fc.integer({ min: 0, max: 1439 });
  const day = fc.uniqueArray(minute, { maxLength: 8 }).map((cuts): Span[] => {
    const sorted = cuts.sort((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({ from: sorted[2 * i]!, to: sorted[2 * i + 1]! }));
  });
  const late = fc.tuple(fc.integer({ min: 1200, max: 1439 }), fc.integer({ min: 0, max: 300 })).map(([from, to]): Span[] => [{ from, to, overnight: true }]);
  const week = fc.oneof(fc.array(day, { minLength: 7, maxLength: 7 }), late.map((spans) => everyDay(...spans)), fc.constant(everyDay(span(0, 24))));

  test('S9 what is described is read back', () => {
    fc.assert(fc.property(week, (hours) => {
      expect(problemsOfHours(hours)).toBeNull();
      const text = describeWeek(hours).map(({ days, text: spans }) => `${days} ${spans}`).join(';');
      expect(readHoursText(text)).toEqual({ ok: true, hours });
    }));
  });

  test('no text makes it throw, and what it reads is sound', () => {
    const scrap = fc.constantFrom('周一', '至', '8:00', '-', '次日', '24:00', '休息', ';', ' ', '、', '全天', '半', '点', '三', '：');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(scrap, { maxLength: 12 }).map((pieces) => pieces.join(''))), (text) => {
      const read = readHoursText(text);
      if (read.ok && read.hours) expect(problemsOfHours(read.hours)).toBeNull();
    }));
  });
});
