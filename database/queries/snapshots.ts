/** Frozen sheets of figures, and which files were made of them. */
import type { Handle } from '../handle';

export const newestSnapshots = (db: Handle, most: number) => db.selectFrom('lz.snapshot').select(['id', 'name', 'at', 'by', 'hash', 'demo']).orderBy('at', 'desc').orderBy('id').limit(most).execute();

export const snapshotById = (db: Handle, id: string) => db.selectFrom('lz.snapshot').selectAll().where('id', '=', id).executeTakeFirst();

export const reportsOf = (db: Handle, snapshots: readonly string[]) =>
  snapshots.length === 0 ? Promise.resolve([]) : db.selectFrom('lz.report').select(['snapshot_id', 'kind', 'name', 'hash', 'at']).where('snapshot_id', 'in', [...snapshots]).orderBy('kind').execute();
