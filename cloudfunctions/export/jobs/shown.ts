/** A file that is made in steps, as the contract shows it. */
import type { ExportJob } from '../../../database/queries/exportJobs';
import { keptReport } from '../../../database/queries/reports';
import { circleById } from '../../../database/queries/places';
import type { ExportJobShown } from '../../../types/contract/export';
import type { Context } from '../../runtime/action';

export const shownJob = async ({ db, caller }: Pick<Context, 'db' | 'caller'>, job: ExportJob): Promise<ExportJobShown> => {
  const kept = job.state === 'made' ? await keptReport(db, job.snapshot_id, job.kind, { circle: job.circle_id }) : undefined;
  const circle = job.circle_id === null ? undefined : await circleById(db, job.circle_id);
  return {
    id: job.id, snapshot: job.snapshot_id, kind: job.kind, circle: circle ? { id: circle.id, name: circle.name } : null, state: job.state, done: job.done, steps: job.steps.length,
    doing: job.steps[job.done]?.split(':')[0] ?? null, askedAt: job.asked_at, mine: job.asked_by === caller.person,
    file: kept ? { name: kept.name, size: kept.size, hash: Buffer.from(kept.hash).toString('hex'), madeAt: kept.at } : null,
  };
};
