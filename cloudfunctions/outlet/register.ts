/**
 * A merchant puts an outlet forward, or mends one that was returned. The id and the revision come from the
 * phone: sending the same revision again changes nothing and is told how the matter stands.
 */
import { outletById } from '../../database/queries/outlets';
import { lockRegistration, pendingOf, shownRegistration } from '../../database/queries/registrations';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { checkDraft } from '../runtime/draftChecks';
import { refuse } from '../runtime/refusal';
import { attachPhotos } from '../runtime/attachPhotos';

/** More waiting at once than any one shopkeeper has shops. */
const mostPending = 10;

export const register: Action<'outlet.register'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const { street } = await checkDraft(input.draft, context);
    const values = {
      draft: JSON.stringify(input.draft), revision: input.revision, state: 'pending' as const, reason: null, decided_at: null, decided_by: null,
      community_code: input.draft.community, street_code: street, submitted_at: now.toISOString(),
    };
    if (input.outlet !== null && (await outletById(db, input.outlet))?.owner !== caller.person) return refuse('not_yours');
    const before = await lockRegistration(db, input.id);
    if (!before) {
      if ((await pendingOf(db, caller.person)) >= mostPending) return refuse('too_many_pending');
      await db.insertInto('lz.registration').values({ id: input.id, applicant: caller.person, outlet_id: input.outlet, ...values, demo: false })
        .onConflict((conflict) => conflict.column('id').doNothing()).execute();
    } else {
      if (before.applicant !== caller.person) return refuse('not_yours');
      if (before.revision === input.revision) return { registration: shownRegistration(before) };
      if (before.state !== 'returned') return refuse('not_editable');
      if (before.revision > input.revision) return refuse('registration_changed');
      await db.updateTable('lz.registration').set(values).where('id', '=', input.id).execute();
    }
    const after = (await lockRegistration(db, input.id)) ?? refuse('not_found');
    if (after.applicant !== caller.person) return refuse('not_yours');
    await attachPhotos(context, input.draft.photos, { kind: 'registration', id: input.id, name: input.draft.name, street }, ['licence', 'front']);
    await audit(context, before ? 'registration.corrected' : 'registration.submitted', input.id, { revision: input.revision });
    return { registration: shownRegistration(after) };
  },
};
