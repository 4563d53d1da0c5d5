/** An officer was there: all still holds. Several at once, all or none; or together from a list, where each that has to be looked at by itself is left out and told. */
import { shanghaiDay } from '../../domain/calendar';
import { alone } from '../../domain/walk-reasons';
import { lockOutlet, type WholeOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { seenOf } from '../../database/queries/visits';
import { newestWitness } from '../../database/queries/witnesses';
import type { Confirmed } from '../../types/contract/desk';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { confirmOutletRow } from '../runtime/confirming';
import { refuse } from '../runtime/refusal';
import { upkeepRules } from '../runtime/upkeep';
import { reasonsOf } from './reasonsToGo';
import { requireStreet } from '../runtime/scope';

export const confirmOutlet: Action<'desk.confirmOutlet'> = {
  transaction: true,
  async handle({ outlets, together = false }, context) {
    const { db, caller, now } = context;
    const results: Confirmed[] = [];
    // in one order for everybody, so that two lists at once wait for each other instead of blocking each other
    for (const id of [...new Set(outlets)].sort()) {
      const row = (await lockOutlet(db, id)) ?? refuse('not_found');
      const { streetCode } = (await communityByCode(db, row.community_code)) ?? refuse('unknown_place');
      requireStreet(context, streetCode);
      const result = together ? await safely(row, context) : { outlet: id, result: 'confirmed' as const, why: null };
      results.push(result);
      if (result.result !== 'confirmed') continue;
      if (row.owner === caller.person) return refuse('own_case');
      await confirmOutletRow(row, 'staff', context);
      await audit(context, 'outlet.confirmed', id, { by: 'staff', ...(together ? { together } : {}) });
    }
    return { confirmed: results.filter(({ result }) => result === 'confirmed').length, confirmedOn: shanghaiDay(now.getTime()), ...(together ? { results } : {}) };
  },
};

/** As it stands now that it is held, whatever the list said. */
const safely = async (row: WholeOutlet, context: Context): Promise<Confirmed> => {
  const { db, caller, now } = context;
  const left = (why: Confirmed['why']): Confirmed => ({ outlet: row.id, result: 'left', why });
  if (!row.listed) return left('closed');
  if (row.owner === caller.person) return left('own');
  const witness = await newestWitness(db, { of: 'outlet', id: row.id });
  const reasons = reasonsOf({ ...row, wrong: (await seenOf(db, row.id)).wrong, witness_state: witness ? (witness.state === 'standing' ? 'standing' : 'ended') : null, witness_until: witness?.until ?? null }, now, await upkeepRules(context));
  const why = alone(reasons);
  if (why !== null) return left(why);
  return { outlet: row.id, result: reasons.includes('stale') ? 'confirmed' : 'already', why: null };
};
