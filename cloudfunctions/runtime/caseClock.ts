/** The clock of what waits: since when, and how many hours are left until its limit. */
import type { CaseFound } from '../../database/queries/cases';
import type { UpkeepRules } from '../../types/rules';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Where each kind begins to wait: outlets without a sign of life since `staleBefore`, witnesses that end before `witnessBy`. */
export const dueBy = (now: Date, { staleDays, witness }: UpkeepRules) => ({
  staleBefore: new Date(now.getTime() - staleDays * dayMs).toISOString(), witnessBy: new Date(now.getTime() + witness.remindDays * dayMs).toISOString(), remindDays: witness.remindDays,
});

/** An outlet grows stale when its last sign of life gets too old; one without any has been so since it was listed, which is not known here. */
export const waitsSince = ({ kind, since }: Pick<CaseFound, 'kind' | 'since'>, now: Date, rules: UpkeepRules): number => {
  if (kind !== 'stale') return since === null ? now.getTime() : Date.parse(since);
  const staleBefore = now.getTime() - rules.staleDays * dayMs;
  return since === null ? staleBefore : Math.min(Date.parse(since), staleBefore);
};

/** Below zero: late. */
export const hoursLeft = (kind: CaseFound['kind'], since: number, now: Date, rules: UpkeepRules): number => Math.floor((since + rules.limitHours[kind] * hourMs - now.getTime()) / hourMs);
