/** Asks for a file that takes a while. The same wish again is the same job, also by somebody else; one that failed begins anew where it stopped. */
import { addJob, askAgain, jobById } from '../../../database/queries/exportJobs';
import { circleById } from '../../../database/queries/places';
import { snapshotById } from '../../../database/queries/snapshots';
import type { Action } from '../../runtime/action';
import { audit } from '../../runtime/audit';
import { refuse } from '../../runtime/refusal';
import { shownJob } from './shown';
import { planOf } from './steps';

export const ask: Action<'export.ask'> = {
  transaction: true,
  async handle({ id, snapshot, kind, circle }, context) {
    const { db, caller, now } = context;
    if (!(await snapshotById(db, snapshot))) return refuse('not_found', 'snapshot');
    if ((kind === 'archive') !== (circle !== null)) return refuse('value_invalid', 'circle');
    if (circle !== null && !(await circleById(db, circle))) return refuse('unknown_place', 'circle');
    const { added, job } = await addJob(db, { id, snapshot_id: snapshot, kind, circle_id: circle, asked_at: now.toISOString(), asked_by: caller.person, ...await planOf(context, kind, circle) });
    if (!job) return refuse('value_invalid', 'id');
    if (job.state === 'failed') await askAgain(db, job.id, caller.person, now);
    if (added || job.state === 'failed') await audit(context, 'export.asked', snapshot, { kind, circle });
    return { job: await shownJob(context, (await jobById(db, job.id))!) };
  },
};
