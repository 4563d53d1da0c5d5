/** An officer approves or returns a registration. The row is held from reading to writing, so of two officers one decides and the other is told. */
import { lockRegistration, type RegistrationRow } from '../../database/queries/registrations';
import { latestRule } from '../../database/queries/rules';
import { outletColumns } from '../../database/outletRow';
import type { FormatRules } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { requireStreet } from './scope';

export const decide: Action<'desk.decide'> = {
  for: 'officer',
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const row = (await lockRegistration(db, input.id)) ?? refuse('not_found');
    requireStreet(context, row.street_code);
    if (row.applicant === caller.person) return refuse('own_registration');
    if (row.state !== 'pending') return refuse('decided_already');
    if (row.revision !== input.revision) return refuse('registration_changed');
    if (input.decision === 'return' && !input.reason) return refuse('reason_required', 'reason');

    const state = input.decision === 'approve' ? 'approved' as const : 'returned' as const;
    const outlet = state === 'approved' ? await list(row, context) : row.outlet_id;
    await db.updateTable('lz.registration')
      .set({ state, reason: input.reason, outlet_id: outlet, decided_at: now.toISOString(), decided_by: caller.person })
      .where('id', '=', row.id).execute();
    await audit(context, `registration.${state}`, row.id, { revision: row.revision, outlet, reason: input.reason });
    return { state, outlet };
  },
};

/** Puts the outlet on the map, or brings the one that is there up to date. */
const list = async (row: RegistrationRow, { db, now, random }: Context): Promise<string> => {
  const rules = (await latestRule<FormatRules>(db, 'formats'))?.body;
  if (!rules) throw new Error('no rule of kind formats is loaded');
  const columns = outletColumns(row.draft, rules);
  const times = { changed_at: now.toISOString(), edited_at: now.toISOString(), verified_at: now.toISOString(), verified_by: '街道审核' };
  if (row.outlet_id) {
    await db.updateTable('lz.outlet').set({ ...columns, ...times, listed: true }).where('id', '=', row.outlet_id).execute();
    return row.outlet_id;
  }
  const id = random.uuid();
  await db.insertInto('lz.outlet').values({ id, ...columns, ...times, owner: row.applicant, origin: 'merchant', demo: row.demo }).execute();
  return id;
};
