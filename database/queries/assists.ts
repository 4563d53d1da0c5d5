/** Helpers' tokens as the desk sees them: how many answers each may bring and brought. The token itself is in no table. */
import type { Handle } from '../handle';

export interface NewAssist {
  readonly id: string;
  readonly round: string;
  readonly tokenHash: Uint8Array;
  readonly community: string;
  readonly note: string;
  readonly most: number;
  readonly by: string;
  readonly now: Date;
}
/** False where this id stands there already. */
export const addAssistOnce = async (db: Handle, a: NewAssist): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db.insertInto('lz.assist')
    .values({ id: a.id, round_id: a.round, token_hash: a.tokenHash, community_code: a.community, note: a.note, most: a.most, created_by: a.by, created_at: a.now.toISOString(), revoked_at: null })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

const columns = ['a.id', 'a.round_id', 'a.community_code', 'a.note', 'a.most', 'a.used', 'a.created_by', 'a.created_at', 'a.revoked_at'] as const;

export const assistById = (db: Handle, id: string) => db.selectFrom('lz.assist as a').select(columns).where('a.id', '=', id).executeTakeFirst();

/** The newest first; `communities` null: of all. */
export const assistsIn = (db: Handle, communities: readonly string[] | null, most: number) => {
  const all = db.selectFrom('lz.assist as a').innerJoin('lz.community as c', 'c.code', 'a.community_code').innerJoin('lz.round as r', 'r.id', 'a.round_id')
    .select([...columns, 'c.name as communityName', 'r.title', 'r.closes_at']).orderBy('a.created_at', 'desc').limit(most);
  return (communities === null ? all : all.where('c.code', 'in', [...communities, ''])).execute();
};

/** False where it was called back before. */
export const revokeAssistOf = async (db: Handle, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db.updateTable('lz.assist').set({ revoked_at: now.toISOString() }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
};
