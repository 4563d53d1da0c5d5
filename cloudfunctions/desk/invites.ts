/** How officers are let in: a one-time code made by someone above, shown to him alone, kept only as a keyed hash. */
import { codeFrom, foldCode, groupedCode } from '../../domain/codes';
import { addInviteOnce, addOfficer, inviteState, lockInvite, newestInvites, type NewInvite } from '../../database/queries/officers';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';

const mostShown = 50;

const streetOf = async ({ db }: Context, code: string | null) =>
  code === null ? null : (await db.selectFrom('lz.street').selectAll().where('code', '=', code).executeTakeFirst()) ?? refuse('unknown_place', 'street');

export const invite: Action<'desk.invite'> = {
  for: 'district',
  transaction: true,
  async handle(input, context) {
    const { db, caller, now, random, secrets, settings } = context;
    if ((input.role === 'street') !== (input.street !== null)) return refuse('unknown_place', 'street');
    await streetOf(context, input.street);
    const id = input.id ?? random.uuid();
    const code = codeFrom(secrets.inviteCode(id));
    const asked: NewInvite = { id, codeHash: secrets.invite(code), role: input.role, street: input.street, note: input.note, by: caller.person, now, days: input.days };
    const added = await addInviteOnce(db, asked);
    if (added !== null) await audit(context, 'invite.made', id, { role: input.role, street: input.street });
    return { code: groupedCode(code), link: `${settings.publicUrl}/i/${code}`, expiresAt: added ?? (await expiryOfSame(context, asked)) };
  },
};

/** The reply was lost and she sends it again. Only what she herself sent gets its code once more: the list shows ids to her colleagues. */
const expiryOfSame = async ({ db }: Context, { id, codeHash, role, street, note, by, days }: NewInvite): Promise<string> => {
  const row = await db.selectFrom('lz.invite').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const same = row.code_hash === codeHash && row.role === role && row.street_code === street && row.note === note && row.created_by === by
    && Date.parse(row.expires_at) - Date.parse(row.created_at) === days * 86_400_000;
  return same ? row.expires_at : refuse('value_invalid', 'id');
};

export const invites: Action<'desk.invites'> = {
  for: 'district',
  transaction: false,
  async handle(_input, { db, now }) {
    const rows = await newestInvites(db, mostShown);
    return {
      invites: rows.map((row) => ({
        id: row.id, role: row.role, street: row.street_code && row.streetName ? { code: row.street_code, name: row.streetName } : null,
        note: row.note, state: inviteState(row, now), createdAt: row.created_at, expiresAt: row.expires_at,
      })),
    };
  },
};

export const revokeInvite: Action<'desk.revokeInvite'> = {
  for: 'district',
  transaction: true,
  async handle(input, context) {
    const { db, now } = context;
    const row = (await db.selectFrom('lz.invite').selectAll().where('id', '=', input.id).where('role', '!=', 'oversight').forUpdate().executeTakeFirst()) ?? refuse('not_found');
    const state = inviteState(row, now);
    if (state !== 'open') return { state };
    await db.updateTable('lz.invite').set({ revoked_at: now.toISOString() }).where('id', '=', row.id).execute();
    await audit(context, 'invite.revoked', row.id);
    return { state: 'revoked' };
  },
};

export const acceptInvite: Action<'desk.acceptInvite'> = {
  for: 'anyone',
  duties: true,
  transaction: true,
  async handle(input, context) {
    const { db, caller, now, random, secrets } = context;
    const row = (await lockInvite(db, secrets.invite(foldCode(input.code)))) ?? refuse('invite_unknown');
    const granted = { role: row.role, street: await streetOf(context, row.street_code) };
    // the reply was lost and she taps again
    if (row.used_by === caller.person) return granted;
    const state = inviteState(row, now);
    if (state !== 'open') return refuse(state === 'used' ? 'invite_used' : state === 'revoked' ? 'invite_revoked' : 'invite_expired');
    // who oversees must not be of those who are overseen
    if (caller.duties.some(({ role }) => (role === 'oversight') !== (row.role === 'oversight'))) return refuse('invite_other_side');
    await db.updateTable('lz.invite').set({ used_at: now.toISOString(), used_by: caller.person }).where('id', '=', row.id).execute();
    await addOfficer(db, { id: random.uuid(), person: caller.person, role: row.role, street: row.street_code, since: now, invitedBy: row.created_by });
    await audit(context, 'invite.accepted', row.id, { role: row.role, street: row.street_code });
    return granted;
  },
};
