/**
 * Hours in words for people, and in a form that `hours-text.ts` reads back.
 *
 * W1 The week as `describeWeek` says it; left out where there are none but market days.
 * W2 Market days: 逢农历三、六、九 where the days are all that end so, otherwise 农历初一、十五; of the common calendar 逢公历3、6、9, 公历5日、15日.
 * W3 法定节假日: 休息, 照常营业 or its hours; not said where nobody said. 调休上班的周末: 照工作日.
 * W4 Closed for a while comes first, for it matters most; the year is said where it is not the present one. Once it is over it is not said.
 * W5 All of it in one sentence, to read back to whoever typed it. What nobody said is said: that the week is not fixed, or goes with the market of
 *    the stall; that nothing is known of holidays.
 */
import type { DatedHours } from '../types/contract/shared';
import { monthDayOf, onlyMarketDays, type OpeningHours } from './dated-hours';
import { describeDay, describeWeek } from './hours';

export interface HoursLine { readonly days: string; readonly text: string }

/** `today`, in Liangzhou: its year needs not be said; null says every year, and a pause that is over too. */
export function describeHours(hours: OpeningHours, today: string | null): HoursLine[] {
  const { week, dated } = hours;
  return [
    ...(dated?.closed && (today === null || today <= dated.closed.until) ? [closedLine(dated.closed, today?.slice(0, 4) ?? null)] : []),
    ...(week === null || onlyMarketDays(hours) ? [] : describeWeek(week)),
    ...(dated?.market ? [{ days: marketWords(dated.market), text: describeDay(dated.market.spans) }] : []),
    ...(dated?.holidays === undefined ? [] : [{ days: '法定节假日', text: dated.holidays === 'closed' ? '休息' : dated.holidays === 'usual' ? '照常营业' : describeDay(dated.holidays) }]),
    ...(dated?.adjusted ? [{ days: '调休上班的周末', text: '照工作日' }] : []),
  ];
}

/** One text for a list: what is read back as the same hours. */
export const writeHours = (hours: OpeningHours): string => describeHours(hours, null).map(({ days, text }) => `${days} ${text}`).join(';');

/** W5 `market`: the name of the one the stall stands in. */
export function sayHours(hours: OpeningHours, today: string, market: string | null = null): string {
  const { week, dated } = hours;
  const lines = describeHours(hours, today);
  const pause = lines[0]?.days === pauseWord ? 1 : 0;
  const parts = lines.map(({ days, text }) => `${days}${/^\d+:/.test(text) ? ' ' : ''}${text.replace(/ (?=\d+:|全天)/g, '、')}`);
  const usual = week === null && market !== null ? [`时间跟着${market}`] : week === null && !dated?.market ? ['平时的时间不固定'] : [];
  const unsaid = week !== null && dated?.holidays === undefined ? ['节假日开不开没有说'] : [];
  return `${[...parts.slice(0, pause), ...usual, ...parts.slice(pause), ...unsaid].join('；')}。`;
}

function closedLine({ from, until, reason }: NonNullable<DatedHours['closed']>, year: string | null): HoursLine {
  const say = (day: string) => `${day.slice(0, 4) === year ? '' : `${day.slice(0, 4)}年`}${monthDayOf(day)}`;
  const why = reason === undefined ? '' : `（${reason.replace(/[()（）;；\s]+/g, ' ').trim()}）`;
  return { days: pauseWord, text: from === undefined ? `到${say(until)}${why}` : `${say(from)}到${say(until)}${why}` };
}

const pauseWord = '暂停营业';
const digits = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
export const monthLength = { solar: 31, lunar: 30 } as const;

/** 逢三六九 → 3, 6, 9, 13, 16 … */
export const daysEndingIn = (ends: readonly number[], calendar: 'solar' | 'lunar'): number[] =>
  Array.from({ length: monthLength[calendar] }, (_, i) => i + 1).filter((day) => ends.includes(day % 10));

/** 3, 6, 9, 13, 16 … → 3, 6, 9; null where the days are not all that end so. Ten is 0. */
export function endsOf({ calendar, days }: Pick<NonNullable<DatedHours['market']>, 'calendar' | 'days'>): number[] | null {
  const ends = [...new Set(days.map((day) => day % 10))].sort((a, b) => (a || 10) - (b || 10));
  return daysEndingIn(ends, calendar).join() === [...days].sort((a, b) => a - b).join() ? ends : null;
}

/** 三, or 3 of the common calendar. */
export const endName = (end: number, calendar: 'solar' | 'lunar'): string => (calendar === 'lunar' ? digits[end] ?? '' : String(end || 10));
export const monthDayName = (day: number, calendar: 'solar' | 'lunar'): string => (calendar === 'lunar' ? lunarDayName(day) : `${day}日`);

export function marketWords({ calendar, days }: NonNullable<DatedHours['market']>): string {
  const name = calendar === 'lunar' ? '农历' : '公历';
  const ends = endsOf({ calendar, days });
  return ends ? `逢${name}${ends.map((end) => endName(end, calendar)).join('、')}` : `${name}${[...days].sort((a, b) => a - b).map((day) => monthDayName(day, calendar)).join('、')}`;
}

/** 初一 … 初十, 十一 … 二十, 廿一 … 廿九, 三十. */
export function lunarDayName(day: number): string {
  if (day <= 10) return `初${day === 10 ? '十' : digits[day] ?? ''}`;
  if (day < 20) return `十${digits[day - 10] ?? ''}`;
  if (day === 20 || day === 30) return day === 20 ? '二十' : '三十';
  return `廿${digits[day - 20] ?? ''}`;
}
