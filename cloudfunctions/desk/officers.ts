/** Who works at the desk, by what they were invited as, and ending somebody's role. It is read in every call, so an end takes effect at once. */
import { activeOfficers, endOfficer, lockOfficer } from '../../database/queries/officers';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { dutyPlaces } from '../runtime/dutyPlaces';
import { refuse } from '../runtime/refusal';
import { scopeOf } from '../runtime/scope';
import { invitedBy, requireHers } from './invites';

const mostShown = 300;

export const officers: Action<'desk.officers'> = {
  transaction: false,
  async handle(_input, context) {
    const { db, caller, settings } = context;
    const may = invitedBy(caller.duties);
    const rows = await activeOfficers(db, { roles: may, streets: scopeOf(caller.duties) }, mostShown);
    const named = await dutyPlaces(context);
    return {
      officers: rows.map((row) => ({ id: row.id, role: row.role, ...named(row), since: row.since, note: row.note ?? '', mine: row.person === caller.person })),
      hotline: settings.hotline,
    };
  },
};

export const endRole: Action<'desk.endRole'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const officer = (await lockOfficer(db, input.id)) ?? refuse('not_found');
    // whom she could not have let in she can't let go
    if (!invitedBy(caller.duties).some((role) => role === officer.role)) return refuse('out_of_scope');
    await requireHers(officer, context);
    // nobody ends her own, so one of the district always stays
    if (officer.person === caller.person) return refuse('own_case');
    if (officer.ended_at !== null) return { ended: true };
    await endOfficer(db, officer.id, now);
    await audit(context, 'role.ended', officer.id, { role: officer.role, street: officer.street_code, community: officer.community_code, department: officer.department, reason: input.reason });
    return { ended: true };
  },
};
