/**
 * Why an outlet is on the list of those to go and look at.
 *
 * W1 Residents say that it is closed: hidden, or doubted.
 * W2 An officer was there, saw that something is wrong, and nobody has mended it since.
 * W3 Nobody ever confirmed or verified it: never. The last sign of life is too old (domain/upkeep.ts S4): stale.
 * W4 It has no licence, and no witness stands for it, or the one that does ends within `remindDays`.
 * W5 Some of what matters to the old is not known.
 * W6 Reasons come in this order, the gravest first; without any it is not on the list.
 * W7 Several may be confirmed together, without looking at each, that are stale and nothing graver: nobody says that one of them is closed or wrong,
 *    somebody knew each of them once, and none needs a witness. What matters to the old may be unknown: confirming says nothing of it.
 */
import type { Fact } from '../types/contract/shared';
import type { WalkReason } from '../types/contract/field';
import type { Standing } from '../types/contract/outlet';
import type { UpkeepRules } from '../types/rules';
import { freshness } from './upkeep';

export interface Seen {
  readonly standing: Standing;
  /** An officer saw that something is wrong and it was not mended since. */
  readonly wrong: boolean;
  /** ms; null: never. */
  readonly lastSign: number | null;
  readonly licensed: boolean;
  /** Until when a witness stands, ms; null: none does. */
  readonly witnessUntil: number | null;
  readonly facts: readonly Fact[];
}

/** W7: null, or why it has to be looked at by itself. */
export const alone = (why: readonly WalkReason[]): WalkReason | null => why.find((reason) => reason !== 'stale' && reason !== 'facts') ?? null;

export const walkReasons = (seen: Seen, now: number, rules: Pick<UpkeepRules, 'freshDays' | 'staleDays' | 'witness'>): WalkReason[] => {
  const reasons: WalkReason[] = [];
  if (seen.standing === 'hidden' || seen.standing === 'doubted') reasons.push(seen.standing);
  if (seen.wrong) reasons.push('wrong');
  if (seen.lastSign === null) reasons.push('never');
  else if (freshness(seen.lastSign, now, rules) === 'stale') reasons.push('stale');
  if (!seen.licensed && (seen.witnessUntil === null || seen.witnessUntil <= now + rules.witness.remindDays * 86_400_000)) reasons.push('witness');
  if (seen.facts.includes('unknown')) reasons.push('facts');
  return reasons;
};
