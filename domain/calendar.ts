/**
 * The calendar of Asia/Shanghai. Instants are UTC everywhere else; a day, a week and a time of day
 * exist only here. China has kept UTC+8 without summer time since 1991, so a fixed offset is exact.
 *
 * S1 A day begins at 16:00 UTC of the day before.
 * S2 A week begins on Monday 00:00; `minuteOfWeek` is 0 … 10079.
 * S3 A month later is the same day of the next month, or its last day where it has none.
 * S4 Texts say 11月22日 and 11月22日 18:30, without leading zeros in month and day; what is printed and kept also names the year.
 * S5 A day that somebody typed is read however she wrote it, and only if the calendar has it.
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { day, type Day } from '../types/units';

dayjs.extend(utc);

const inShanghai = (at: number | string) => dayjs.utc(at).utcOffset(8);

/** The calendar day of an instant, `YYYY-MM-DD`. Every answer asks for it, so without dayjs' formatting, which takes ten times as long. */
export const shanghaiDay = (ms: number): Day => day(new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10));

/** Whole minutes since Monday 00:00, 0 … 10079. */
export function minuteOfWeek(ms: number): number {
  const at = inShanghai(ms);
  return ((at.day() + 6) % 7) * 1440 + at.hour() * 60 + at.minute();
}

/** The instant (ms) at which the day of `ms` began. */
export const startOfShanghaiDay = (ms: number): number => inShanghai(ms).startOf('day').valueOf();

/** The instant so many months later, at the same time of day. */
export const monthsLater = (iso: string, months: number): string => inShanghai(iso).add(months, 'month').toISOString();

/** The last day of what ends at this instant: at midnight it is the day before. */
export const lastDayUntil = (iso: string): Day => shanghaiDay(Date.parse(iso) - 1);

/** 11月22日, of an instant or a day. */
export const monthDay = (iso: string): string => inShanghai(iso).format('M月D日');

/** 11月22日 18:30, of an instant. */
export const dateTime = (iso: string): string => inShanghai(iso).format('M月D日 HH:mm');

/** 2026年11月22日 18:30, of an instant: for paper, which is read next year too. */
export const fullDateTime = (iso: string): string => inShanghai(iso).format('YYYY年M月D日 HH:mm');

/** 2026-10-1, 2026年10月1日, 2026.10.01 → 2026-10-01. Null: not a day. */
export const dayOfText = (text: string): Day | null => {
  const found = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text.normalize('NFKC').trim());
  if (!found) return null;
  const written = [found[1], ...[found[2], found[3]].map((part) => part!.padStart(2, '0'))].join('-');
  const at = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? null : day(written);
};
