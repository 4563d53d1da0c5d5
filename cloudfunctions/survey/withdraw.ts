/**
 * Takes an answer back, for whoever knows its secret: so pressure at the door can be undone at home. What it said is
 * emptied at the next seal, and the withdrawal stands in the list as a leaf of its own. Saying it twice changes nothing.
 */
import { shanghaiDay } from '../../domain/calendar';
import { foldCode } from '../../domain/codes';
import { withdrawalText, withdrawSecretText } from '../../domain/leaf';
import { roundState } from '../../domain/round';
import { answerOf, withdraw as takeBack } from '../../database/queries/responses';
import { roundById } from '../../database/queries/rounds';
import type { Action } from '../runtime/action';
import { leafOf, sha256 } from '../runtime/hashing';
import { refuse } from '../runtime/refusal';

export const withdraw: Action<'survey.withdraw'> = {
  transaction: false,
  async handle(input, { db, now }) {
    const secret = foldCode(input.secret);
    const round = (await roundById(db, input.round)) ?? refuse('withdraw_unknown');
    const withdrawHash = sha256(withdrawSecretText(round.id, secret));
    const answer = (await answerOf(db, round.id, withdrawHash)) ?? refuse('withdraw_unknown');
    const closesAt = Date.parse(round.closes_at);
    const state = roundState({ opensAt: Date.parse(round.opens_at), closesAt, graceMs: 0 }, now.getTime(), null);
    if (!answer.withdrawn) {
      if (now.getTime() >= closesAt + round.grace_hours * 3_600_000) return refuse('withdraw_too_late');
      await takeBack(db, { round: round.id, withdrawHash, secret, leaf: leafOf(withdrawalText({ round: round.id, of: answer.leaf, secret })), of: answer.leaf, day: shanghaiDay(now.getTime()) });
    }
    return { round: round.id, mayAnswerUntil: state === 'open' ? round.closes_at : null };
  },
};
