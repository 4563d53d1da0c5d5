/** How officers are let in: a one-time code made by someone who may, shown to him alone, kept only as a keyed hash. */
import { codeFrom, foldCode, groupedCode } from '../../domain/codes';
import { addInviteOnce, addOfficer, inviteState, lockInvite, newestInvites, type NewInvite } from '../../database/queries/officers';
import { communityByCode } from '../../database/queries/places';
import type { ParsedInput } from '../../types/contract';
import type { DeskRole } from '../../types/contract/shared';
import { mayInvite } from '../../types/permissions';
import type { Action, Context, Duty } from '../runtime/action';
import { audit } from '../runtime/audit';
import { departmentsOf, dutyPlaces } from '../runtime/dutyPlaces';
import { refuse } from '../runtime/refusal';
import { scopeOf } from '../runtime/scope';

const mostShown = 50;

/** Whom the caller may let in and let go. */
export const invitedBy = (duties: readonly Duty[]): DeskRole[] => [...new Set(duties.flatMap(({ role }) => mayInvite[role]))].filter((role) => role !== 'oversight');

/** The one place that the role asks for, and no other; and within her own street where she reaches no further. */
const placeOf = async ({ role, street, community = null, department = null }: ParsedInput<'desk.invite'>, context: Context): Promise<Pick<NewInvite, 'street' | 'community' | 'department'>> => {
  const { db, caller } = context;
  const wanted = { street: role === 'street', community: role === 'community', department: role === 'department' };
  for (const [field, code] of [['street', street], ['community', community], ['department', department]] as const) {
    if (wanted[field] !== (code !== null)) return refuse('unknown_place', field);
  }
  if (street !== null && !(await db.selectFrom('lz.street').select('code').where('code', '=', street).executeTakeFirst())) return refuse('unknown_place', 'street');
  if (department !== null && !(await departmentsOf(context)).some(({ code }) => code === department)) return refuse('unknown_place', 'department');
  if (community !== null) scopeOf(caller.duties, ((await communityByCode(db, community)) ?? refuse('unknown_place', 'community')).streetCode);
  return { street, community, department };
};

export const invite: Action<'desk.invite'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now, random, secrets, settings } = context;
    if (!invitedBy(caller.duties).includes(input.role)) return refuse('out_of_scope');
    const place = await placeOf(input, context);
    const id = input.id ?? random.uuid();
    const code = codeFrom(secrets.inviteCode(id));
    const asked: NewInvite = { id, codeHash: secrets.invite(code), role: input.role, ...place, note: input.note, by: caller.person, now, days: input.days };
    const added = await addInviteOnce(db, asked);
    if (added !== null) await audit(context, 'invite.made', id, { role: input.role, ...place });
    return { code: groupedCode(code), link: `${settings.publicUrl}/i/${code}`, expiresAt: added ?? (await expiryOfSame(context, asked)) };
  },
};

/** The reply was lost and she sends it again. Only what she herself sent gets its code once more: the list shows ids to her colleagues. */
const expiryOfSame = async ({ db }: Context, { id, codeHash, role, street, community, department, note, by, days }: NewInvite): Promise<string> => {
  const row = await db.selectFrom('lz.invite').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const same = row.code_hash === codeHash && row.role === role && row.street_code === street && row.community_code === community && row.department === department && row.note === note && row.created_by === by
    && Date.parse(row.expires_at) - Date.parse(row.created_at) === days * 86_400_000;
  return same ? row.expires_at : refuse('value_invalid', 'id');
};

export const invites: Action<'desk.invites'> = {
  transaction: false,
  async handle(_input, context) {
    const { db, caller, now } = context;
    const may = invitedBy(caller.duties);
    const streets = scopeOf(caller.duties);
    const rows = await newestInvites(db, { roles: may, streets }, mostShown);
    const named = await dutyPlaces(context);
    return {
      invites: rows.map((row) => ({ id: row.id, role: row.role, ...named(row), note: row.note, state: inviteState(row, now), createdAt: row.created_at, expiresAt: row.expires_at })),
      mayInvite: may,
      streets,
      departments: [...await departmentsOf(context)],
    };
  },
};

export const revokeInvite: Action<'desk.revokeInvite'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const row = (await db.selectFrom('lz.invite').selectAll().where('id', '=', input.id).where('role', 'in', invitedBy(caller.duties)).forUpdate().executeTakeFirst()) ?? refuse('not_found');
    await requireHers(row, context);
    const state = inviteState(row, now);
    if (state !== 'open') return { state };
    await db.updateTable('lz.invite').set({ revoked_at: now.toISOString() }).where('id', '=', row.id).execute();
    await audit(context, 'invite.revoked', row.id);
    return { state: 'revoked' };
  },
};

/** A street's officer reaches the community workers of her street alone. */
export const requireHers = async ({ community_code: community }: { readonly community_code: string | null }, { db, caller }: Context): Promise<void> => {
  if (scopeOf(caller.duties) === null) return;
  scopeOf(caller.duties, community === null ? '' : (await communityByCode(db, community))?.streetCode ?? '');
};

export const acceptInvite: Action<'desk.acceptInvite'> = {
  duties: true,
  transaction: true,
  async handle(input, context) {
    const { db, caller, now, random, secrets } = context;
    const row = (await lockInvite(db, secrets.invite(foldCode(input.code)))) ?? refuse('invite_unknown');
    const granted = { role: row.role, ...(await dutyPlaces(context))(row) };
    // the reply was lost and she taps again
    if (row.used_by === caller.person) return granted;
    const state = inviteState(row, now);
    if (state !== 'open') return refuse(state === 'used' ? 'invite_used' : state === 'revoked' ? 'invite_revoked' : 'invite_expired');
    // who oversees must not be of those who are overseen
    if (caller.duties.some(({ role }) => (role === 'oversight') !== (row.role === 'oversight'))) return refuse('invite_other_side');
    await db.updateTable('lz.invite').set({ used_at: now.toISOString(), used_by: caller.person }).where('id', '=', row.id).execute();
    const place = { street: row.street_code, community: row.community_code, department: row.department };
    await addOfficer(db, { id: random.uuid(), person: caller.person, role: row.role, ...place, since: now, invitedBy: row.created_by });
    await audit(context, 'invite.accepted', row.id, { role: row.role, ...place });
    return granted;
  },
};
