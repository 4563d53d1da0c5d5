/**
 * What hours can depend on, of any day: weekday, holiday, working weekend, day of the month in both calendars.
 *
 * A1 Days are numbered from 1970-01-01 in Asia/Shanghai.
 * A2 In a year with a notice, a holiday is whatever the notice names, and a working weekend (调休) too.
 * A3 In a year without one, only the days of the law are holidays, and nothing is known of 调休.
 */
import { day, type Day } from '../types/units';
import type { HolidayRules } from '../types/rules';
import type { LunarDate } from './lunar';

export interface DayFacts {
  readonly number: number;
  readonly day: Day;
  /** Monday 0 … Sunday 6. */
  readonly weekday: number;
  readonly holiday: string | null;
  /** A weekend day on which people work. */
  readonly working: boolean;
  readonly solar: number;
  /** Asked for only where somebody's hours need it. */
  readonly lunar: () => number;
}
export type Almanac = (dayNumber: number) => DayFacts;

const dayMs = 86_400_000;
export const dayNumber = (ms: number): number => Math.floor((ms + 8 * 3_600_000) / dayMs);
export const minuteOfDay = (ms: number): number => Math.floor((ms + 8 * 3_600_000) / 60_000) % 1440;
/** `YYYY-MM-DD` → its number. */
export const numberOfDay = (ymd: string): number => Date.parse(`${ymd}T00:00:00Z`) / dayMs;
export const dayOfNumber = (number: number): Day => day(new Date(number * dayMs).toISOString().slice(0, 10));
/** Not 31 February. */
export const isDay = (ymd: string): boolean => {
  const number = numberOfDay(ymd);
  return Number.isInteger(number) && dayOfNumber(number) === ymd;
};

/** Remembers the days it was asked for. */
export function almanacOf(rules: HolidayRules, lunarOf: (dayNumber: number) => LunarDate): Almanac {
  const holidays = new Map(rules.years.flatMap(({ holidays: all }) => all.flatMap(({ name, from, to }) => daysFrom(from, to).map((number) => [number, name] as const))));
  const workdays = new Set(rules.years.flatMap(({ workdays: all }) => all.map(numberOfDay)));
  const announced = new Set(rules.years.map(({ year }) => year));
  const known = new Map<number, DayFacts>();
  const byLaw = (number: number, month: number, date: number): string | null => {
    const is = (at: LunarDate, of: { month: number; day: number }) => at.month === of.month && at.day === of.day;
    const found = rules.law.days.find((one) => {
      if (one.calendar === 'solar') return is({ month, day: date }, one);
      return one.day === 0 ? is(lunarOf(number + 1), { month: one.month, day: 1 }) : is(lunarOf(number), one);
    });
    return found?.name ?? null;
  };
  return (number) => {
    let facts = known.get(number);
    if (!facts) {
      const ymd = dayOfNumber(number);
      const [year = 0, month = 0, date = 0] = ymd.split('-').map(Number);
      let lunar: number | null = null;
      facts = {
        number, day: ymd, weekday: (number + 3) % 7, solar: date,
        holiday: announced.has(year) ? holidays.get(number) ?? null : byLaw(number, month, date),
        working: workdays.has(number),
        lunar: () => (lunar ??= lunarOf(number).day),
      };
      known.set(number, facts);
    }
    return facts;
  };
}

/** The last year with a notice. */
export const announcedUntil = (rules: HolidayRules): number => Math.max(0, ...rules.years.map(({ year }) => year));

const daysFrom = (from: string, to: string): number[] => {
  const first = numberOfDay(from);
  return Array.from({ length: numberOfDay(to) - first + 1 }, (_, i) => first + i);
};
