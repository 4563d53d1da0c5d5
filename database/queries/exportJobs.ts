/** Files that are made in steps: what was asked for, how far it is, and what is made of it already. */
import { sql, type Selectable } from 'kysely';
import type { Handle } from '../handle';
import type { Tables } from '../schema';

export type ExportJob = Selectable<Tables['lz.export_job']>;
export type Asked = Pick<ExportJob, 'id' | 'snapshot_id' | 'kind' | 'circle_id' | 'asked_at' | 'asked_by' | 'steps' | 'photos'>;

export const jobById = (db: Handle, id: string): Promise<ExportJob | undefined> => db.selectFrom('lz.export_job').selectAll().where('id', '=', id).executeTakeFirst();

export const jobOf = (db: Handle, snapshot: string, kind: ExportJob['kind'], circle: string | null): Promise<ExportJob | undefined> =>
  db.selectFrom('lz.export_job').selectAll().where('snapshot_id', '=', snapshot).where('kind', '=', kind).where(sql<boolean>`coalesce(circle_id, '') = ${circle ?? ''}`).executeTakeFirst();

/** Two who ask at once: both get the first one's job. No job at all: the id stands for another. */
export const addJob = async (transaction: Handle, job: Asked): Promise<{ readonly added: boolean; readonly job: ExportJob | undefined }> => {
  const { numInsertedOrUpdatedRows = 0n } = await transaction.insertInto('lz.export_job').values({ ...job, changed_at: job.asked_at }).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
  return { added: numInsertedOrUpdatedRows > 0n, job: await jobOf(transaction, job.snapshot_id, job.kind, job.circle_id) };
};

/** One that failed, asked for once more: what is made of it already stays made. */
export const askAgain = async (transaction: Handle, id: string, by: string, now: Date): Promise<void> => {
  await transaction.updateTable('lz.export_job').set({ state: 'waiting', tries: 0, fault: null, asked_at: now.toISOString(), asked_by: by, changed_at: now.toISOString() }).where('id', '=', id).where('state', '=', 'failed').execute();
};

/** Held until the transaction ends, so that nobody else makes the same step; undefined: over, or somebody is at it. `id` null: whichever waits longest. */
export const takeJob = (transaction: Handle, id: string | null): Promise<ExportJob | undefined> => {
  const open = transaction.selectFrom('lz.export_job').selectAll().where('state', 'in', ['waiting', 'working']);
  return (id === null ? open : open.where('id', '=', id)).orderBy('changed_at').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst();
};

export const noteJob = async (transaction: Handle, id: string, how: Pick<ExportJob, 'state' | 'done' | 'tries' | 'fault'>, now: Date): Promise<void> => {
  await transaction.updateTable('lz.export_job').set({ ...how, changed_at: now.toISOString() }).where('id', '=', id).execute();
};

/** Of these snapshots, or of all that are about a circle. */
export const jobsOf = (db: Handle, of: { readonly snapshots: readonly string[]; readonly circle: string | null }): Promise<ExportJob[]> => {
  if (of.snapshots.length === 0) return Promise.resolve([]);
  const all = db.selectFrom('lz.export_job').selectAll().where('snapshot_id', 'in', [...of.snapshots]);
  return (of.circle === null ? all : all.where((eb) => eb.or([eb('circle_id', 'is', null), eb('circle_id', '=', of.circle)]))).orderBy('asked_at').orderBy('id').execute();
};

export const addExportPart = async (transaction: Handle, job: string, path: string, content: Uint8Array): Promise<void> => {
  await transaction.insertInto('lz.export_part').values({ job_id: job, path, content }).onConflict((conflict) => conflict.doNothing()).execute();
};
export const exportParts = (db: Handle, job: string) => db.selectFrom('lz.export_part').select(['path', 'content']).where('job_id', '=', job).orderBy('path').execute();
export const dropExportParts = async (transaction: Handle, job: string): Promise<void> => { await transaction.deleteFrom('lz.export_part').where('job_id', '=', job).execute(); };
