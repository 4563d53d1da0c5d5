/** Lists that wait, and what became of those before them. What is in a row is in database/census. */
import { sql, type Selectable } from 'kysely';
import type { ImportCounts, OutcomeName } from '../../types/contract/export';
import type { Handle } from '../handle';
import type { Tables } from '../schema';

export type ImportTableRow = Selectable<Tables['lz.import']> & { readonly undecided: number };
export type StagedRow = Selectable<Tables['lz.import_row']>;

const undecided = sql<number>`(select count(*) from lz.import_row as r where r.import_id = i.id and r.outcome = 'conflict' and r.choice is null)`;

export const importById = (db: Handle, id: string): Promise<ImportTableRow | undefined> =>
  db.selectFrom('lz.import as i').selectAll('i').select(sql<number>`case when i.state = 'staged' then ${undecided} else 0 end`.as('undecided')).where('i.id', '=', id).executeTakeFirst();

/** Held until the transaction ends: two officers who load the same list wait for each other here. */
export const lockImport = (db: Handle, id: string) => db.selectFrom('lz.import').select(['id', 'state']).where('id', '=', id).forUpdate().executeTakeFirst();

export const newestImports = (db: Handle, most: number): Promise<ImportTableRow[]> =>
  db.selectFrom('lz.import as i').selectAll('i').select(sql<number>`case when i.state = 'staged' then ${undecided} else 0 end`.as('undecided')).orderBy('i.staged_at', 'desc').orderBy('i.id').limit(most).execute();

/** Rows of a list behind a line, in the order of the file. */
export const stagedRows = (db: Handle, id: string, after: number, most: number, outcome?: OutcomeName): Promise<StagedRow[]> => {
  const rows = db.selectFrom('lz.import_row').selectAll().where('import_id', '=', id).where('line', '>', after);
  return (outcome ? rows.where('outcome', '=', outcome) : rows).orderBy('line').limit(most).execute();
};

export const countOutcomes = async (db: Handle, id: string): Promise<ImportCounts> => {
  const rows = await db.selectFrom('lz.import_row').select(['outcome', sql<number>`count(*)`.as('n')]).where('import_id', '=', id).groupBy('outcome').execute();
  return { new: 0, same: 0, changed: 0, conflict: 0, bad: 0, ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) };
};

/** Of a list that is over: that its rows were there, and what was done with each, but no longer what they said. */
export const emptyRows = (db: Handle, id: string) => sql`update lz.import_row set cells = null, item = null, reasons = null, seen = null where import_id = ${id}`.execute(db);

/** Lists that nobody decided for so long are given up; what they said is deleted. */
export const dropOld = async (db: Handle, before: Date, now: Date) => {
  const old = await db.selectFrom('lz.import').select('id').where('state', '=', 'staged').where('staged_at', '<', before.toISOString()).forUpdate().execute();
  for (const { id } of old) await dropImport(db, id, null, now);
};

export const dropImport = async (db: Handle, id: string, by: string | null, now: Date) => {
  await db.deleteFrom('lz.import_row').where('import_id', '=', id).execute();
  await db.updateTable('lz.import').set({ state: 'dropped', ended_at: now.toISOString(), ended_by: by }).where('id', '=', id).execute();
};

/** Listed outlets of some streets, or of all, in the order of a list. */
export const listedOutlets = (db: Handle, streets: readonly string[] | null, most: number) => {
  const all = db.selectFrom('lz.outlet as o').innerJoin('lz.community as c', 'c.code', 'o.community_code').selectAll('o').where('o.listed', '=', true);
  return (streets ? all.where('c.street_code', 'in', [...streets]) : all).orderBy('o.community_code').orderBy('o.name').orderBy('o.id').limit(most).execute();
};

/** Parts that were not finished by then are thrown away first. False: this person has too many under way. */
export const addImportPart = async (db: Handle, part: { readonly id: string; readonly owner: string; readonly at: number; readonly data: string }, now: Date, before: Date, most: number): Promise<boolean> => {
  await db.deleteFrom('lz.import_part').where('sent_at', '<', before.toISOString()).execute();
  const { n } = await db.selectFrom('lz.import_part').select(sql<number>`count(*)`.as('n')).where('owner', '=', part.owner).executeTakeFirstOrThrow();
  if (n >= most) return false;
  await db.insertInto('lz.import_part').values({ ...part, sent_at: now.toISOString() }).onConflict((conflict) => conflict.columns(['id', 'owner', 'at']).doNothing()).execute();
  return true;
};

/** The whole in order; null while one is missing. */
export const joinedImportParts = async (db: Handle, id: string, owner: string, of: number): Promise<string | null> => {
  const rows = await db.selectFrom('lz.import_part').select('data').where('id', '=', id).where('owner', '=', owner).where('at', '<', of).orderBy('at').execute();
  return rows.length === of ? rows.map(({ data }) => data).join('') : null;
};

export const dropImportParts = (db: Handle, id: string, owner: string) => db.deleteFrom('lz.import_part').where('id', '=', id).where('owner', '=', owner).execute();
