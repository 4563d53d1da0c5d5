/** A part of a file that is made: a reply holds no more, and each part asks anew whether the caller may have it. */
import { jobById } from '../../../database/queries/exportJobs';
import { reportPart } from '../../../database/queries/reports';
import type { Action } from '../../runtime/action';
import { audit } from '../../runtime/audit';
import { refuse } from '../../runtime/refusal';

/** A whole number of three bytes, so that the texts of parts can be joined as they are. */
export const partBytes = 3 * 174_762;

export const file: Action<'export.file'> = {
  transaction: true,
  async handle({ id, from }, context) {
    const job = (await jobById(context.db, id)) ?? refuse('not_found');
    if (job.state !== 'made') return refuse('export_not_made');
    const { name, hash, at, size, part } = (await reportPart(context.db, job.snapshot_id, job.kind, { circle: job.circle_id }, from, partBytes)) ?? refuse('not_found');
    if (from >= size) return refuse('value_invalid', 'from');
    if (from === 0) await audit(context, 'export.fetched', job.snapshot_id, { kind: job.kind, circle: job.circle_id });
    const next = from + part.length;
    return { name, size, hash: Buffer.from(hash).toString('hex'), madeAt: at, content: Buffer.from(part).toString('base64'), next: next < size ? next : null };
  },
};
