/**
 * A file's next step, in the caller's transaction. The job's row is held as long: whoever comes meanwhile finds it taken, and whoever is killed leaves
 * the step undone, to be done by the next. What goes wrong is undone to before the step and counted; the third time the job has failed.
 */
import { sql } from 'kysely';
import { noteJob, takeJob, type ExportJob } from '../../../database/queries/exportJobs';
import { snapshotById } from '../../../database/queries/snapshots';
import { causeOf } from '../../runtime/run';
import type { Making } from '../making';
import { doStep } from './steps';

export const mostTries = 3;

export interface Advanced { readonly job: ExportJob['id']; /** Null: it went well. */ readonly fault: string | null }

/** Null: there is nothing to do, or somebody is at it. `id` null: whichever waits longest. */
export const advance = async (means: Omit<Making, 'by'>, id: string | null): Promise<Advanced | null> => {
  const { db, now } = means;
  const job = await takeJob(db, id);
  if (!job) return null;
  await sql`savepoint step`.execute(db);
  try {
    await doStep({ ...means, by: job.asked_by }, job, (await snapshotById(db, job.snapshot_id))!);
    await sql`release savepoint step`.execute(db);
  } catch (error) {
    await sql`rollback to savepoint step`.execute(db);
    const [tries, fault] = [job.tries + 1, causeOf(error)];
    await noteJob(db, job.id, { state: tries >= mostTries ? 'failed' : job.state, done: job.done, tries, fault }, now);
    return { job: job.id, fault };
  }
  const done = job.done + 1;
  await noteJob(db, job.id, { state: done === job.steps.length ? 'made' : 'working', done, tries: 0, fault: null }, now);
  return { job: job.id, fault: null };
};
