/** Forms of the official tables: .xlsx files by their hash, never changed. */
import type { TableColumn } from '../../types/rules';
import type { Handle } from '../handle';

export const keepForm = async (transaction: Handle, form: { readonly hash: string; readonly content: Uint8Array; readonly columns: readonly TableColumn[] }, now: Date, by: string): Promise<void> => {
  await transaction.insertInto('lz.table_form').values({ hash: form.hash, content: form.content, columns: JSON.stringify(form.columns), kept_at: now.toISOString(), kept_by: by }).onConflict((conflict) => conflict.column('hash').doNothing()).execute();
};

export const formContent = async (db: Handle, hash: string): Promise<Uint8Array | null> =>
  (await db.selectFrom('lz.table_form').select('content').where('hash', '=', hash).executeTakeFirst())?.content ?? null;

/** What stands in it; null: there is no such form. */
export const formColumns = async (db: Handle, hash: string): Promise<readonly TableColumn[] | null> =>
  (await db.selectFrom('lz.table_form').select('columns').where('hash', '=', hash).executeTakeFirst())?.columns ?? null;
