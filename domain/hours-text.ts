/**
 * Opening hours as people type them into a list: 周一至周六 08:30-12:00 14:00-18:30;周日 休息, 早6点-晚10点(周一休), 逢农历三六九 6:00-13:00.
 *
 * S1 How words are written does not matter (hours-tokens.ts, T1–T4).
 * S2 Nothing typed, or 不固定, is unknown (null), which is not closed.
 * S3 A part is days, if any, then spans separated by spaces, commas or 、. It ends at ; or a new line, or where other days are named.
 * S4 Days: 周一 (also 星期一, 礼拜一, 周天), 周一至周六, 周一、三、五, 每天, 工作日, 周末. A range may run past Sunday.
 * S5 Parts without days are for every day that no other part names. A rest among more days that have hours (每天…周日休息, 周日除外) is an exception;
 *    otherwise no day is named twice. A day that nobody speaks of is a day of rest; where no day of the week is spoken of at all, unknown.
 * S6 Times: 8:30, 8.30, 8点, 8点半, 8点30分; 24:00 only as an end. 全天 (24小时) is 00:00 to 24:00; 休息 is no span.
 * S7 次日 before the end means past midnight, and so do 晚, 夜里 and 凌晨 before an hour that is. An end before its beginning without
 *    any of them is inverted, not guessed.
 * S8 下午2点 is 14:00, 晚8点 20:00, 晚12点 24:00, 中午1点 13:00. An end without a part of the day has that of its beginning: 下午2点-6点.
 * S9 法定节假日 has 休息, 照常 or spans, alone or among other days. 调休 has 照工作日.
 * S10 Market days: 逢农历三、六、九, 农历初一、十五, 逢公历5、0, 公历5日、15日. Without its calendar it is refused, unless 初 says it.
 * S11 Closed for a while names year, month and day: 暂停营业到2026年12月3日（装修）, 暂停营业 2026年12月1日到2026年12月9日.
 * S12 What can't be held is refused and says so: seasons, about what time. So is what `problemsOfHours` and `problemsOfDated` refuse, and more
 *    than four spans a day. Anything else is unreadable. The part is named.
 * S13 What `writeHours` writes is read back as the same hours.
 */
import type { DatedHours, Span, WeekHours } from '../types/contract/shared';
import { isEmpty, problemsOfDated, type DatedProblem } from './dated-hours';
import { problemsOfHours } from './hours';
import { plainHours, tokensOf, type Token } from './hours-tokens';
import { readSpans } from './hours-spans';
import { daysEndingIn } from './hours-words';

export type HoursProblem = 'unreadable' | 'day_twice' | 'too_many' | 'seasons' | 'vague' | 'which_calendar' | 'closed_year' | DatedProblem;
export type HoursText =
  | { readonly ok: true; readonly hours: WeekHours | null; readonly dated: DatedHours | null }
  | { readonly ok: false; readonly problem: HoursProblem; readonly part: string };

const mostSpans = 4;
const everyDay = [0, 1, 2, 3, 4, 5, 6];
class Unread extends Error {
  constructor(readonly problem: HoursProblem, readonly at: number) { super(problem); }
}

/** Reads a cell of 营业时间. */
export function readHoursText(typed: string): HoursText {
  const { rest, closed } = withoutPause(typed.normalize('NFKC'));
  const text = plainHours(rest);
  const refused = (problem: HoursProblem, at: number): HoursText => ({ ok: false, problem, part: partAt(text, at) || typed.trim() });
  if (closed === 'unclear') return { ok: false, problem: 'closed_year', part: typed.trim() };
  if (/[春夏秋冬][季令天]|[夏冬][令半]|[淡旺]季|\d月-\d+月/.test(text)) return { ok: false, problem: 'seasons', part: typed.trim() };
  if (/左右|大概|大约|差不多|看情况|看天气/.test(text)) return { ok: false, problem: 'vague', part: typed.trim() };
  if (/^(?:营业)?(?:时间)?(?:不固定|不定时|不定|随时)?$/.test(text)) return { ok: true, hours: null, dated: closed ? { closed } : null };
  const read = tokensOf(text);
  if (!read.ok) return refused('unreadable', read.at);
  try {
    const { week, dated } = meaningOf(read.tokens, text.length);
    const whole = { ...dated, ...(closed ? { closed } : {}) };
    const problem = (week && problemsOfHours(week)) ?? problemsOfDated(whole);
    return problem ? { ok: false, problem, part: typed.trim() } : { ok: true, hours: week, dated: isEmpty(whole) ? null : whole };
  } catch (error) {
    if (error instanceof Unread) return refused(error.problem, error.at);
    throw error;
  }
}

const date = '(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]';
const until = '(?:到|至|[-‐–—―−~〜])+';
const pause = new RegExp(`(?:暂停营业|暂时停业|暂停|停业|暂时关闭)\\s*:?\\s*(?:从)?(?:${date}\\s*)?${until}\\s*${date}\\s*(?:\\(([^()]{1,20})\\))?`);

/** S11. What is left when the pause is taken out. */
function withoutPause(text: string): { rest: string; closed: DatedHours['closed'] | 'unclear' } {
  const match = pause.exec(text);
  if (!match) return { rest: text, closed: /暂停|停业|暂时关闭/.test(text) ? 'unclear' : undefined };
  const day = (from: number) => [match[from], match[from + 1]?.padStart(2, '0'), match[from + 2]?.padStart(2, '0')].join('-');
  const reason = match[7]?.trim();
  return { rest: text.replace(match[0], ';'), closed: { ...(match[1] === undefined ? {} : { from: day(1) }), until: day(4), ...(reason ? { reason } : {}) } };
}

