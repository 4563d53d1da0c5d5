/** Rule versions: what a figure, a form or a list was made by, found by its hash. They never change once written. */
import type { Handle } from '../handle';

export const ruleByHash = async <T>(db: Handle, hash: string): Promise<T | null> => {
  const row = await db.selectFrom('lz.rule_version').select('body').where('hash', '=', hash).executeTakeFirst();
  return row ? (row.body as T) : null;
};

/** The version of a kind that was loaded last. */
export const latestRule = async <T>(db: Handle, kind: string): Promise<{ hash: string; body: T } | null> => {
  const row = await db.selectFrom('lz.rule_version').select(['hash', 'body']).where('kind', '=', kind).orderBy('loaded_at', 'desc').orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row ? { hash: row.hash, body: row.body as T } : null;
};

export const ruleByVersion = async <T>(db: Handle, kind: string, version: string): Promise<{ hash: string; body: T } | null> => {
  const row = await db.selectFrom('lz.rule_version').select(['hash', 'body']).where('kind', '=', kind).where('version', '=', version).executeTakeFirst();
  return row ? { hash: row.hash, body: row.body as T } : null;
};

/** Every version of a kind, by its version. */
export const versionsOf = async <T>(db: Handle, kind: string): Promise<ReadonlyMap<string, { readonly hash: string; readonly body: T }>> => {
  const rows = await db.selectFrom('lz.rule_version').select(['version', 'hash', 'body']).where('kind', '=', kind).orderBy('version').execute();
  return new Map(rows.map(({ version, hash, body }) => [version, { hash, body: body as T }]));
};
