/**
 * Marks on answers that look made rather than given.
 *
 * A flag removes nothing: people who know their mind are fast, and content ones tick alike. It says where to look, and how
 * much would hang on it; no verdict is ever computed without the flagged. Thresholds are data, tuned on one synthetic round
 * and tested on another. What flags can't see: a forger who takes his time and varies, or an answer key followed by real
 * people at their own speed.
 *
 * F1 Too fast: fewer seconds than `fastSeconds` × the questions that were asked of her (the seconds are rounded to 5).
 * F2 Straight: `straightItems` scores or more whose standard deviation is at most `straightDeviation`, and fewer seconds than
 *    `straightSeconds` × questions. Alike alone is no flag.
 * F3 Burst: between two seals, a community brings `burstAtLeast` answers or more and `burstTimes` what one expects: its share of all
 *    answers, at the pace of the other communities in the same time. A district-wide call is no burst, and alone there is none.
 * F4 Crowded: the third letter's code, or a later one, entered on the same phone. It is known when the answer is taken and part of what
 *    is sealed, not found here: afterwards nothing tells which phone an answer came from.
 */
import type { Source } from '../types/contract/shared';
import type { Answers } from '../types/contract/survey';
import type { FlagRules, Questionnaire } from '../types/rules';
import { visibleQuestions } from './questionnaire';

export type Flag = 'too_fast' | 'straight' | 'burst';

/** What F1 and F2 look at. */
export interface Effort {
  /** Questions asked of her, the community and what she may leave out not counted. */
  readonly asked: number;
  /** Points given, of questions with a scale. */
  readonly scores: readonly number[];
}

export function effortOf(q: Questionnaire, answers: Answers, source: Source): Effort {
  const asked = visibleQuestions(q, answers, { source }).filter(({ kind, optional }) => kind !== 'community' && !optional);
  const scores = asked.map(({ id, options }) => options?.find(({ code }) => code === answers[id])?.score).filter((score) => typeof score === 'number');
  return { asked: asked.length, scores };
}

/** F1, F2: the flags of one answer by itself. `seconds`: total time, rounded to 5. */
export function flagsOf({ asked, scores }: Effort, seconds: number, rules: FlagRules): Flag[] {
  const flags: Flag[] = [];
  if (seconds < rules.fastSeconds * asked) flags.push('too_fast');
  const alike = scores.length >= rules.straightItems && deviation(scores) <= rules.straightDeviation;
  if (alike && seconds < rules.straightSeconds * asked) flags.push('straight');
  return flags;
}

function deviation(scores: readonly number[]): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
}

/** Answers of one community between two seals. */
export interface Arrivals {
  readonly community: string;
  /** The seal that took them in. */
  readonly seal: number;
  readonly answers: number;
}

/** F3: those of the arrivals that are bursts, in their order. One entry per community and seal. */
export function burstsOf(arrivals: readonly Arrivals[], rules: FlagRules): Arrivals[] {
  const [byCommunity, bySeal] = [sumBy(arrivals, ({ community }) => community), sumBy(arrivals, ({ seal }) => seal)];
  const all = arrivals.reduce((sum, { answers }) => sum + answers, 0);
  return arrivals.filter(({ community, seal, answers }) => {
    const own = byCommunity.get(community)!;
    if (own === all || answers < rules.burstAtLeast) return false;
    const paceOfOthers = (bySeal.get(seal)! - answers) / (all - own);
    return answers >= rules.burstTimes * own * paceOfOthers;
  });
}

function sumBy<K>(arrivals: readonly Arrivals[], key: (one: Arrivals) => K): Map<K, number> {
  const sums = new Map<K, number>();
  for (const one of arrivals) sums.set(key(one), (sums.get(key(one)) ?? 0) + one.answers);
  return sums;
}
