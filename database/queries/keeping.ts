/** How long the answers of a round are kept, and the one way in which they go: all at once, leaving an entry. */
import { sql } from 'kysely';
import type { PurgeEntry } from '../../types/round';
import type { Answers } from '../../types/contract/survey';
import type { Handle } from '../handle';

export interface Purge { readonly at: string; readonly entry: PurgeEntry; readonly leaf: Uint8Array }

export const purgeOf = async (db: Handle, round: string): Promise<Purge | null> => {
  const row = await db.selectFrom('lz.purge').select(['at', 'body', 'leaf']).where('round_id', '=', round).executeTakeFirst();
  return row ? { at: row.at, entry: row.body, leaf: row.leaf } : null;
};

/** Rounds whose answers should have been emptied by now. */
export const keptTooLong = async (db: Handle, now: Date): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select r.id from lz.round r where (r.definition ->> 'keepUntil')::timestamptz <= ${now.toISOString()}::timestamptz and not exists (select from lz.purge p where p.round_id = r.id) order by r.id`.execute(db);
  return rows.map(({ id }) => id);
};

/** Alone with the list of a round until the transaction ends: no seal, no second purge. */
export const lockList = async (db: Handle, round: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('lz.settle'), hashtext(${round}))`.execute(db);
};

/** What is there to be emptied, and what stands in the way of it. */
export const heldOf = async (db: Handle, round: string): Promise<{ answers: number; withdrawn: number; remarks: number; open: number }> => {
  const { rows } = await sql<{ answers: number; withdrawn: number; remarks: number; open: number }>`select
    (select count(*) from lz.response where round_id = ${round} and answers is not null) as answers, (select count(*) from lz.withdrawal where round_id = ${round}) as withdrawn,
    lz.texts_of(${round}) as remarks, (select count(*) from lz.participation where round_id = ${round}) as open`.execute(db);
  return rows[0]!;
};

/** Writes the entry and its leaf, and takes the texts; the answers follow in the same transaction, or the database undoes it. */
export const beginPurge = async (db: Handle, round: string, at: string, body: string, leaf: Uint8Array): Promise<void> => {
  await sql`select lz.begin_purge(${round}, ${at}::timestamptz, ${body}::jsonb, ${leaf})`.execute(db);
};

export interface Content { readonly leaf: Uint8Array; readonly salt: Uint8Array; readonly answers: Answers; readonly seconds: number; readonly reversed: boolean; readonly crowded: boolean }

/** A portion of what is to be emptied, by leaf. */
export const contentAfter = async (db: Handle, round: string, after: Uint8Array, most: number): Promise<Content[]> =>
  (await sql<Content>`select leaf, salt, answers, seconds, reversed, crowded from lz.response where round_id = ${round} and answers is not null and leaf > ${after} order by leaf limit ${most}`.execute(db)).rows;

/** Returns how many were emptied. */
export const purgeAnswers = async (db: Handle, round: string, rows: readonly { readonly leaf: Uint8Array; readonly commitment: Uint8Array }[]): Promise<number> => {
  const { rows: [done] } = await sql<{ n: number }>`select lz.purge_answers(${round}, ${rows.map(({ leaf }) => leaf)}::bytea[], ${rows.map(({ commitment }) => commitment)}::bytea[]) as n`.execute(db);
  return done!.n;
};

/** What was deleted lies in the files of a database until they are written anew. Not in a transaction. */
export const writeAnew = async (db: Handle): Promise<void> => {
  const { rows } = await sql<{ name: string }>`select t::text as name from lz.text_tables() t`.execute(db);
  for (const name of ['lz.response', ...rows.map((row) => row.name)]) await sql`vacuum (full, analyze) ${sql.table(name)}`.execute(db);
};
