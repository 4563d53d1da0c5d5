/** The columns of an outlet that takes over some statements, and what follows from them: the text that a search looks in, the open minutes. */
import type { Mergeable } from '../domain/merging';
import type { FormatRules } from '../types/rules';
import { fieldsOfRow, outletColumns } from './outletRow';
import type { WholeOutlet } from './queries/outlets';

export const statementsOf = (row: WholeOutlet): Mergeable => ({
  owner: row.owner, services: row.services, photos: row.photos, phone: row.phone, opening: row.hours || row.dated ? { hours: row.hours, dated: row.dated } : null,
  creditCode: row.credit_code, unlicensedReason: row.unlicensed_reason, facts: { cash: row.cash, stepFree: row.step_free, seats: row.seats, staffed: row.staffed },
  confirmed: row.confirmed_at && row.confirmed_by ? { at: row.confirmed_at, by: row.confirmed_by } : null,
});

export const mergedColumns = (row: WholeOutlet, taken: Partial<Mergeable>, rules: FormatRules) => {
  const before = fieldsOfRow(row);
  const columns = outletColumns({
    ...before, services: taken.services ?? before.services, phone: taken.phone ?? before.phone, hours: taken.opening ? taken.opening.hours : before.hours,
    ...(taken.opening?.dated ? { dated: taken.opening.dated } : {}), facts: taken.facts ?? before.facts, creditCode: taken.creditCode ?? before.creditCode,
    unlicensedReason: taken.unlicensedReason === undefined ? before.unlicensedReason : taken.unlicensedReason,
  }, rules);
  const { services, search, small_repair, hours, dated, open_week, phone, credit_code, unlicensed_reason, cash, step_free, seats, staffed } = columns;
  return {
    ...(taken.services ? { services, search, small_repair } : {}),
    ...(taken.photos ? { photos: [...taken.photos] } : {}),
    ...(taken.opening ? { hours, dated, open_week } : {}),
    ...(taken.phone ? { phone } : {}),
    ...(taken.creditCode !== undefined || taken.unlicensedReason !== undefined ? { credit_code, unlicensed_reason } : {}),
    ...(taken.facts ? { cash, step_free, seats, staffed } : {}),
    ...(taken.owner ? { owner: taken.owner } : {}),
    ...(taken.confirmed ? { confirmed_at: taken.confirmed.at, confirmed_by: taken.confirmed.by } : {}),
  };
};
