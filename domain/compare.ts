/**
 * The difference of two rates and its interval.
 *
 * Two intervals that overlap may still differ, and a reader who compares them by eye mostly errs. Newcombe's hybrid
 * score interval (1998, method 10) puts the ends of the two Wilson intervals together and is as honest near 100 % as they are.
 *
 * D1 low = d − √((p₁−l₁)² + (u₂−p₂)²), high = d + √((u₁−p₁)² + (p₂−l₂)²), with Wilson's ends on n*.
 * D2 Only drawn rates are compared, and only two rounds of one place or two places of one round.
 * D3 Sets that overlap are refused: a district with its circle, two circles of one round that share a community, a rate with itself.
 * D4 Of two rounds nobody knows how many people answered both times: the interval takes them as independent, and that is said.
 */
import type { Source } from '../types/contract/shared';
import { wilsonOf, type Interval } from './satisfaction';

export interface Estimate {
  readonly round: string;
  readonly source: Source;
  readonly communities: readonly string[];
  /** Weighted rate, 0 … 1. */
  readonly rate: number;
  /** n* (weights.ts, W8). */
  readonly n: number;
}
export type Comparison =
  | { readonly ok: true; readonly difference: number; readonly interval: Interval; readonly note: 'rounds_taken_as_independent' | null }
  | { readonly ok: false; readonly why: 'not_drawn' | 'overlap' | 'different_place_and_round' };

/** D2–D4: first − second. */
export function compare(first: Estimate, second: Estimate, z: number): Comparison {
  if (first.source !== 'drawn' || second.source !== 'drawn') return { ok: false, why: 'not_drawn' };
  const shared = first.communities.filter((code) => second.communities.includes(code)).length;
  const samePlace = shared === first.communities.length && shared === second.communities.length;
  if (first.round === second.round && shared > 0) return { ok: false, why: 'overlap' };
  if (first.round !== second.round && !samePlace) return { ok: false, why: 'different_place_and_round' };
  return {
    ok: true, difference: first.rate - second.rate, interval: newcombe(first, second, z),
    note: first.round === second.round ? null : 'rounds_taken_as_independent',
  };
}

/** D1: interval of the difference of two independent rates. */
export function newcombe(first: Pick<Estimate, 'rate' | 'n'>, second: Pick<Estimate, 'rate' | 'n'>, z: number): Interval {
  const [a, b] = [wilsonOf(first.rate, first.n, z), wilsonOf(second.rate, second.n, z)];
  const d = first.rate - second.rate;
  return {
    low: d - Math.hypot(first.rate - a.low, b.high - second.rate),
    high: d + Math.hypot(a.high - first.rate, second.rate - b.low),
  };
}
