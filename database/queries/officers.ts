/** Officers and the invites that make them. An invite is found by a keyed hash of its code; the code itself stands nowhere. */
import type { DeskRole, Role } from '../../types/contract/shared';
import type { Handle } from '../handle';

export const lockInvite = (db: Handle, codeHash: string) => db.selectFrom('lz.invite').selectAll().where('code_hash', '=', codeHash).forUpdate().executeTakeFirst();
export type InviteRow = NonNullable<Awaited<ReturnType<typeof lockInvite>>>;

/** What the district made and may call in: not the invites of those above it. */
export const newestInvites = (db: Handle, most: number) =>
  db.selectFrom('lz.invite as i').leftJoin('lz.street as s', 's.code', 'i.street_code').selectAll('i').select('s.name as streetName')
    .where('i.role', '!=', 'oversight').$narrowType<{ role: DeskRole }>()
    .orderBy('i.created_at', 'desc').limit(most).execute();

export const inviteState = (invite: Pick<InviteRow, 'used_at' | 'revoked_at' | 'expires_at'>, now: Date): 'open' | 'used' | 'expired' | 'revoked' =>
  invite.used_at ? 'used' : invite.revoked_at ? 'revoked' : Date.parse(invite.expires_at) <= now.getTime() ? 'expired' : 'open';

export interface NewInvite {
  readonly id: string; readonly codeHash: string; readonly role: Role; readonly street: string | null;
  readonly note: string; readonly by: string; readonly now: Date; readonly days: number;
}
/** Returns when it expires. Null: there is an invite of this id already. */
export const addInviteOnce = async (db: Handle, invite: NewInvite): Promise<string | null> => {
  const expires = new Date(invite.now.getTime() + invite.days * 86_400_000).toISOString();
  const { numInsertedOrUpdatedRows: added } = await db.insertInto('lz.invite').values({
    id: invite.id, code_hash: invite.codeHash, role: invite.role, street_code: invite.street, note: invite.note, created_by: invite.by,
    created_at: invite.now.toISOString(), expires_at: expires,
  }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
  return added === 0n ? null : expires;
};
/** Of an id that was just made. Returns when it expires. */
export const addInvite = async (db: Handle, invite: NewInvite): Promise<string> => {
  const expires = await addInviteOnce(db, invite);
  if (expires === null) throw new Error('an invite of this id is there already');
  return expires;
};

export const addOfficer = (db: Handle, officer: { id: string; person: string; role: Role; street: string | null; since: Date; invitedBy: string }) =>
  db.insertInto('lz.officer').values({
    id: officer.id, person: officer.person, role: officer.role, street_code: officer.street, since: officer.since.toISOString(), invited_by: officer.invitedBy,
  }).onConflict((conflict) => conflict.doNothing()).execute();
