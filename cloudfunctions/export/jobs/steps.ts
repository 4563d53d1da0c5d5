/** What is done for a file, in this order, and how each step is done. A step is one transaction: done or not. */
import { ruleInForce } from '../../runtime/ruleInForce';
import type { Context } from '../../runtime/action';
import { circlePhotos } from '../../../database/queries/circlePhotos';
import type { ExportJob } from '../../../database/queries/exportJobs';
import type { TableRules } from '../../../types/rules';
import { archiveFile } from '../archive/archiveFile';
import { addPhotos, photosAStep, photosThatFit } from '../archive/photos';
import { addResults } from '../archive/results';
import type { Making, Snapshot } from '../making';
import { reportFile } from '../report/reportFile';
import { tableFile } from '../tables/tableFile';

export interface Plan { readonly steps: string[]; readonly photos: string[] }

export const planOf = async ({ db }: Pick<Context, 'db'>, kind: ExportJob['kind'], circle: string | null): Promise<Plan> => {
  if (kind === 'report' || circle === null) return { steps: ['report'], photos: [] };
  const { tables } = (await ruleInForce<TableRules>({ db }, 'tables')).body;
  const photos = photosThatFit(await circlePhotos(db, circle)).map(({ id }) => id);
  const turns = Array.from({ length: Math.ceil(photos.length / photosAStep) }, (_, i) => `photos:${i}`);
  return { steps: [...tables.map(({ code }) => `table:${code}`), 'report', 'results', ...turns, 'archive'], photos };
};

export const doStep = async (making: Making, job: ExportJob, snapshot: Snapshot): Promise<void> => {
  const [step = '', of = ''] = job.steps[job.done]!.split(':');
  switch (step) {
    case 'table': await tableFile(making, snapshot, of); break;
    case 'report': await reportFile(making, snapshot); break;
    case 'results': await addResults(making, job.id, snapshot, job.circle_id!); break;
    case 'photos': await addPhotos(making, job.id, job.photos.slice(Number(of) * photosAStep, (Number(of) + 1) * photosAStep)); break;
    case 'archive': await archiveFile(making, job, snapshot); break;
    default: throw new Error(`no step is called ${step}`);
  }
};