/** The part, between semicolons, in which something was not understood. */
const partAt = (text: string, at: number): string => {
  const from = Math.max(text.lastIndexOf(';', at - 1), text.lastIndexOf('\n', at - 1)) + 1;
  const end = text.slice(from).search(/[;\n]/);
  return text.slice(from, end < 0 ? undefined : from + end).trim();
};

interface Said { readonly days: readonly number[]; readonly spans: readonly Span[]; readonly exception: boolean; readonly at: number }

function meaningOf(tokens: readonly Token[], length: number): { week: WeekHours | null; dated: DatedHours } {
  const said: Said[] = [];
  const others: Span[] = [];
  let othersSaid = false;
  const dated: DatedHours = {};
  let i = 0;
  const at = () => tokens[i]?.at ?? length;
  const skip = (...kinds: Token['kind'][]) => { while (tokens[i] && kinds.includes(tokens[i]!.kind)) i += 1; };
  const fail = (problem: HoursProblem, where = at()): never => { throw new Unread(problem, where); };
  const spans = (): Span[] => {
    const found = readSpans(tokens, i) ?? fail('unreadable');
    if (found.spans.length > mostSpans) fail('too_many');
    const problem = problemsOfHours([found.spans, [], [], [], [], [], []]);
    if (problem) fail(problem);
    i = found.next;
    return found.spans;
  };
  for (skip('comma', 'end'); i < tokens.length; skip('comma', 'end')) {
    const begun = at();
    const except = tokens[i]?.kind === 'except';
    if (except) i += 1;
    const named = daysNamed(tokens, i);
    i = named.next;
    if (!named.any) {
      if (except) fail('unreadable');
      othersSaid = true;
      if (tokens[i]?.kind === 'rest') i += 1;
      else others.push(...spans());
      if (others.length > mostSpans) fail('too_many', begun);
      continue;
    }
    if (named.noCalendar) fail('which_calendar', begun);
    skip('comma');
    const kind = tokens[i]?.kind;
    const set = (value: readonly Span[], usual: boolean, exception: boolean) => {
      if (named.days.length > 0 && !usual) said.push({ days: named.days, spans: value, exception, at: begun });
      if (named.holiday) {
        if (dated.holidays !== undefined) fail('day_twice', begun);
        dated.holidays = usual ? 'usual' : value.length === 0 ? 'closed' : [...value];
      }
      if (named.adjusted) { if (usual) dated.adjusted = true; else fail('unreadable', begun); }
      if (named.market) {
        if (dated.market) fail('day_twice', begun);
        if (value.length === 0) fail('unreadable', begun);
        dated.market = { ...named.market, spans: [...value] };
      }
    };
    if (kind === 'outside' || (except && kind === 'rest')) { i += 1; set([], false, true); }
    else if (except) set([], false, true);
    else if (kind === 'rest') { i += 1; set([], false, false); }
    else if (kind === 'usual' && (named.holiday || named.adjusted)) { i += 1; set([], true, false); }
    else set(spans(), false, false);
  }
  return { week: weekOf(said, othersSaid ? others : null, dated.market !== undefined), dated };
}

/** S5 */
function weekOf(said: readonly Said[], others: readonly Span[] | null, market: boolean): WeekHours | null {
  if (others === null && said.every(({ exception }) => exception)) return market ? everyDay.map(() => []) : null;
  return everyDay.map((day) => {
    const about = said.filter(({ days }) => days.includes(day));
    const rest = about.find(({ spans, days, exception }) => spans.length === 0 && (exception || about.some((other) => other.days.length > days.length)));
    if (rest) return [];
    if (about.length > 1) throw new Unread('day_twice', about[1]!.at);
    return [...(about[0]?.spans ?? others ?? [])].sort((a, b) => a.from - b.from);
  });
}

interface Named { any: boolean; days: number[]; holiday: boolean; adjusted: boolean; market: Omit<NonNullable<DatedHours['market']>, 'spans'> | null; noCalendar: boolean; next: number }

/** Days that stand together: 周一、三、五, 周末及节假日. */
function daysNamed(tokens: readonly Token[], from: number): Named {
  const named: Named = { any: false, days: [], holiday: false, adjusted: false, market: null, noCalendar: false, next: from };
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.kind === 'comma' && named.any) continue;
    if (token.kind === 'days' || (token.kind === 'bare' && named.any)) {
      const first = token.kind === 'days' ? token.days : [token.day];
      const last = tokens[i + 1]?.kind === 'dash' ? tokens[i + 2] : undefined;
      const end = last?.kind === 'days' && last.days.length === 1 ? last.days[0] : last?.kind === 'bare' ? last.day : undefined;
      if (end !== undefined && first.length === 1) {
        const start = first[0] ?? 0;
        named.days.push(...Array.from({ length: ((end - start + 7) % 7) + 1 }, (_, ahead) => (start + ahead) % 7));
        i += 2;
      } else named.days.push(...first);
    } else if (token.kind === 'holiday') named.holiday = true;
    else if (token.kind === 'adjusted') named.adjusted = true;
    else if (token.kind === 'market') {
      const { calendar, ends, days } = token;
      if (calendar === null) named.noCalendar = true;
      else named.market = { calendar, days: ends.length > 0 ? daysEndingIn(ends.map((end) => end % 10), calendar) : [...days] };
    } else break;
    named.any = true;
    named.next = i + 1;
  }
  return named;
}
