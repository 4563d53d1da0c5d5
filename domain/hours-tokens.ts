/**
 * The words in which people write hours, one after the other. Knows nothing of what they mean together (hours-text.ts).
 *
 * T1 Width does not matter, nor do spaces around a dash; - – — ~ 至 到 all say "until". Brackets are commas.
 * T2 Numbers of hours may be Chinese: 八点半 is 8点半, 十二点 is 12点, 一刻 is 15分.
 * T3 A time carries its part of the day (早, 上午, 中午, 下午, 晚, 夜里, 凌晨), which is not yet applied.
 * T4 Words that say nothing (营业时间, 开门, 都) are passed over; one that is not known stops the reading and is named.
 */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'dawn' | null;
export type Calendar = 'solar' | 'lunar' | null;
export type Token = { readonly at: number } & (
  | { readonly kind: 'days'; readonly days: readonly number[] }
  /** A weekday without 周: only after another. */
  | { readonly kind: 'bare'; readonly day: number }
  | { readonly kind: 'holiday' | 'adjusted' | 'rest' | 'usual' | 'except' | 'outside' | 'allDay' | 'nextDay' | 'dash' | 'comma' | 'end' }
  | { readonly kind: 'market'; readonly calendar: Calendar; readonly ends: readonly number[]; readonly days: readonly number[] }
  | { readonly kind: 'time'; readonly hour: number; readonly minute: number; readonly part: DayPart }
);
export type Tokens = { readonly ok: true; readonly text: string; readonly tokens: readonly Token[] } | { readonly ok: false; readonly text: string; readonly at: number };

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const namedDays: Readonly<Record<string, readonly number[]>> = {
  每天: everyDay, 每日: everyDay, 天天: everyDay, 日常: everyDay, 工作日: [0, 1, 2, 3, 4], 双休日: [5, 6], 周末: [5, 6],
};
const parts: Readonly<Record<string, DayPart>> = {
  凌晨: 'dawn', 清晨: 'morning', 清早: 'morning', 早晨: 'morning', 早上: 'morning', 上午: 'morning', 早: 'morning', 中午: 'noon', 正午: 'noon', 下午: 'afternoon', 午后: 'afternoon', 傍晚: 'afternoon',
  晚上: 'evening', 晚间: 'evening', 晚: 'evening', 夜里: 'night', 夜间: 'night', 半夜: 'night', 午夜: 'night', 夜: 'night',
};
const part = `(${Object.keys(parts).join('|')})?`;
const weekday = (name: string) => Math.min('一二三四五六日天'.indexOf(name), 6);

const chineseNumber = (text: string): number => {
  const digit = (c: string | undefined) => (c === undefined || c === '' ? 0 : '零一二三四五六七八九'.indexOf(c.replace('〇', '零').replace('两', '二')));
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([零〇一二两三四五六七八九]?)$/.exec(text.replace(/^廿/, '二十')) ?? [];
  return ten === '十' ? (tens === '' ? 1 : digit(tens)) * 10 + digit(ones) : digit(text);
};

/** T1, T2 */
export const plainHours = (typed: string): string =>
  typed.normalize('NFKC')
    .replace(/[零〇一二两三四五六七八九十]+(?=[点时])/g, (text) => String(chineseNumber(text)))
    .replace(/(?<=[点时])[一二三四五六七八九十]+(?=分)/g, (text) => String(chineseNumber(text)))
    .replace(/(?<=[点时])一刻/g, '15分').replace(/(?<=[点时])三刻/g, '45分')
    .replace(/\s*(?:[‐–—―−~〜至到]|-)+\s*/g, '-').replace(/[()[\]【】]/g, ',').trim();

const lunarDay = '(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)';
const calendarOf = (word: string | undefined): Calendar => (word === undefined ? null : /农|阴|旧/.test(word) ? 'lunar' : 'solar');
const calendar = '(农历|阴历|旧历|公历|阳历|新历)?';

