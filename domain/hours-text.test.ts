import fc from 'fast-check';
import type { DatedHours, Span, WeekHours } from '../types/contract/shared';
import { problemsOfHours } from './hours';
import { anyHours } from './hours-arbitraries';
import { readHoursText } from './hours-text';
import { writeHours } from './hours-words';

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
    expect(readHoursText(text)).toEqual({ ok: true, hours, dated: null });
  });

  test.each([
    ['S5 a rest in brackets', '早6点-晚10点(周一休)', on('234567', span(6, 22))],
    ['S8 morning and afternoon', '上午8:30-12:00 下午2:00-6:00', everyDay(span(8.5, 12), span(14, 18))],
    ['S8 the same with a semicolon', '上午8:30-12:00；下午2:00-6:00', everyDay(span(8.5, 12), span(14, 18))],
    ['S5 除外', '每天8点-20点（周日除外）', on('123456', span(8, 20))],
    ['S5 除…外', '除周三外每天8:00-20:00', on('124567', span(8, 20))],
    ['S5 a rest among more days', '周一至周日 8:00-20:00，周三休息', on('124567', span(8, 20))],
    ['T2 Chinese numbers', '早八点到晚九点', everyDay(span(8, 21))],
    ['T2 half past', '早上七点半至晚上十点半', everyDay(span(7.5, 22.5))],
    ['S7 noon until dawn', '中午12点-凌晨2点', everyDay(span(12, 2, true))],
    ['S7 evening until night', '晚6点-夜里1点', everyDay(span(18, 1, true))],
    ['S8 evening until midnight', '下午5点-晚12点', everyDay(span(17, 24))],
    ['T1 full-width colons and long dashes', '8：00—22：00', everyDay(span(8, 22))],
    ['S6 a dot', '8.30-18.00', everyDay(span(8.5, 18))],
    ['S6 hours alone beside a part of the day', '早8-晚10', everyDay(span(8, 22))],
    ['S6 8-20点', '8-20点', everyDay(span(8, 20))],
    ['T4 words that say nothing', '营业时间：每天 8:00-20:00', everyDay(span(8, 20))],
    ['T2 24 hours', '二十四小时营业', everyDay(span(0, 24))],
    ['S2 not fixed', '不固定', null],
    ['S5 two parts without days', '8:00-12:00;14:00-20:00', everyDay(span(8, 12), span(14, 20))],
  ] as [string, string, WeekHours | null][])('as people write: %s', (_, text, hours) => {
    expect(readHoursText(text)).toEqual({ ok: true, hours, dated: null });
  });

  test.each([
    ['S9 holidays', '8:00-20:00，法定节假日休息', everyDay(span(8, 20)), { holidays: 'closed' }],
    ['S9 as usual', '每天8:00-20:00 节假日照常营业', everyDay(span(8, 20)), { holidays: 'usual' }],
    ['S9 together with the weekend', '工作日8:00-20:00；周末及节假日9:00-17:00', [...on('12345', span(8, 20)).slice(0, 5), [span(9, 17)], [span(9, 17)]], { holidays: [span(9, 17)] }],
    ['S9 weekend and holidays', '周一至周五8:30-17:30，周末、节假日休息', on('12345', span(8.5, 17.5)), { holidays: 'closed' }],
    ['S9 alone', '法定节假日休息', null, { holidays: 'closed' }],
    ['S10 market days', '逢农历三六九 6点-13点', everyDay(), { market: { calendar: 'lunar', days: [3, 6, 9, 13, 16, 19, 23, 26, 29], spans: [span(6, 13)] } }],
    ['S10 first and fifteenth', '初一、十五 6:00-12:00', everyDay(), { market: { calendar: 'lunar', days: [1, 15], spans: [span(6, 12)] } }],
    ['S10 of the common calendar', '公历5日、15日、25日 早6点-下午1点', everyDay(), { market: { calendar: 'solar', days: [5, 15, 25], spans: [span(6, 13)] } }],
    ['S10 beside a week', '周一至周六 8:00-18:00;逢公历5 6:00-20:00', on('123456', span(8, 18)), { market: { calendar: 'solar', days: [5, 15, 25], spans: [span(6, 20)] } }],
    ['S11 a pause', '8:00-20:00；暂停营业到2026年12月3日（装修）', everyDay(span(8, 20)), { closed: { until: '2026-12-03', reason: '装修' } }],
    ['S11 from a day on', '停业2026年12月1日至2026年12月9日', null, { closed: { from: '2026-12-01', until: '2026-12-09' } }],
  ] as [string, string, WeekHours | null, DatedHours][])('%s', (_, text, hours, dated) => {
    expect(readHoursText(text)).toEqual({ ok: true, hours, dated });
  });

  test.each([
    ['S10 which calendar', '逢三六九 6:00-12:00', 'which_calendar'],
    ['S11 a pause without its year', '8:00-20:00，暂停营业到12月3日', 'closed_year'],
    ['S12 seasons', '冬季9:00-18:00，夏季8:00-20:00', 'seasons'],
    ['S12 months', '5月-9月 8:00-20:00', 'seasons'],
    ['S12 about', '早上8点左右-晚上9点', 'vague'],
    ['S7 8 to 6', '早8点-6点', 'hours_inverted'],
    ['S12 no such day', '暂停营业到2026年2月30日', 'closed_days'],
    ['S10 a day that no lunar month has', '8:00-20:00;农历三十、三十 6:00-7:00', 'market_days'],
    ['two numbers alone', '8-20', 'unreadable'],
  ])('%s is refused', (_, text, problem) => {
    expect(readHoursText(text)).toMatchObject({ ok: false, problem });
  });

  test.each([
    ['S4 a weekday that is none', '周八 8:00-20:00', 'unreadable'],
    ['S5 a day twice', '周一至周三 8:00-20:00;周三 9:00-12:00', 'day_twice'],
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

  const reason = fc.constantFrom(undefined, '装修', '回老家过年', '到12月再开');
  test('S13 what is written is read back', () => {
    fc.assert(fc.property(anyHours, reason, (hours, why) => {
      const closed = hours.dated?.closed && { closed: { ...hours.dated.closed, ...(why === undefined ? {} : { reason: why }) } };
      const dated = hours.dated && { ...hours.dated, ...closed };
      // market days without a word of the week: the other days are days of rest
      const week = (hours.week ?? (dated?.market ? everyDay() : null))?.map((spans) => [...spans].sort((a, b) => a.from - b.from)) ?? null;
      fc.pre(week === null || problemsOfHours(week) === null);
      const market = dated?.market && { market: { ...dated.market, days: [...dated.market.days].sort((a, b) => a - b) } };
      expect(readHoursText(writeHours({ week, dated }))).toEqual({ ok: true, hours: week, dated: dated && Object.keys(dated).length > 0 ? { ...dated, ...market } : null });
    }), { numRuns: 500 });
  });

  test('no text makes it throw, and what it reads is sound', () => {
    const scrap = fc.constantFrom('周一', '至', '8:00', '-', '次日', '24:00', '休息', ';', ' ', '、', '全天', '半', '点', '三', '：', '逢', '农历', '节假日', '除外', '晚', '凌晨', '(', ')', '暂停营业');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(scrap, { maxLength: 12 }).map((pieces) => pieces.join(''))), (text) => {
      const read = readHoursText(text);
      if (read.ok && read.hours) expect(problemsOfHours(read.hours)).toBeNull();
    }));
  });
});
