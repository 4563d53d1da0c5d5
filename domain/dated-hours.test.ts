import fc from 'fast-check';
import type { DatedHours, Span, WeekHours } from '../types/contract/shared';
import type { HolidayRules } from '../types/rules';
import holidaysFile from '../rules/holidays.json';
import { almanacOf, dayNumber, minuteOfDay } from './almanac';
import { isOpenAt, openStateAt, problemsOfDated, type OpeningHours } from './dated-hours';
import { openState } from './hours';
import { anyHours, anyWeek } from './hours-arbitraries';
import { lunarDate } from './lunar';

const almanac = almanacOf(holidaysFile as HolidayRules, lunarDate);
const span = (from: number, to: number, overnight?: boolean): Span => ({ from: from * 60, to: to * 60, ...(overnight ? { overnight } : {}) });
const everyDay = (...spans: Span[]): WeekHours => Array.from({ length: 7 }, () => spans);
const rest = everyDay();
const shop = everyDay(span(9, 18));
const office: WeekHours = [...everyDay(span(9, 17)).slice(0, 5), [], []];
const nights = everyDay(span(18, 2, true));
const lunar369 = { calendar: 'lunar' as const, days: [3, 6, 9, 13, 16, 19, 23, 26, 29], spans: [span(7, 13)] };
/** A day and hour in Liangzhou. */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const state = (week: WeekHours | null, dated: DatedHours | null, when: string) => openStateAt({ week, dated }, at(when), almanac);

describe('hours that depend on the date', () => {
  test.each([
    ['D1 a holiday closed', shop, { holidays: 'closed' }, '2026-10-02 10:00', { state: 'closed', opens: { day: '周四', at: '09:00' }, because: '国庆节休息' }],
    ['D1 a holiday as usual', shop, { holidays: 'usual' }, '2026-10-02 10:00', { state: 'open', until: '18:00' }],
    ['D1 a holiday with hours of its own', shop, { holidays: [span(10, 14)] }, '2026-10-02 14:30', { state: 'closed', opens: { day: '明天', at: '10:00' } }],
    ['D1 closed for a while is before a holiday', shop, { holidays: 'usual', closed: { until: '2026-10-05' } }, '2026-10-02 10:00', { state: 'closed', opens: { day: '周二', at: '09:00' }, because: '暂停营业到10月5日' }],
    ['D1 a holiday is before a market day', rest, { holidays: 'closed', market: lunar369 }, '2026-10-02 10:00', { state: 'closed', opens: { day: '下周五', at: '07:00' }, because: '国庆节休息' }],
    ['D1 a market day is before the weekday', shop, { holidays: 'usual', market: lunar369 }, '2026-11-21 08:00', { state: 'open', until: '13:00' }],
    ['D2 the last day closed', shop, { closed: { from: '2026-11-10', until: '2026-11-18', reason: '装修' } }, '2026-11-18 10:00', { state: 'closed', opens: { day: '明天', at: '09:00' }, because: '暂停营业到11月18日（装修）' }],
    ['D2 the first day open again', shop, { closed: { until: '2026-11-17' } }, '2026-11-18 10:00', { state: 'open', until: '18:00' }],
    ['D2 before it closes', shop, { closed: { from: '2026-11-19', until: '2026-11-30' } }, '2026-11-18 10:00', { state: 'open', until: '18:00' }],
    ['D3 a working Saturday like Friday', office, { adjusted: true, holidays: 'closed' }, '2026-10-10 10:00', { state: 'open', until: '17:00' }],
    ['D3 a working Sunday like Monday', office, { adjusted: true, holidays: 'closed' }, '2026-09-20 10:00', { state: 'open', until: '17:00' }],
    ['D3 not unless it says so', office, { holidays: 'closed' }, '2026-10-10 10:00', { state: 'closed', opens: { day: '周一', at: '09:00' } }],
    ['D4 the night before a holiday', nights, { holidays: 'closed' }, '2026-10-01 01:00', { state: 'open', until: '02:00' }],
    ['D4 the night of a holiday', nights, { holidays: 'closed' }, '2026-10-02 01:00', { state: 'closed', opens: { day: '周四', at: '18:00' }, because: '国庆节休息' }],
    ['D4 the night before it closes for a while', nights, { holidays: 'usual', closed: { from: '2026-11-18', until: '2026-11-18' } }, '2026-11-18 01:00', { state: 'closed', opens: { day: '明天', at: '18:00' }, because: '暂停营业到11月18日' }],
    ['D5 farther than a week', everyDay(span(0, 24)), { holidays: 'closed' }, '2026-11-18 10:00', { state: 'open', until: null }],
    ['D5 until a holiday begins', everyDay(span(0, 24)), { holidays: 'closed' }, '2026-09-29 10:00', { state: 'open', until: '周三 24:00' }],
    ['D6 a week from today', [[], [], [span(9, 12)], [], [], [], []], { holidays: 'usual' }, '2026-11-18 13:00', { state: 'closed', opens: { day: '下周三', at: '09:00' } }],
    ['D6 farther than a week', shop, { closed: { until: '2026-12-02' } }, '2026-11-18 10:00', { state: 'closed', opens: { day: '12月3日', at: '09:00' }, because: '暂停营业到12月2日' }],
    ['D6 never', rest, { holidays: 'usual' }, '2026-11-18 13:00', { state: 'closed', opens: null }],
    ['D6 beyond what is known', null, { closed: { until: '2026-11-20' } }, '2026-11-18 13:00', { state: 'closed', opens: null, because: '暂停营业到11月20日' }],
    ['D7 not a market day', rest, { holidays: 'usual', market: lunar369 }, '2026-11-18 08:00', { state: 'closed', opens: { day: '周六', at: '07:00' }, because: '今天不逢集' }],
    ['D7 into another year', shop, { closed: { until: '2027-03-01' } }, '2026-11-18 10:00', { state: 'closed', opens: { day: '3月2日', at: '09:00' }, because: '暂停营业到2027年3月1日' }],
    ['D8 hours unknown, holidays closed', null, { holidays: 'closed' }, '2026-11-18 10:00', { state: 'unknown' }],
    ['D9 a holiday nobody spoke of', shop, null, '2026-10-02 10:00', { state: 'open', until: '18:00', unsure: '国庆节' }],
    ['D9 with market days, too', shop, { market: lunar369 }, '2026-10-01 20:00', { state: 'closed', opens: { day: '明天', at: '09:00' }, unsure: '国庆节' }],
  ] as [string, WeekHours | null, DatedHours | null, string, object][])('%s', (_, week, dated, when, expected) => {
    expect(state(week, dated, when)).toEqual(expected);
  });

  test.each([
    ['nothing', {}, null], ['inverted holiday hours', { holidays: [span(18, 9)] }, 'hours_inverted'], ['overlapping market hours', { market: { ...lunar369, spans: [span(7, 12), span(11, 13)] } }, 'hours_overlap'],
    ['a 31st of a lunar month', { market: { calendar: 'lunar', days: [31], spans: [span(7, 12)] } }, 'market_days'], ['a day twice', { market: { calendar: 'solar', days: [5, 5], spans: [span(7, 12)] } }, 'market_days'],
    ['opening before it closes', { closed: { from: '2026-12-03', until: '2026-12-01' } }, 'closed_days'], ['no such day', { closed: { until: '2026-02-30' } }, 'closed_days'],
  ] as [string, DatedHours, string | null][])('problems: %s', (_, dated, problem) => {
    expect(problemsOfDated(dated)).toBe(problem);
  });
});

