/** What only people know of places: which entry of each place and field stands. */
import { sql } from 'kysely';
import type { DeskRole } from '../../types/contract/shared';
import type { Handle } from '../handle';

export interface EnteredRow {
  readonly place_kind: 'community' | 'circle'; readonly place_id: string; readonly field: string; readonly value: number | null; readonly words: string | null;
  readonly source: string; readonly as_of: string; readonly at: string; readonly by: string; readonly by_role: DeskRole;
}

const columns = sql.raw(`place_kind, place_id, field, value, words, source, to_char(as_of, 'YYYY-MM-DD') as as_of, at, by, by_role`);

/** Until the transaction ends nobody else enters anything: what was compared stays as it is until it is replaced. */
export const holdEntries = (transaction: Handle) => sql`select pg_advisory_xact_lock(hashtext('lz.entered'))`.execute(transaction);

/**
 * What stands of each place and field (domain/figures/entered.ts, S1): of what came after it was last taken back, the value of the newest day, and
 * of that day the last one. `among`: of which entries.
 */
export const standing = (among = sql`true`) => sql`
  (select distinct on (place_kind, place_id, field) * from (
    select *, max(id) filter (where value is null and words is null) over (partition by place_kind, place_id, field) as taken_back from lz.entered where ${among}
  ) all_entries where id > coalesce(taken_back, 0) order by place_kind, place_id, field, as_of desc, id desc)`;

/** `before`: as they stood before this sending, if it was taken already. */
export const standingEntries = async (db: Handle, kind: 'community' | 'circle', places: readonly string[], before: string | null = null): Promise<EnteredRow[]> => {
  const { rows } = await sql<EnteredRow>`
    select ${columns} from ${standing(sql`place_kind = ${kind} and place_id = any(${places}::text[])
      and id < coalesce((select min(id) from lz.entered where sending = ${before}::uuid), 9223372036854775807)`)} e order by place_id, field`.execute(db);
  return rows;
};

/** What was entered by one sending. */
export const entriesOf = async (db: Handle, sending: string): Promise<EnteredRow[]> => (await sql<EnteredRow>`select ${columns} from lz.entered where sending = ${sending}`.execute(db)).rows;

/** How many are new; none where this sending was taken already. */
export const addEntries = async (transaction: Handle, rows: readonly (EnteredRow & { readonly sending: string })[]): Promise<number> => {
  const { numInsertedOrUpdatedRows = 0n } = await transaction.insertInto('lz.entered').values([...rows]).onConflict((conflict) => conflict.columns(['sending', 'place_kind', 'place_id', 'field']).doNothing()).executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
};
