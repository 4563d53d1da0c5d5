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
