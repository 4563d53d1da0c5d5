/**
 * Hours that depend on the date: closed for a while, holidays, market days (逢集), working weekends (调休).
 *
 * D1 Of a day the first of these holds: closed for a while; a holiday, where holidays are closed or have hours of their own;
 *    a market day; a working weekend, where those are like working days; the weekday.
 * D2 Closed for a while is closed from `from`, or since ever, through `until`, both included.
 * D3 A working Saturday is like Friday, a working Sunday like Monday.
 * D4 A night goes on after midnight whatever the next day is; only closing for a while ends it.
 * D5 Open: until HH:mm, midnight as 24:00; farther than 24 hours off, with its weekday; farther than a week: no end is said.
 * D6 Closed: when it opens next within 400 days: 今天, 明天, 周几, 下周几, then 12月3日; null if never, or if a day before that is unknown.
 * D7 Closed says why where the date is why: 暂停营业到12月3日（装修）, 国庆节休息, 今天不逢集.
 * D8 A day of which nothing is known is unknown, which is not closed.
 * D9 On a holiday about which nobody said anything the hours hold, and the holiday is named as `unsure`.
 * D10 The filter of the list says the same in SQL (0010_hours_markets.sql): test/contract/hours.test.ts.
 * D11 A stall whose week nobody said is there with its market; what is said of it besides (a pause, holidays, market days) is its own.
 */
import type { OpenState } from '../types/contract/outlet';
import type { DatedHours, Span, WeekHours } from '../types/contract/shared';
import { dayNumber, isDay, minuteOfDay, type Almanac, type DayFacts } from './almanac';
import { clock, closingClock, dayLength, describeDay, openState, problemsOfHours, weekdays } from './hours';

export interface OpeningHours { readonly week: WeekHours | null; readonly dated: DatedHours | null }

/** D11 */
export const withMarket = (stall: OpeningHours, market: OpeningHours): OpeningHours =>
  (stall.week !== null ? stall : { week: market.week, dated: stall.dated || market.dated ? { ...market.dated, ...stall.dated } : null });

const aWeek = 7;
const farthest = 400;

type Kind = 'closed' | 'holiday' | 'market' | 'working' | 'week';

function kindOf(dated: DatedHours, facts: DayFacts): Kind {
  const { holidays, market, closed, adjusted } = dated;
  if (closed && (closed.from === undefined || closed.from <= facts.day) && facts.day <= closed.until) return 'closed';
  if (facts.holiday !== null && holidays !== undefined && holidays !== 'usual') return 'holiday';
  if (market?.days.includes(market.calendar === 'solar' ? facts.solar : facts.lunar())) return 'market';
  return adjusted && facts.working ? 'working' : 'week';
}

/** D1, D3. Null: unknown. */
function spansOn({ week, dated }: OpeningHours, facts: DayFacts): readonly Span[] | null {
  const kind = dated ? kindOf(dated, facts) : 'week';
  if (kind === 'closed') return [];
  if (kind === 'holiday') return ownSpans(dated?.holidays);
  if (kind === 'market') return dated?.market?.spans ?? [];
  return week && (week[kind === 'working' ? likeWeekday(facts.weekday) : facts.weekday] ?? []);
}

const ownSpans = (holidays: DatedHours['holidays']): readonly Span[] => (typeof holidays === 'object' ? holidays : []);
const likeWeekday = (weekday: number): number => (weekday === 5 ? 4 : weekday === 6 ? 0 : weekday);

/** Whether it is open at an instant (epoch ms). */
export function openStateAt(hours: OpeningHours, ms: number, almanac: Almanac): OpenState {
  const today = almanac(dayNumber(ms));
  const minute = minuteOfDay(ms);
  const unsure = today.holiday !== null && hours.dated?.holidays === undefined ? { unsure: today.holiday } : {};
  if (hours.dated === null) {
    const state = openState(hours.week, today.weekday * dayLength + minute);
    return state.state === 'unknown' ? state : { ...state, ...unsure };
  }
  const current = rangesAround(hours, today.number, almanac).find(([from, to]) => from <= minute && minute < to);
  if (current) return { state: 'open', until: untilText(current[1], minute, today), ...unsure };
  const spans = spansOn(hours, today);
  if (spans === null) return { state: 'unknown' };
  const because = spans.length === 0 ? reasonOf(hours, today) : null;
  return { state: 'closed', opens: opensNext(hours, today, minute, almanac), ...(because === null ? {} : { because }), ...unsure };
}

/** Whether it is known to be open. */
export const isOpenAt = (hours: OpeningHours, ms: number, almanac: Almanac): boolean => {
  const minute = minuteOfDay(ms);
  return rangesAround(hours, dayNumber(ms), almanac, 0).some(([from, to]) => from <= minute && minute < to);
};

