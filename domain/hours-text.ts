/**
 * Opening hours as people type them into a list: 周一至周六 08:30-12:00 14:00-18:30;周日 休息.
 *
 * S1 Width does not matter (８：３０ is 8:30), nor do spaces around a dash; - – — ~ 至 到 all say "until".
 * S2 Nothing typed is unknown (null), which is not closed.
 * S3 Parts are separated by ; or a new line. A part is days, if any, then spans separated by spaces, commas or 、.
 * S4 Days: 周一 (also 星期一, 礼拜一, 周天), 周一至周六, 周一、三、五, 每天, 工作日, 周末. A range may run past Sunday.
 * S5 A part without days is for every day that no other part names. There is one such part at most, and no day is
 *    named twice. A day that nobody speaks of is a day of rest.
 * S6 Times: 8:30, 08:30, 8点, 8点半, 8点30分; 24:00 only as an end. 全天 (24小时) is 00:00 to 24:00; 休息 is no span.
 * S7 次日 before the end means past midnight. An end before its beginning without it is inverted, not guessed.
 * S8 What `problemsOfHours` refuses is refused; so are more than four spans a day. Anything else is unreadable, and the part is named.
 * S9 What `describeWeek` writes is read back as the same week.
 */
import type { Span, WeekHours } from '../types/contract/shared';
import { problemsOfHours } from './hours';

export type HoursText =
  | { readonly ok: true; readonly hours: WeekHours | null }
  | { readonly ok: false; readonly problem: 'unreadable' | 'day_twice' | 'too_many' | 'hours_inverted' | 'hours_overlap'; readonly part: string };

const mostSpans = 4;
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const named: Readonly<Record<string, readonly number[]>> = { 每天: everyDay, 每日: everyDay, 天天: everyDay, 工作日: [0, 1, 2, 3, 4], 周末: [5, 6] };

const weekdayName = '(?:周|星期|礼拜)?[一二三四五六日天]';
const dayItem = `(?:${Object.keys(named).join('|')}|${weekdayName}(?:-${weekdayName})?)`;
const daysFirst = new RegExp(`^(?=[周星礼每天工])(${dayItem}(?:\\s*[、,和及]\\s*${dayItem})*)[\\s:]*(.*)$`);
const time = '(\\d{1,2})(?::(\\d{2})(?::00)?|[点时](?:(\\d{1,2})分?|(半))?)';
const spanText = new RegExp(`^${time}-(次日|第二天|翌日)?${time}$`);

/** Reads a cell of 营业时间. */
export function readHoursText(typed: string): HoursText {
  const text = typed.normalize('NFKC').replace(/\s*(?:[‐–—―−~〜至到]|-)+\s*/g, '-').replace(/(次日|第二天|翌日)\s+/g, '$1').trim();
  if (text === '') return { ok: true, hours: null };
  const week = new Map<number, readonly Span[]>();
  let rest: readonly Span[] | null = null;
  for (const part of text.split(/[;\n\r]+/).map((piece) => piece.trim()).filter((piece) => piece !== '')) {
    const [, days, spansText = part] = daysFirst.exec(part) ?? [];
    const spans = spansOf(spansText);
    if (spans === null) return { ok: false, problem: 'unreadable', part };
    if (spans.length > mostSpans) return { ok: false, problem: 'too_many', part };
    const alone = problemsOfHours(everyDay.map((day) => (day === 0 ? spans : [])));
    if (alone) return { ok: false, problem: alone, part };
    if (days === undefined) {
      if (rest !== null) return { ok: false, problem: 'day_twice', part };
      rest = spans;
      continue;
    }
    for (const day of daysOf(days)) {
      if (week.has(day)) return { ok: false, problem: 'day_twice', part };
      week.set(day, spans);
    }
  }
  const hours = everyDay.map((day) => [...(week.get(day) ?? rest ?? [])]);
  const problem = problemsOfHours(hours);
  return problem ? { ok: false, problem, part: typed.trim() } : { ok: true, hours };
}

function daysOf(text: string): number[] {
  return text.split(/[、,和及]/).flatMap((item): readonly number[] => {
    const name = item.trim();
    const known = named[name];
    if (known) return known;
    const [from = 0, to = from] = name.split('-').map(weekdayOf);
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7);
  });
}

const weekdayOf = (name: string) => Math.min('一二三四五六日天'.indexOf(name.slice(-1)), 6);

function spansOf(text: string): Span[] | null {
  if (/^(休息|不营业|歇业)$/.test(text)) return [];
  if (/^(全天|24小时)(营业)?$/.test(text)) return [{ from: 0, to: 1440 }];
  const spans = text.split(/[\s,、]+/).filter((piece) => piece !== '').map(spanOf);
  return spans.length > 0 && spans.every((span) => span !== null) ? spans : null;
}

function spanOf(text: string): Span | null {
  const match = spanText.exec(text);
  if (!match) return null;
  const from = minuteOf(match.slice(1, 5));
  const to = minuteOf(match.slice(6, 10));
  if (from === null || to === null || from === 1440) return null;
  return match[5] === undefined ? { from, to } : { from, to, overnight: true };
}

/** Minutes of the day from hour, :minutes, 点minutes, 半; null past 24:00. */
function minuteOf([hour, colon, spoken, half]: readonly (string | undefined)[]): number | null {
  const minute = half === undefined ? Number(colon ?? spoken ?? 0) : 30;
  const total = Number(hour) * 60 + minute;
  return minute > 59 || total > 1440 ? null : total;
}
