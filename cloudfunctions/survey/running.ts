/** The round that runs now, with how many have answered: a count, never a rate. */
import { lengthOf } from '../../domain/questionnaire-items';
import type { Topic } from '../../types/contract/shared';
import type { Questionnaire } from '../../types/rules';
import type { RunningRound } from '../../types/contract/results';
import { answeredIn, openRound, releaseAtOf } from '../../database/queries/rounds';
import { ruleByHash } from '../../database/queries/rules';
import type { Context } from '../runtime/action';

/** `here`: communities whose round counts as hers; `counted`: the communities of her circle. */
export const runningRound = async ({ db, now, memo }: Context, here: readonly string[], counted: readonly string[], topic: Topic = 'satisfaction'): Promise<RunningRound | null> => {
  const round = await openRound(db, here, now, topic);
  if (!round) return null;
  const questionnaire = await memo(`rule:${round.questionnaire_hash}`, 3_600_000, () => ruleByHash<Questionnaire>(db, round.questionnaire_hash));
  return {
    id: round.id, title: round.title, source: round.source, opensAt: round.opens_at, closesAt: round.closes_at, releaseAt: releaseAtOf(round, now),
    answered: await answeredIn(db, round.id, counted), asOf: now.toISOString(),
    minutes: questionnaire?.minutes ?? 5, questions: questionnaire ? lengthOf(questionnaire) : 0, demo: round.demo,
  };
};
