/**
 * The difference of two published rates and its interval.
 *
 * Two intervals that overlap may still differ, and a reader who compares them by eye mostly errs. Newcombe's hybrid
 * score interval (1998, method 10) puts the ends of the two Wilson intervals together and is as honest near 100 % as they are.
 * It is made of what was published and of nothing else, so that a comparison can tell nobody more than the two figures did, and
 * anybody can redo it with a pocket calculator. The price is their rounding, which is added to the interval (D5).
 *
 * D1 low = d − √((p₁−l₁)² + (u₂−p₂)²), high = d + √((u₁−p₁)² + (p₂−l₂)²), with p, l and u the rate and the ends of Wilson's interval on n*.
 * D2 Only drawn rates that were published with an interval are compared, and only two rounds of one place or two places of one round.
 * D3 Sets that overlap are refused: a district with its circle, two circles of one round that share a community, a rate with itself.
 * D4 Of two rounds nobody knows how many people answered both times: the interval takes them as independent, and that is said.
 * D5 The difference is that of the rates as they are shown. The interval holds that of the unrounded figures, wherever within their
 *    rounding they lie, and is itself rounded outwards to tenths of a point.
 * D6 Two rounds that did not put the headline question in the same words are not compared. Another method or another basis of
 *    weights is said.
 * D7 Which is higher is told if the interval leaves out 0, and not at all where one of the two is under its gate.
 */
import type { Source } from '../types/contract/shared';
import { displayRate, type Interval } from './satisfaction';

/** A figure as it was published. */
export interface Estimate {
  readonly round: string;
  readonly source: Source;
  /** Those that are in the figure. */
  readonly communities: readonly string[];
  /** The rate that is judged and the ends of its interval; null where there was none to publish. */
  readonly figure: Ends | null;
  readonly target: number;
  readonly underGate: boolean;
  /** The headline question with its options, word for word. */
  readonly asked: string;
  readonly method: string;
  readonly basis: string;
}
export type Told = 'higher' | 'lower' | 'undecided' | 'under_gate';
export type Note = 'rounds_taken_as_independent' | 'other_method' | 'other_basis';
export type Refusal = 'not_drawn' | 'no_interval' | 'overlap' | 'other_communities' | 'other_question';
export type Comparison =
  | { readonly ok: true; /** First − second, 0.014 for 1.4 points. */ readonly difference: number; readonly interval: Interval; readonly told: Told; readonly notes: readonly Note[] }
  | { readonly ok: false; readonly why: Refusal };

/** D2–D7: first − second. */
export function compare(first: Estimate, second: Estimate): Comparison {
  if (first.source !== 'drawn' || second.source !== 'drawn') return { ok: false, why: 'not_drawn' };
  const shared = first.communities.filter((code) => second.communities.includes(code)).length;
  const samePlace = shared === first.communities.length && shared === second.communities.length;
  if (first.round === second.round && shared > 0) return { ok: false, why: 'overlap' };
  if (first.round !== second.round && !samePlace) return { ok: false, why: 'other_communities' };
  if (first.asked !== second.asked) return { ok: false, why: 'other_question' };
  if (!first.figure || !second.figure) return { ok: false, why: 'no_interval' };
  const [a, b] = [rounded(first.figure, first.target), rounded(second.figure, second.target)];
  const interval = outwards({ low: newcombe(a.lowest, b.highest).low, high: newcombe(a.highest, b.lowest).high });
  const notes: Note[] = [
    ...(first.round === second.round ? [] : ['rounds_taken_as_independent' as const]),
    ...(first.method === second.method ? [] : ['other_method' as const]),
    ...(first.basis === second.basis ? [] : ['other_basis' as const]),
  ];
  const difference = (shownTenths(first.figure.rate, first.target) - shownTenths(second.figure.rate, second.target)) / 1000;
  return { ok: true, difference, interval, told: tell(first, second, interval), notes };
}

function tell(first: Estimate, second: Estimate, { low, high }: Interval): Told {
  if (first.underGate || second.underGate) return 'under_gate';
  return low > 0 ? 'higher' : high < 0 ? 'lower' : 'undecided';
}

/** A rate with the ends of its interval. */
export interface Ends extends Interval { readonly rate: number }

/** D1: interval of the difference of two independent rates. */
export function newcombe(first: Ends, second: Ends): Interval {
  const d = first.rate - second.rate;
  return {
    low: Math.max(-1, d - Math.hypot(first.rate - first.low, second.high - second.rate)),
    high: Math.min(1, d + Math.hypot(first.high - first.rate, second.rate - second.low)),
  };
}

/**
 * D5: the lowest and the highest figures that are shown as this one. D1's low end rises with p₁ and l₁ and falls with p₂ and u₂ (its slopes are
 * 1 − x, x, y − 1 and −y with x and y between 0 and 1): it is lowest with the first figure's lowest and the second's highest.
 */
const rounded = ({ rate, low, high }: Ends, target: number): Readonly<Record<'lowest' | 'highest', Ends>> => {
  const [p, l, u] = [shownAs(rate, target), shownAs(low, target), shownAs(high, target)];
  return { lowest: { rate: p.low, low: l.low, high: u.low }, highest: { rate: p.high, low: l.high, high: u.high } };
};

const shownTenths = (share: number, target: number) => Math.round(parseFloat(displayRate(share, target)) * 10);

/** D5: all the shares that are shown as this one is (satisfaction.ts, S4). */
export function shownAs(share: number, target: number): Interval {
  const tenths = shownTenths(share, target);
  if (tenths === 0 || tenths === 1000) return { low: tenths / 1000, high: tenths / 1000 };
  const atTarget = Math.ceil(Math.round(target * 1e6) / 1e3);
  return {
    low: tenths === 1 ? 0 : tenths === atTarget ? target : (tenths - 0.5) / 1000,
    high: tenths === 999 ? 1 : tenths === atTarget - 1 ? target : (tenths + 0.5) / 1000,
  };
}

/** To tenths of a point; what floating point misses a tenth by is none of it. */
const outwards = ({ low, high }: Interval): Interval => ({ low: Math.floor(low * 1000 + 1e-6) / 1000, high: Math.ceil(high * 1000 - 1e-6) / 1000 });
