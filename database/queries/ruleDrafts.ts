/** Rule files that were loaded and wait to be decided. */
import { sql } from 'kysely';
import type { RuleHead } from '../../types/rules';
import type { Handle } from '../handle';

export interface DraftRow {
  readonly id: string; readonly kind: 'classification' | 'evaluation' | 'tables'; readonly version: string; readonly hash: string; readonly body: RuleHead;
  readonly staged_at: string; readonly staged_by: string; readonly state: 'staged' | 'adopted' | 'dropped';
}
const columns = ['id', 'kind', 'version', 'hash', 'body', 'staged_at', 'staged_by', 'state'] as const;

export const newestDrafts = (db: Handle, most: number): Promise<DraftRow[]> => db.selectFrom('lz.rule_draft').select(columns).orderBy('staged_at', 'desc').orderBy('id').limit(most).execute();

/** `held`: nobody else decides it, and no other draft of its kind, until this transaction ends. */
export const draftById = async (db: Handle, id: string, held = false): Promise<DraftRow | undefined> => {
  if (held) await sql`select pg_advisory_xact_lock(hashtext('lz.rule_draft'))`.execute(db);
  return db.selectFrom('lz.rule_draft').select(columns).where('id', '=', id).executeTakeFirst();
};

export const adoptDraft = async (transaction: Handle, id: string, now: Date, by: string): Promise<void> => {
  await sql`select lz.adopt_rule(${id}::uuid, ${now.toISOString()}::timestamptz, ${by})`.execute(transaction);
};

export const endDraft = (transaction: Handle, id: string, state: 'dropped', now: Date, by: string) =>
  transaction.updateTable('lz.rule_draft').set({ state, ended_at: now.toISOString(), ended_by: by }).where('id', '=', id).where('state', '=', 'staged').execute();
