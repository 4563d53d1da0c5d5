/** Changing an outlet so that its history says who, what and why; and reading that history. The entry itself is written by the database, whoever changes the row. */
import { sql, type RawBuilder } from 'kysely';
import type { EntryBy } from '../../types/contract/outlet';
import type { Handle } from '../handle';

export interface Cause {
  readonly at: Date;
  readonly by: EntryBy;
  /** The person's hash, or null for a list or a timer. */
  readonly actor: string | null;
  readonly act: string;
  readonly why?: string | null;
  /** The registration, claim or correction it comes from. */
  readonly subject?: string | null;
}
/** Holds for what this transaction changes from here on, until it says otherwise. */
export const changeAs = async (transaction: Handle, { at, by, actor, act, why = null, subject = null }: Cause): Promise<void> => {
  await sql`select lz.change_as(${at.toISOString()}::timestamptz, ${by}, ${actor}, ${act}, ${why}, ${subject})`.execute(transaction);
};

/** As anybody may read it, the newest first. */
export const publicHistory = (db: Handle, outlet: string, most: number) =>
  db.selectFrom('lz.outlet_entry').select(['id', 'at', 'by', 'act', 'fields', 'why']).where('outlet_id', '=', outlet).orderBy('id', 'desc').limit(most).execute();

/** What a decision of staff did to the outlet, the last such; undefined: nothing. */
export const entryOfSubject = (db: Handle, subject: string) =>
  db.selectFrom('lz.outlet_entry').selectAll().where('subject', '=', subject).where('by', '=', 'staff').orderBy('id', 'desc').limit(1).executeTakeFirst();
export type EntryRow = NonNullable<Awaited<ReturnType<typeof entryOfSubject>>>;

/** What an act named `subject` did to one outlet. */
export const entryOf = (db: Handle, subject: string, outlet: string) =>
  db.selectFrom('lz.outlet_entry').selectAll().where('subject', '=', subject).where('outlet_id', '=', outlet).orderBy('id').limit(1).executeTakeFirst();

/** Puts back what an entry changed. False: it was changed again since. The row must be held. */
export const restore = async (transaction: Handle, { outlet_id, before, after }: EntryRow): Promise<boolean> => {
  const columns = Object.keys(before).filter((column) => !marks.includes(column));
  if (columns.length === 0) return true;
  const { rows } = await sql`
    select from lz.outlet o, jsonb_each(${JSON.stringify(after)}::jsonb) as was
    where o.id = ${outlet_id} and was.key not in ('changed_at', 'edited_at') and to_jsonb(o) -> was.key is distinct from was.value`.execute(transaction);
  if (rows.length > 0) return false;
  await putBack(transaction, outlet_id, before, columns);
  return true;
};

/** Takes back what an outlet got by a merge, as far as it still is as the merge left it; what was said since stays said. The row must be held. */
export const giveBack = async (transaction: Handle, { outlet_id, before, after }: EntryRow, now: Date): Promise<void> => {
  const { rows } = await sql<{ key: string }>`
    select was.key from lz.outlet o, jsonb_each(${JSON.stringify(after)}::jsonb) as was
    where o.id = ${outlet_id} and was.key not in ('changed_at', 'edited_at', 'absorbed') and to_jsonb(o) -> was.key = was.value`.execute(transaction);
  await putBack(transaction, outlet_id, before, rows.map(({ key }) => key), [sql`absorbed = absorbed - 1`, sql`changed_at = ${now.toISOString()}`]);
};

const marks = ['changed_at', 'edited_at'];
/** `besides`: more to set in the same statement, so that it is one entry in the history. */
const putBack = async (transaction: Handle, outlet: string, before: EntryRow['before'], columns: readonly string[], besides: readonly RawBuilder<unknown>[] = []) => {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => sql`old.${sql.ref(column)}`));
  const old = sql`(${list}) = (select ${values} from jsonb_populate_record(null::lz.outlet, ${JSON.stringify(before)}::jsonb) as old)`;
  await sql`update lz.outlet set ${sql.join([...(columns.length === 0 ? [] : [old]), ...besides])} where id = ${outlet}`.execute(transaction);
};
