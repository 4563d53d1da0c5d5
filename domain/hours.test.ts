import fc from 'fast-check';
import type { Span, WeekHours } from '../types/contract/shared';
import { describeWeek, openState, problemsOfHours, weekRanges } from './hours';

const at = (day: number, hour: number, minute = 0) => day * 1440 + hour * 60 + minute;
const span = (from: number, to: number, overnight?: boolean): Span => ({ from: from * 60, to: to * 60, ...(overnight ? { overnight } : {}) });
const everyDay = (...spans: Span[]): WeekHours => Array.from({ length: 7 }, () => spans);
const only = (day: number, ...spans: Span[]): WeekHours => Array.from({ length: 7 }, (_, d) => (d === day ? spans : []));
const always = everyDay(span(0, 24));
const lunchBreak = everyDay(span(8.5, 12), span(14, 18.5));
const nights = everyDay(span(18, 2, true));

const minute = fc.integer({ min: 0, max: 1440 });
const anySpan = fc.record({ from: minute, to: minute, overnight: fc.boolean() });
const anyWeek = fc.array(fc.array(anySpan, { maxLength: 4 }), { minLength: 7, maxLength: 7 });
// Two spans a day, never before 06:00; the second may run into the night, until 06:00 at most.
const soundDay = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 360, max: 1439 }), { minLength: 4, maxLength: 4 }), fc.option(fc.integer({ min: 0, max: 360 })))
  .map(([cuts, night]): Span[] => {
    const [a = 0, b = 0, c = 0, d = 0] = [...cuts].sort((x, y) => x - y);
    return [{ from: a, to: b }, night === null ? { from: c, to: d } : { from: c, to: Math.min(night, c - 1), overnight: true }];
  });
const soundWeek = fc.array(soundDay, { minLength: 7, maxLength: 7 });
const inRanges = (week: WeekHours, m: number) => weekRanges(week).some(([start, end]) => start <= m && m < end);

