/**
 * Opening hours of a week: are they sound, what do they cover, is it open now, how to say them.
 *
 * S1 A span runs from `from` to `to`, minutes of its day; 0 to 1440 is the whole day. `to` ≤ `from` is inverted,
 *    unless `overnight`, which then must end before it began (`to` < `from`): 18:00 to 02:00 of the next day.
 * S2 Spans may touch but not overlap, also not across midnight, nor from Sunday into Monday.
 * S3 Ranges are minutes of the week 0 … 10080, sorted, without overlap, touching ones merged; what runs past
 *    Sunday midnight goes on at 0. An inverted span counts for nothing.
 * S4 A range is open from its first minute until just before its last.
 * S5 Open: until HH:mm, midnight as 24:00; farther than 24 hours off, with its weekday; null if it never closes.
 * S6 Closed: when it opens next, as 今天, 明天 or 周几 (a week from today: 下周几) and HH:mm; null if it never opens.
 * S7 No hours known: unknown, which is not closed.
 * S8 Neighbouring days with the same hours are described together; seven equal days are 每天; a day without hours is 休息.
 */
import type { OpenState } from '../types/contract/outlet';
import type { Span, WeekHours } from '../types/contract/shared';

export const dayLength = 1440;
const weekLength = 7 * dayLength;
export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** [start, end) in minutes of the week, Monday 00:00 being 0. */
export type WeekRange = readonly [start: number, end: number];

const isSound = ({ from, to, overnight }: Span) => (overnight ? from < dayLength && to < from : from < to);

// Ranges as they were typed; the end may lie past the week.
const typedRanges = (week: WeekHours): WeekRange[] =>
  week.flatMap((spans, day) =>
    spans.filter(isSound).map(({ from, to, overnight }): WeekRange => {
      const start = day * dayLength;
      return [start + from, start + to + (overnight ? dayLength : 0)];
    }),
  );

const wrapped = (ranges: readonly WeekRange[]): WeekRange[] =>
  ranges
    .flatMap(([start, end]): WeekRange[] => (end <= weekLength ? [[start, end]] : [[start, weekLength], [0, end - weekLength]]))
    .sort((a, b) => a[0] - b[0]);

/** What is wrong with a week, as an error code, or null. */
export function problemsOfHours(week: WeekHours): 'hours_inverted' | 'hours_overlap' | null {
  if (!week.every((spans) => spans.every(isSound))) return 'hours_inverted';
  const ranges = wrapped(typedRanges(week));
  return ranges.some(([start], i) => i > 0 && start < (ranges[i - 1]?.[1] ?? 0)) ? 'hours_overlap' : null;
}

/** The minutes of the week at which it is open: sorted, merged. */
export function weekRanges(week: WeekHours): WeekRange[] {
  const merged: WeekRange[] = [];
  for (const [start, end] of wrapped(typedRanges(week))) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
    else merged.push([start, end]);
  }
  return merged;
}

export const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const weekday = (minute: number) => weekdays[Math.floor(minute / dayLength) % 7] ?? '';
// The end of a span belongs to the day that it ends: midnight is 24:00 of the day before.
export const closingClock = (minute: number) => clock(((minute - 1) % dayLength) + 1);

function untilText(ranges: readonly WeekRange[], end: number, now: number): string | null {
  const first = ranges[0];
  const goesOn = end === weekLength && first?.[0] === 0;
  if (goesOn && first[1] === weekLength) return null;
  const close = goesOn ? weekLength + first[1] : end;
  return close - now > dayLength ? `${weekday(close - 1)} ${closingClock(close)}` : closingClock(close);
}

function opensText(start: number, now: number): { day: string; at: string } {
  const days = Math.floor(start / dayLength) - Math.floor(now / dayLength);
  const name = weekday(start);
  return { day: days === 0 ? '今天' : days === 1 ? '明天' : days === 7 ? `下${name}` : name, at: clock(start % dayLength) };
}

/** Whether it is open at a minute of the week (0 … 10079), and until when, or when it opens next. What depends on the date: `dated-hours.ts`. */
export function openState(week: WeekHours | null, minuteOfWeek: number): OpenState {
  if (week === null) return { state: 'unknown' };
  const ranges = weekRanges(week);
  const current = ranges.find(([start, end]) => start <= minuteOfWeek && minuteOfWeek < end);
  if (current) return { state: 'open', until: untilText(ranges, current[1], minuteOfWeek) };
  const later = ranges.find(([start]) => start > minuteOfWeek)?.[0];
  const first = ranges[0]?.[0];
  const next = later ?? (first === undefined ? undefined : first + weekLength);
  return { state: 'closed', opens: next === undefined ? null : opensText(next, minuteOfWeek) };
}

export function describeDay(spans: readonly Span[]): string {
  const texts = [...spans]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, overnight }) => (from === 0 && to === dayLength ? '全天' : `${clock(from)}–${overnight ? '次日' : ''}${clock(to)}`));
  return texts.length === 0 ? '休息' : texts.join(' ');
}

/** The week in lines for people: 周一至周六 08:30–12:00 14:00–18:30. */
export function describeWeek(week: WeekHours): { days: string; text: string }[] {
  const groups: { first: number; last: number; text: string }[] = [];
  week.forEach((spans, day) => {
    const text = describeDay(spans);
    const open = groups[groups.length - 1];
    if (open?.text === text) open.last = day;
    else groups.push({ first: day, last: day, text });
  });
  return groups.map(({ first, last, text }) => ({ days: daysName(first, last), text }));
}

function daysName(first: number, last: number): string {
  if (last - first === 6) return '每天';
  return first === last ? (weekdays[first] ?? '') : `${weekdays[first]}至${weekdays[last]}`;
}
