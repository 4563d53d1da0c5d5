/**
 * A merchant puts an outlet forward, or mends one that was returned. The id and the revision come from the
 * phone: sending the same revision again changes nothing and is told how the matter stands.
 */
import { insideBox } from '../../domain/geometry';
import { isCreditCode } from '../../domain/credit-code';
import { problemsOfHours } from '../../domain/hours';
import { isReadableName } from '../../domain/outlet-name';
import { outletById } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import { lockRegistration, pendingOf, shownRegistration } from '../../database/queries/registrations';
import type { Draft } from '../../types/contract/outlet';
import { gcj02 } from '../../types/units';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { divisionRules, formatRules } from './rules';

/** More waiting at once than any one shopkeeper has shops. */
const mostPending = 10;

export const register: Action<'outlet.register'> = {
  for: 'anyone',
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
    await audit(context, before ? 'registration.corrected' : 'registration.submitted', input.id, { revision: input.revision });
    return { registration: shownRegistration(after) };
  },
};

const checkDraft = async (draft: Draft, context: Context): Promise<{ street: string }> => {
  const rules = await formatRules(context);
  const { boundingBox } = await divisionRules(context);
  if (!isReadableName(draft.name)) return refuse('name_unreadable', 'draft.name');
  if (!rules.formats.some(({ code }) => code === draft.format)) return refuse('unknown_format', 'draft.format');
  if (draft.services.some((code) => !rules.services.some((service) => service.code === code))) return refuse('unknown_format', 'draft.services');
  if (!insideBox(gcj02(draft.point.lng, draft.point.lat), boundingBox)) return refuse('pin_outside_district', 'draft.point');
  const problem = draft.hours && problemsOfHours(draft.hours);
  if (problem) return refuse(problem, 'draft.hours');
  if (draft.creditCode !== null && !isCreditCode(draft.creditCode)) return refuse('credit_code_invalid', 'draft.creditCode');
  if (draft.creditCode === null && draft.unlicensedReason === null) return refuse('licence_or_reason', 'draft.creditCode');
  const community = (await communityByCode(context.db, draft.community)) ?? refuse('unknown_place', 'draft.community');
  return { street: community.streetCode };
};
