/** Frozen sheets of figures, and which files were made of them. */
import type { Handle } from '../handle';

export const newestSnapshots = (db: Handle, most: number) => db.selectFrom('lz.snapshot').select(['id', 'name', 'at', 'by', 'hash', 'demo']).orderBy('at', 'desc').orderBy('id').limit(most).execute();

export const snapshotById = (db: Handle, id: string) => db.selectFrom('lz.snapshot').selectAll().where('id', '=', id).executeTakeFirst();

/** Of the district, or of these streets' parts alone. */
export const reportsOf = (db: Handle, snapshots: readonly string[], streets: readonly string[] | null) =>
  snapshots.length === 0 ? Promise.resolve([]) : db.selectFrom('lz.report').select(['snapshot_id', 'kind', 'street_code', 'name', 'hash', 'at']).where('snapshot_id', 'in', [...snapshots])
    .where((where) => (streets === null ? where('street_code', 'is', null) : where('street_code', 'in', [...streets]))).orderBy('kind').execute();
