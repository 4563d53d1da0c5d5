/** Why somebody should go and look at an outlet, from its row: the same for the walking list and for what may be confirmed without going. */
import { lastSign } from '../../domain/upkeep';
import { walkReasons } from '../../domain/walk-reasons';
import type { WalkRow } from '../../database/queries/visits';
import type { UpkeepRules } from '../../types/rules';

export const reasonsOf = (row: Omit<WalkRow, 'seen'>, now: Date, rules: UpkeepRules) => walkReasons({
  standing: row.standing, wrong: row.wrong !== null, lastSign: lastSign(row.confirmed_at, row.verified_at), licensed: row.credit_code !== null || row.unlicensed_reason === null,
  witnessUntil: row.witness_state === 'standing' ? Date.parse(row.witness_until!) : null, facts: [row.cash, row.step_free, row.seats, row.staffed],
}, now.getTime(), rules);