/** D4. Minutes from the beginning of today, from yesterday on, merged. */
function rangesAround(hours: OpeningHours, today: number, almanac: Almanac, days = aWeek): [number, number][] {
  const ranges: [number, number][] = [];
  for (let ahead = -1; ahead <= days; ahead += 1) {
    const nextClosed = hours.dated !== null && kindOf(hours.dated, almanac(today + ahead + 1)) === 'closed';
    for (const { from, to, overnight } of spansOn(hours, almanac(today + ahead)) ?? []) {
      const end = overnight ? (nextClosed ? dayLength : to + dayLength) : to;
      if (from < end) ranges.push([ahead * dayLength + from, ahead * dayLength + end]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push(range);
  }
  return merged;
}

function untilText(end: number, minute: number, today: DayFacts): string | null {
  if (end > aWeek * dayLength) return null;
  if (end - minute <= dayLength) return closingClock(end);
  return `${weekdays[(today.weekday + Math.floor((end - 1) / dayLength)) % 7] ?? ''} ${closingClock(end)}`;
}

function opensNext(hours: OpeningHours, today: DayFacts, minute: number, almanac: Almanac): { day: string; at: string } | null {
  for (let ahead = 0; ahead <= farthest; ahead += 1) {
    const facts = almanac(today.number + ahead);
    const spans = spansOn(hours, facts);
    if (spans === null) return null;
    const starts = spans.map(({ from }) => from).filter((from) => ahead > 0 || from > minute);
    if (starts.length > 0) return { day: dayName(facts, ahead), at: clock(Math.min(...starts)) };
  }
  return null;
}

/** The next days with hours, today among them until its last span ends, and what the hours are; within 60 days. */
export function nextDaysOf(hours: OpeningHours, ms: number, almanac: Almanac, count: number): { facts: DayFacts; text: string }[] {
  const found: { facts: DayFacts; text: string }[] = [];
  const today = dayNumber(ms);
  for (let ahead = 0; ahead <= 60 && found.length < count; ahead += 1) {
    const facts = almanac(today + ahead);
    const left = (spansOn(hours, facts) ?? []).filter(({ to, overnight }) => ahead > 0 || overnight || to > minuteOfDay(ms));
    if (left.length > 0) found.push({ facts, text: describeDay(left) });
  }
  return found;
}

function dayName(facts: DayFacts, ahead: number): string {
  if (ahead < 2) return ahead === 0 ? '今天' : '明天';
  if (ahead > aWeek) return monthDayOf(facts.day);
  return `${ahead === aWeek ? '下' : ''}${weekdays[facts.weekday] ?? ''}`;
}

/** D7 */
function reasonOf(hours: OpeningHours, today: DayFacts): string | null {
  const { dated } = hours;
  if (!dated) return null;
  const kind = kindOf(dated, today);
  if (kind === 'closed' && dated.closed) return closedText(dated.closed, today.day);
  if (kind === 'holiday') return `${today.holiday ?? '节假日'}休息`;
  return dated.market && onlyMarketDays(hours) ? '今天不逢集' : null;
}

/** Nothing but market days: the week itself has no hours. */
export const onlyMarketDays = ({ week, dated }: OpeningHours): boolean => dated?.market !== undefined && (week === null || week.every((spans) => spans.length === 0));

/** 暂停营业到12月3日（装修）; the year where it is not that of `today`. */
export const closedText = ({ until, reason }: NonNullable<DatedHours['closed']>, today: string): string =>
  `暂停营业到${until.slice(0, 4) === today.slice(0, 4) ? '' : `${until.slice(0, 4)}年`}${monthDayOf(until)}${reason === undefined ? '' : `（${reason}）`}`;

export const monthDayOf = (ymd: string): string => `${Number(ymd.slice(5, 7))}月${Number(ymd.slice(8, 10))}日`;

export type DatedProblem = 'hours_inverted' | 'hours_overlap' | 'market_days' | 'closed_days';

/** What is wrong with it, or null. */
export function problemsOfDated({ holidays, market, closed }: DatedHours): DatedProblem | null {
  for (const spans of [ownSpans(holidays), market?.spans ?? []]) {
    const problem = problemsOfHours([[...spans], [], [], [], [], [], []]);
    if (problem) return problem;
  }
  if (market && (new Set(market.days).size < market.days.length || market.days.some((day) => day > (market.calendar === 'lunar' ? 30 : 31)))) return 'market_days';
  if (closed && ![closed.from ?? closed.until, closed.until].every(isDay)) return 'closed_days';
  return closed?.from !== undefined && closed.until < closed.from ? 'closed_days' : null;
}

/** Says nothing: the same as null. */
export const isEmpty = (dated: DatedHours | null | undefined): boolean => !dated || Object.values(dated).every((part) => part === undefined);

/** What the database is told of a day. */
export const toldOfDay = ({ day, weekday, working, holiday, solar, lunar }: DayFacts) => ({
  day, weekday, working, workingWeekday: likeWeekday(weekday), holiday: holiday !== null, solar, lunar: lunar(),
});
export type ToldDay = ReturnType<typeof toldOfDay>;
