/** The newest snapshots, and what was asked for of each; of a circle's page only what is about that circle or the whole district. */
import { jobsOf } from '../../../database/queries/exportJobs';
import { newestSnapshots } from '../../../database/queries/snapshots';
import type { Action } from '../../runtime/action';
import { shownJob } from './shown';

const mostSnapshots = 50;

export const jobs: Action<'export.jobs'> = {
  transaction: false,
  async handle({ circle }, context) {
    const snapshots = await newestSnapshots(context.db, mostSnapshots);
    const rows = await jobsOf(context.db, { snapshots: snapshots.map(({ id }) => id), circle: circle ?? null });
    const shown = [];
    for (const row of rows) shown.push(await shownJob(context, row));
    return { snapshots: snapshots.map(({ id, name, at, demo }) => ({ id, name, at, demo })), jobs: shown, hotline: context.settings.hotline };
  },
};
