/** Spans of a day from words: which hour is meant by 晚8点, and what runs past midnight (S6–S8 of hours-text.ts). */
import type { Span } from '../types/contract/shared';
import type { DayPart, Token } from './hours-tokens';

type Time = Extract<Token, { kind: 'time' }>;
const day = 1440;

/** Spans that stand together from a token on, and where they end; null where there is none, or one is no time of day. */
export function readSpans(tokens: readonly Token[], from: number): { spans: Span[]; next: number } | null {
  const spans: Span[] = [];
  let i = from;
  for (;;) {
    let ahead = i;
    while (spans.length > 0 && tokens[ahead]?.kind === 'comma') ahead += 1;
    const first = tokens[ahead];
    if (first?.kind === 'allDay') {
      spans.push({ from: 0, to: day });
      i = ahead + 1;
      continue;
    }
    if (first?.kind !== 'time') break;
    if (tokens[ahead + 1]?.kind !== 'dash') return null;
    ahead += 2;
    while (tokens[ahead]?.kind === 'comma') ahead += 1;
    const nextDay = tokens[ahead]?.kind === 'nextDay';
    if (nextDay) ahead += 1;
    while (tokens[ahead]?.kind === 'comma') ahead += 1;
    const last = tokens[ahead];
    const span = last?.kind === 'time' ? spanOf(first, last, nextDay) : null;
    if (span === null) return null;
    spans.push(span);
    i = ahead + 1;
  }
  return spans.length === 0 ? null : { spans, next: i };
}

function spanOf(first: Time, last: Time, nextDay: boolean): Span | null {
  const from = minuteOf(first, first.part);
  if (from === null || from === day) return null;
  const start = from > day ? from - day : from;
  const to = minuteOf(last, nextDay ? null : last.part ?? first.part);
  const plain = minuteOf(last, nextDay ? last.part : null);
  if (to === null || plain === null) return null;
  if (nextDay) return { from: start, to: plain, overnight: true };
  if (to > day) return { from: start, to: to - day, overnight: true };
  // 凌晨2点 after 中午12点 is the night after; after 凌晨1点 it is the same night
  if (last.part === 'dawn' && to <= start) return { from: start, to, overnight: true };
  return { from: start, to };
}

/** Minutes since midnight; past 1440 it is the night after. Null: no time of day. */
function minuteOf({ hour, minute }: Time, part: DayPart): number | null {
  if (minute > 59 || hour * 60 + minute > day) return null;
  return (hour + shift(hour, part)) * 60 + minute;
}

function shift(hour: number, part: DayPart): number {
  if (part === 'dawn') return hour === 12 ? -12 : 0;
  if (part === 'noon') return hour >= 1 && hour <= 3 ? 12 : 0;
  if (part === 'afternoon') return hour >= 1 && hour <= 11 ? 12 : 0;
  if (part !== 'evening' && part !== 'night') return 0;
  if (hour === 12) return 12;
  return hour === 0 || hour < 5 ? 24 : hour <= 11 ? 12 : 0;
}
