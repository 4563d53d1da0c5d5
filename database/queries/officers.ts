/** Officers and the invites that make them. An invite is found by a keyed hash of its code; the code itself stands nowhere. */
import { sql } from 'kysely';
import type { DeskRole, Role } from '../../types/contract/shared';
import type { Handle } from '../handle';

export const lockInvite = (db: Handle, codeHash: string) => db.selectFrom('lz.invite').selectAll().where('code_hash', '=', codeHash).forUpdate().executeTakeFirst();
export type InviteRow = NonNullable<Awaited<ReturnType<typeof lockInvite>>>;

/** Of whom: these roles; `streets`: in communities of these streets alone, null: everywhere. */
export interface Whose { readonly roles: readonly DeskRole[]; readonly streets: readonly string[] | null }

const inStreets = (streets: readonly string[] | null, column: 'i.community_code' | 'o.community_code') =>
  (streets === null ? sql<boolean>`true` : sql<boolean>`exists (select from lz.community c where c.code = ${sql.ref(column)} and c.street_code = any(${streets}::text[]))`);

/** What those who let these roles in made and may call in. */
export const newestInvites = (db: Handle, { roles, streets }: Whose, most: number) =>
  db.selectFrom('lz.invite as i').selectAll('i').where('i.role', 'in', [...roles]).where(inStreets(streets, 'i.community_code')).$narrowType<{ role: DeskRole }>()
    .orderBy('i.created_at', 'desc').limit(most).execute();

export const inviteState = (invite: Pick<InviteRow, 'used_at' | 'revoked_at' | 'expires_at'>, now: Date): 'open' | 'used' | 'expired' | 'revoked' =>
  invite.used_at ? 'used' : invite.revoked_at ? 'revoked' : Date.parse(invite.expires_at) <= now.getTime() ? 'expired' : 'open';

export interface NewInvite {
  readonly id: string; readonly codeHash: string; readonly role: Role; readonly street: string | null; readonly community: string | null; readonly department: string | null;
  readonly note: string; readonly by: string; readonly now: Date; readonly days: number;
}
/** Returns when it expires. Null: there is an invite of this id already. */
export const addInviteOnce = async (db: Handle, invite: NewInvite): Promise<string | null> => {
  const expires = new Date(invite.now.getTime() + invite.days * 86_400_000).toISOString();
  const { numInsertedOrUpdatedRows: added } = await db.insertInto('lz.invite').values({
    id: invite.id, code_hash: invite.codeHash, role: invite.role, street_code: invite.street, community_code: invite.community, department: invite.department, note: invite.note, created_by: invite.by,
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

export const addOfficer = (db: Handle, officer: { id: string; person: string; role: Role; street: string | null; community: string | null; department: string | null; since: Date; invitedBy: string }) =>
  db.insertInto('lz.officer').values({
    id: officer.id, person: officer.person, role: officer.role, street_code: officer.street, community_code: officer.community, department: officer.department, since: officer.since.toISOString(), invited_by: officer.invitedBy,
  }).onConflict((conflict) => conflict.doNothing()).execute();

/** Those whose role holds, the newest first, with what was written on the invite that each came by. */
export const activeOfficers = (db: Handle, { roles, streets }: Whose, most: number) =>
  db.selectFrom('lz.officer as o')
    .select(['o.id', 'o.person', 'o.role', 'o.street_code', 'o.community_code', 'o.department', 'o.since'])
    .select((eb) => eb.selectFrom('lz.invite as i').select('i.note').whereRef('i.used_by', '=', 'o.person').whereRef('i.role', '=', 'o.role').whereRef('i.used_at', '=', 'o.since').limit(1).as('note'))
    .where('o.ended_at', 'is', null).where('o.role', 'in', [...roles]).where(inStreets(streets, 'o.community_code')).$narrowType<{ role: DeskRole }>().orderBy('o.since', 'desc').orderBy('o.id').limit(most).execute();

/** Of the desk; held until the transaction ends. */
export const lockOfficer = (transaction: Handle, id: string) => transaction.selectFrom('lz.officer').selectAll().where('id', '=', id).where('role', '!=', 'oversight').forUpdate().executeTakeFirst();

export const endOfficer = (transaction: Handle, id: string, now: Date) => transaction.updateTable('lz.officer').set({ ended_at: now.toISOString() }).where('id', '=', id).where('ended_at', 'is', null).execute();
