/** How far a file is. Whoever asks helps: the next step is done in this call if nobody is at it, so waiting people don't wait for a timer. */
import { jobById } from '../../../database/queries/exportJobs';
import type { Action } from '../../runtime/action';
import { refuse } from '../../runtime/refusal';
import { advance } from './advance';
import { shownJob } from './shown';

export const job: Action<'export.job'> = {
  transaction: true,
  async handle({ id }, context) {
    await advance(context, id);
    return { job: await shownJob(context, (await jobById(context.db, id)) ?? refuse('not_found')) };
  },
};