type Rule = readonly [RegExp, (match: RegExpExecArray) => DistributiveOmit<Token, 'at'> | null];
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
const word = (kind: 'holiday' | 'adjusted' | 'rest' | 'usual' | 'except' | 'outside' | 'allDay' | 'nextDay' | 'dash' | 'comma' | 'end'): (() => { kind: typeof kind }) => () => ({ kind });
/** In this order: a longer word before one that it begins with. */
const rules: readonly Rule[] = [
  [/[;\n\r。]+/y, word('end')],
  [/[,、\s和及/&]+/y, word('comma')],
  [/(?:全天|24小时|二十四小时|昼夜|通宵)(?:不休|不打烊)?/y, word('allDay')],
  [new RegExp(`${calendar}每?月?逢${calendar}每?月?((?:[一二三四五六七八九十](?:[、,]?(?=[一二三四五六七八九十]))?)+|\\d{1,2}(?:、\\d{1,2})*)[日号]?(?:赶集|逢集|开集|有集|集)?`, 'y'), market],
  [new RegExp(`${calendar}(?:每月)?(${lunarDay}(?:[、,]${lunarDay})*)(?:赶集|逢集|开集|有集|集)?`, 'y'), (m) => ({ kind: 'market', calendar: calendarOf(m[1]) ?? 'lunar', ends: [], days: (m[2] ?? '').split(/[、,]/).map((name) => chineseNumber(name.replace('初', ''))) })],
  [new RegExp(`${calendar}(?:每月)?(\\d{1,2}[日号](?:[、,]\\d{1,2}[日号])*)(?:赶集|逢集|开集|有集|集)?`, 'y'), (m) => ({ kind: 'market', calendar: calendarOf(m[1]), ends: [], days: (m[2] ?? '').split(/[、,]/).map((name) => Number.parseInt(name, 10)) })],
  [/(?:国家)?法定(?:节)?假日|节假日|法定节日|节日|过节/y, word('holiday')],
  [/调休(?:上班)?(?:的)?(?:周末|日子|日)?/y, word('adjusted')],
  [/照工作日|同工作日|照常营业|照常上班|照常|正常营业|不休息|不休/y, word('usual')],
  [/除外|以外|之外|不含|外/y, word('outside')],
  [/除了?/y, word('except')],
  [/休息|休业|店休|不营业|不开门|不上班|不开|歇业|关门|关闭|打烊|休/y, word('rest')],
  [/次日|第二天|翌日/y, word('nextDay')],
  [new RegExp(`${part}\\s*(\\d{1,2})(?:[:.](\\d{2})(?::00)?|[点时]钟?(?:(半)|(\\d{1,2})分?)?)`, 'y'), (m) => ({ kind: 'time', hour: Number(m[2]), minute: m[4] === undefined ? Number(m[3] ?? m[5] ?? 0) : 30, part: parts[m[1] ?? ''] ?? null })],
  // 早8-晚10, and 8-20点: a number alone is an hour where something beside it says so
  [new RegExp(`(${Object.keys(parts).join('|')})\\s*(\\d{1,2})(?!\\d)`, 'y'), (m) => ({ kind: 'time', hour: Number(m[2]), minute: 0, part: parts[m[1] ?? ''] ?? null })],
  [new RegExp(`(\\d{1,2})(?=-(?:次日)?${part}\\d{1,2}[点时])`, 'y'), (m) => ({ kind: 'time', hour: Number(m[1]), minute: 0, part: null })],
  [/(?:营业|经营|开放|服务|开门|上班)?时间|营业|开门|经营|都|均|为|:|逢(?=[周星礼])|每(?=[周星礼])/y, () => null],
  [new RegExp(Object.keys(namedDays).join('|'), 'y'), (m) => ({ kind: 'days', days: namedDays[m[0]] ?? [] })],
  [/(?:周|星期|礼拜)([一二三四五六日天])/y, (m) => ({ kind: 'days', days: [weekday(m[1] ?? '')] })],
  [/[一二三四五六日天]/y, (m) => ({ kind: 'bare', day: weekday(m[0]) })],
  [/-/y, word('dash')],
];

function market(m: RegExpExecArray): { kind: 'market'; calendar: Calendar; ends: number[]; days: number[] } {
  const ends = /^\d/.test(m[3] ?? '') ? (m[3] ?? '').split('、').map(Number) : [...(m[3] ?? '').replace(/[、,]/g, '')].map(chineseNumber);
  return { kind: 'market', calendar: calendarOf(m[1] ?? m[2]), ends, days: [] };
}

export function tokensOf(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  next: while (at < text.length) {
    for (const [pattern, make] of rules) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      const made = make(match);
      if (made) tokens.push({ ...made, at });
      at += match[0].length;
      continue next;
    }
    return { ok: false, text, at };
  }
  return { ok: true, text, tokens };
}
