/**
 * The lunar calendar. The platform's own (`Intl`, calendar "chinese") is a day off in all of the first month of 2027, whose
 * new moon comes four minutes before midnight, and in two other months before 2100; so the table of `solarlunar` (28 KB, ISC).
 * Functions and `local/` alone ask for it: no phone has to carry the table.
 *
 * L1 Month 1 … 12 and day 1 … 30 of a day; a leap month has the number of the month before it.
 */
import solarLunar from 'solarlunar';

export interface LunarDate { readonly month: number; readonly day: number }

/** `dayNumber`: days since 1970-01-01 (domain/almanac). Years 1900 … 2100. */
export function lunarDate(dayNumber: number): LunarDate {
  const at = new Date(dayNumber * 86_400_000);
  const { lMonth, lDay } = solarLunar.solar2lunar(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  return { month: lMonth, day: lDay };
}