describe('opening hours', () => {
  test.each([
    ['09:00 to 18:00', span(9, 18), null],
    ['the whole day', span(0, 24), null],
    ['18:00 to 02:00 overnight', span(18, 2, true), null],
    ['18:00 to midnight overnight', span(18, 0, true), null],
    ['18:00 to 09:00', span(18, 9), 'hours_inverted'],
    ['09:00 to 09:00', span(9, 9), 'hours_inverted'],
    ['09:00 to 09:00 overnight', span(9, 9, true), 'hours_inverted'],
    ['09:00 to 18:00 overnight', span(9, 18, true), 'hours_inverted'],
    ['24:00 to 02:00 overnight', span(24, 2, true), 'hours_inverted'],
  ])('S1 %s', (_, one, problem) => {
    expect(problemsOfHours(only(2, one))).toBe(problem);
  });

  test.each([
    ['spans that touch', only(0, span(9, 12), span(12, 18)), null],
    ['spans that overlap, in any order', only(0, span(11, 18), span(9, 12)), 'hours_overlap'],
    ['a night that runs into the next morning', [[span(20, 6, true)], [span(5, 9)], [], [], [], [], []], 'hours_overlap'],
    ['a night that ends when the next day begins', [[span(20, 6, true)], [span(6, 9)], [], [], [], [], []], null],
    ['a Sunday night that runs into Monday', [[span(1, 9)], [], [], [], [], [], [span(20, 2, true)]], 'hours_overlap'],
    ['a whole week without a break', always, null],
  ] as [string, WeekHours, string | null][])('S2 %s', (_, week, problem) => {
    expect(problemsOfHours(week)).toBe(problem);
  });

  test('S3 ranges wrap from Sunday into Monday and touching ones are merged', () => {
    expect(weekRanges(only(6, span(18, 2, true)))).toEqual([[0, 120], [at(6, 18), 10080]]);
    expect(weekRanges(only(0, span(9, 12), span(12, 18)))).toEqual([[540, 1080]]);
    expect(weekRanges(always)).toEqual([[0, 10080]]);
    expect(weekRanges(only(3, span(18, 9)))).toEqual([]);
  });

  test('S3 of any week, ranges are sorted, apart from each other and inside the week', () => {
    fc.assert(fc.property(anyWeek, (week) => {
      let before = -1;
      for (const [start, end] of weekRanges(week)) {
        expect(start).toBeGreaterThan(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(before).toBeLessThanOrEqual(10080);
    }));
  });

  test('S3 a sound week is open for as many minutes as its spans add up to', () => {
    fc.assert(fc.property(soundWeek, (week) => {
      const typed = week.flat().reduce((sum, { from, to, overnight }) => sum + to - from + (overnight ? 1440 : 0), 0);
      expect(problemsOfHours(week)).toBeNull();
      expect(weekRanges(week).reduce((sum, [start, end]) => sum + end - start, 0)).toBe(typed);
    }));
  });

  test('S4 open from the first minute until just before the last', () => {
    const states = [at(1, 8, 29), at(1, 8, 30), at(1, 11, 59), at(1, 12)].map((m) => openState(lunchBreak, m).state);
    expect(states).toEqual(['closed', 'open', 'open', 'closed']);
  });

  test('S4 of any week and minute, open says what the ranges say', () => {
    fc.assert(fc.property(anyWeek, fc.integer({ min: 0, max: 10079 }), (week, m) => {
      expect(openState(week, m).state === 'open').toBe(inRanges(week, m));
    }));
  });

  test.each([
    ['before the lunch break', lunchBreak, at(1, 10), '12:00'],
    ['past midnight', nights, at(1, 1), '02:00'],
    ['on Sunday night, past the end of the week', nights, at(6, 23), '02:00'],
    ['until midnight', everyDay(span(8, 24)), at(2, 9), '24:00'],
    ['for days on end, with the weekday', [...everyDay(span(0, 24)).slice(0, 6), []], at(0, 9), '周六 24:00'],
    ['never closing', always, at(4, 3), null],
  ] as [string, WeekHours, number, string | null][])('S5 open %s', (_, week, m, until) => {
    expect(openState(week, m)).toEqual({ state: 'open', until });
  });

  test.each([
    ['later today', lunchBreak, at(1, 12, 30), { day: '今天', at: '14:00' }],
    ['tomorrow', lunchBreak, at(1, 20), { day: '明天', at: '08:30' }],
    ['tomorrow, from Sunday to Monday', lunchBreak, at(6, 20), { day: '明天', at: '08:30' }],
    ['on another day', only(4, span(9, 12)), at(1, 8), { day: '周五', at: '09:00' }],
    ['a week from today', only(4, span(9, 12)), at(4, 13), { day: '下周五', at: '09:00' }],
    ['on a day of next week', only(0, span(9, 12)), at(2, 13), { day: '周一', at: '09:00' }],
    ['never', everyDay(), at(1, 8), null],
  ] as [string, WeekHours, number, object | null][])('S6 closed, opens %s', (_, week, m, opens) => {
    expect(openState(week, m)).toEqual({ state: 'closed', opens });
  });

  test('S6 it is closed until the time it names, and open then', () => {
    fc.assert(fc.property(anyWeek, fc.integer({ min: 0, max: 10079 }), (week, m) => {
      const state = openState(week, m);
      fc.pre(state.state === 'closed' && state.opens !== null);
      const [hour = 0, min = 0] = state.state === 'closed' ? (state.opens?.at ?? '').split(':').map(Number) : [];
      let next = m;
      while (!inRanges(week, next % 10080)) next += 1;
      expect(next % 1440).toBe(hour * 60 + min);
    }), { numRuns: 30 });
  });

  test('S7 unknown hours are not closed', () => {
    expect(openState(null, 0)).toEqual({ state: 'unknown' });
  });

  test('S8 neighbouring days with the same hours are described together', () => {
    const shop: WeekHours = [...everyDay(span(14, 18.5), span(8.5, 12)).slice(0, 6), []];
    expect(describeWeek(shop)).toEqual([
      { days: '周一至周六', text: '08:30–12:00 14:00–18:30' },
      { days: '周日', text: '休息' },
    ]);
    expect(describeWeek(always)).toEqual([{ days: '每天', text: '全天' }]);
    expect(describeWeek(nights)).toEqual([{ days: '每天', text: '18:00–次日02:00' }]);
  });
});