const anyTime = fc.integer({ min: at('2026-01-01 00:00') / 60_000, max: at('2027-02-20 00:00') / 60_000 }).map((minute) => minute * 60_000);
const isOpen = (hours: OpeningHours, ms: number) => isOpenAt(hours, ms, almanac);

test('D6 it is closed until the time it names, and open then', () => {
  fc.assert(fc.property(anyHours, anyTime, fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 20, maxLength: 20 }), (hours, ms, between) => {
    const said = openStateAt(hours, ms, almanac);
    fc.pre(said.state === 'closed' && said.opens !== null);
    const opens = said.state === 'closed' ? said.opens : null!;
    const [hour = 0, minute = 0] = opens.at.split(':').map(Number);
    const midnight = ms - minuteOfDay(ms) * 60_000;
    const candidates = Array.from({ length: 402 }, (_, ahead) => midnight + ahead * 86_400_000 + (hour * 60 + minute) * 60_000).filter((time) => time > ms);
    const opening = candidates.find((time) => isOpen(hours, time))!;
    for (const share of between) expect(isOpen(hours, ms + Math.floor((share * (opening - ms)) / 60_000) * 60_000)).toBe(false);
    const ahead = dayNumber(opening) - dayNumber(ms);
    if (ahead < 2) expect(opens.day).toBe(ahead === 0 ? '今天' : '明天');
    if (ahead > 7) expect(opens.day).toMatch(/^\d+月\d+日$/);
  }));
});

test('what nothing of the date concerns is what the week alone says', () => {
  fc.assert(fc.property(anyWeek, anyTime, (week, ms) => {
    const facts = almanac(dayNumber(ms));
    const alone = openState(week, facts.weekday * 1440 + minuteOfDay(ms));
    expect(openStateAt({ week, dated: {} }, ms, almanac).state).toBe(alone.state);
  }));
});
