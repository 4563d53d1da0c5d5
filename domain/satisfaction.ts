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
 * S3 Verdict, first that applies: fewer than the smallest cell → too_few; not a drawn sample → voluntary; under the gate of
 *    the place or, for a circle, of one of its communities → below_gate; lower end ≥ target → reached; upper end < target → missed; else undecided.
 * S4 Rates are compared unrounded. A shown rate has one decimal and never rounds across the target, nor (where the target
 *    allows) to 0 % or 100 % what is not.
 * S5 With fewer eligible answers than the smallest cell a cell says nothing but too_few; with enough answers but fewer
 *    scores, n and nothing more.
 */
import type { Source } from '../types/contract/shared';
import type { Answers, Cell, Verdict } from '../types/contract/survey';
import type { MethodRules, Questionnaire } from '../types/rules';
import { isEligible } from './questionnaire';

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
/** An answer as it is counted: where, and what. */
export interface CountedResponse {
  readonly community: string;
  readonly answers: Answers;
}

// top2: 非常满意 5 and 比较满意 4 of the five-point scale.
const satisfiedFrom = 4;

function headlineScore(q: Questionnaire, answers: Answers): number | null | undefined {
  const options = q.questions.find((question) => question.id === q.headline)?.options;
  return options?.find((option) => option.code === answers[q.headline])?.score;
}

/** Counts the headline question of the answers given (the caller leaves out ineligible ones). */
export function tally(q: Questionnaire, responses: readonly Answers[]): Tally {
  const scores = responses.map((answers) => headlineScore(q, answers)).filter((score) => score !== undefined);
  const scored = scores.filter((score) => score !== null);
  return { answered: scores.length, scored: scored.length, satisfied: scored.filter((score) => score >= satisfiedFrom).length, unclear: scores.length - scored.length };
}

/** Share of the satisfied, or null where nobody gave a score. */
export const rate = ({ satisfied, scored }: Pick<Tally, 'satisfied' | 'scored'>): number | null => (scored === 0 ? null : satisfied / scored);

/** Wilson's two-sided interval of a share; `z` is 1.96 for 95 %. Throws RangeError unless 0 ≤ successes ≤ n and n > 0. */
export function wilson(successes: number, n: number, z: number): Interval {
  if (!(n > 0 && successes >= 0 && successes <= n)) throw new RangeError('wilson: 0 <= successes <= n, n > 0');
  const p = successes / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  // At 0 and n the ends are exactly 0 and 1, which floating point misses by a hair.
  return { low: Math.min(p, Math.max(0, centre - half)), high: Math.max(p, Math.min(1, centre + half)) };
}

export interface VerdictInput {
  readonly source: Source;
  /** Eligible answers, scored or not. */
  readonly n: number;
  readonly scored: number;
  readonly satisfied: number;
  readonly target: number;
  readonly z: number;
  readonly smallestCell: number;
  /** Scores that the place as a whole needs. */
  readonly gate: number;
  /** Scores that each of its communities needs, and those each has. */
  readonly communityGate: number;
  readonly perCommunity: readonly number[];
}

/** What may be said about a rate. */
export function verdict(of: VerdictInput): Verdict {
  if (of.n < of.smallestCell || of.scored < of.smallestCell) return 'too_few';
  if (of.source !== 'drawn') return 'voluntary';
  if (of.scored < of.gate || of.perCommunity.some((scored) => scored < of.communityGate)) return 'below_gate';
  const { low, high } = wilson(of.satisfied, of.scored, of.z);
  return low >= of.target ? 'reached' : high < of.target ? 'missed' : 'undecided';
}

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

export interface CellInput {
  readonly questionnaire: Questionnaire;
  readonly method: MethodRules;
  readonly source: Source;
  readonly kind: 'circle' | 'district';
  /** Every community of the circle, answered or not: one without answers holds the gate shut. A district has one gate for the whole. */
  readonly communities: readonly string[];
  /** All answers of the place; ineligible ones are left out here. */
  readonly responses: readonly CountedResponse[];
}

/** One figure, ready to be frozen; the caller adds its place. */
export function cellOf({ questionnaire: q, method, source, kind, communities, responses }: CellInput): Omit<Cell, 'place'> {
  const eligible = responses.filter(({ answers }) => isEligible(q, answers, method));
  const n = eligible.length;
  const counts = tally(q, eligible.map(({ answers }) => answers));
  const scoredBy = new Map<string, number>();
  for (const { community, answers } of eligible) {
    if (typeof headlineScore(q, answers) === 'number') scoredBy.set(community, (scoredBy.get(community) ?? 0) + 1);
  }
  const said = verdict({
    source, n, scored: counts.scored, satisfied: counts.satisfied, target: method.target, z: method.z, smallestCell: method.smallestCell,
    gate: method.gates[kind], communityGate: method.gates.community, perCommunity: kind === 'circle' ? communities.map((code) => scoredBy.get(code) ?? 0) : [],
  });
  const silent = { source, n: n < method.smallestCell ? null : n, scored: null, rate: null, interval: null, unclear: null, verdict: said, target: method.target };
  if (said === 'too_few') return silent;
  return {
    ...silent,
    scored: counts.scored,
    rate: rate(counts),
    interval: source === 'drawn' ? wilson(counts.satisfied, counts.scored, method.z) : null,
    unclear: counts.unclear / counts.answered,
  };
}
