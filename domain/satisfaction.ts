/**
 * The satisfaction rate, what may be said about it, and what may not.
 *
 * Why Wilson. The plan asks for at least 90 %, and so the true rate sits near the edge of the scale, in
 * samples of a hundred. The textbook interval p ± z·√(p(1−p)/n) fails there: it reaches past 100 %, and at
 * 30 of 30 it has no width at all, claiming certainty from thirty people. Wilson's asks instead which true
 * rates would make what we saw unsurprising; it stays within 0 … 1, is honest at 30 of 30 (88.6 … 100 %),
 * and covers close to its 95 % in small samples. It needs no weights and a few lines that any auditor can
 * redo on paper. What it assumes is chance: that everybody could have been picked. Whoever answers a poster
 * in the lift picked themselves. No interval measures how far they differ from those who walked past, so
 * for an open round we show how many and which rate, and no interval and no verdict, however many there are.
 *
 * S1 The rate is (very satisfied + satisfied) ÷ all with a score, on the headline question alone; 不清楚、没用过,
 *    missing and ineligible answers are out of the denominator. (rules/method.json, top2)
 * S2 Wilson's interval lies in 0 … 1, holds the rate, and narrows as n grows.
 * S3 Verdict, first that applies: fewer than the smallest cell → too_few; not a drawn sample → voluntary; before the final release
 *    → interim; n_eff under the gate of the place or, for a circle, of one of its communities → below_gate; lower end ≥ target →
 *    reached; upper end < target → missed; else undecided. The interval is that of the weighted rate on n* (weights.ts, W6, W8).
 * S4 Rates are compared unrounded. A shown rate has one decimal and never rounds across the target, nor (where the target
 *    allows) to 0 % or 100 % what is not.
 * S5 (What a place says of too few: disclosure.ts, S2.)
 * S6 Beside the rate stand the share of 不清楚 among all who answered the headline question, and the rate with them counted as not satisfied.
 */
import type { Source } from '../types/contract/shared';
import type { Verdict } from '../types/contract/results';

export interface Tally {
  /** Answers to the headline question, scored or not. */
  readonly answered: number;
  readonly scored: number;
  readonly satisfied: number;
  readonly unclear: number;
}
export interface Interval {
  readonly low: number;
  readonly high: number;
}
/** Share of the satisfied, or null where nobody gave a score. */
export const rate = ({ satisfied, scored }: Pick<Tally, 'satisfied' | 'scored'>): number | null => (scored === 0 ? null : satisfied / scored);

/** S6: what stands beside the rate, as shares of all who answered the headline question; null where nobody did. */
export function beside({ answered, satisfied, unclear }: Pick<Tally, 'answered' | 'satisfied' | 'unclear'>): { readonly unclear: number; readonly countingUnclear: number } | null {
  return answered === 0 ? null : { unclear: unclear / answered, countingUnclear: satisfied / answered };
}

/** Wilson's two-sided interval of a share; `z` is 1.96 for 95 %. Throws RangeError unless 0 ≤ successes ≤ n and n > 0. */
export function wilson(successes: number, n: number, z: number): Interval {
  if (!(n > 0 && successes >= 0 && successes <= n)) throw new RangeError('wilson: 0 <= successes <= n, n > 0');
  return wilsonOf(successes / n, n, z);
}

/** The same of a rate (0 … 1) on an n that need not be whole: n_eff or n*; infinite n leaves no width. Throws RangeError otherwise. */
export function wilsonOf(p: number, n: number, z: number): Interval {
  if (!(n > 0 && p >= 0 && p <= 1)) throw new RangeError('wilsonOf: 0 <= p <= 1, n > 0');
  if (n === Infinity) return { low: p, high: p };
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  // At 0 and n the ends are exactly 0 and 1, which floating point misses by a hair.
  return { low: Math.min(p, Math.max(0, centre - half)), high: Math.max(p, Math.min(1, centre + half)) };
}

export interface VerdictInput {
  readonly source: Source;
  readonly release: 'interim' | 'final';
  /** Eligible answers, scored or not. */
  readonly n: number;
  readonly scored: number;
  /** The weighted rate, its n_eff, and n* for the interval. */
  readonly rate: number;
  readonly nEff: number;
  readonly nStar: number;
  readonly target: number;
  readonly z: number;
  readonly smallestCell: number;
  /** n_eff that the place as a whole needs. */
  readonly gate: number;
  /** What each of its communities needs, and what each has (`communityN`). */
  readonly communityGate: number;
  readonly perCommunity: readonly number[];
}

/** What may be said about a rate. */
export function verdict(of: VerdictInput): Verdict {
  if (of.n < of.smallestCell || of.scored < of.smallestCell) return 'too_few';
  if (of.source !== 'drawn') return 'voluntary';
  if (of.release !== 'final') return 'interim';
  if (!reaches(of.nEff, of.gate) || !of.perCommunity.every((n) => reaches(n, of.communityGate))) return 'below_gate';
  const { low, high } = wilsonOf(of.rate, of.nStar, of.z);
  return low >= of.target ? 'reached' : high < of.target ? 'missed' : 'undecided';
}

// An n_eff is a quotient of sums: 100 equal weights may come out as 99.99999999999997.
const reaches = (n: number, gate: number) => n >= gate - 1e-9;

/** 89.9%: one decimal, on the same side of the target as the unrounded rate. */
export function displayRate(share: number, target: number): string {
  // 0.57 * 1000 and its like miss the whole number by a hair.
  const targetTenths = Math.round(target * 1e6) / 1e3;
  let tenths = Math.round(share * 1000);
  if (share < 1 && tenths >= 1000) tenths = 999;
  if (share > 0 && tenths <= 0) tenths = 1;
  if (share < target && tenths >= targetTenths) tenths = Math.ceil(targetTenths) - 1;
  if (share >= target && tenths < targetTenths) tenths = Math.ceil(targetTenths);
  return `${(tenths / 10).toFixed(1)}%`;
}
