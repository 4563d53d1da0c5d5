/** Hands one of the official tables out at once: it takes less time than asking how far it is. */
import { snapshotById } from '../../../database/queries/snapshots';
import type { Action } from '../../runtime/action';
import { refuse } from '../../runtime/refusal';
import { scopeOf } from '../../runtime/scope';
import { makingOf } from '../making';
import { tableFile } from './tableFile';

export const table: Action<'export.table'> = {
  transaction: true,
  async handle(input, context) {
    // a street's officer has her street's own part, never the whole
    if (scopeOf(context.caller.duties, input.street) !== null && input.street === undefined) return refuse('out_of_scope', 'street');
    const snapshot = (await snapshotById(context.db, input.snapshot)) ?? refuse('not_found', 'snapshot');
    const { name, content, hash, at } = await tableFile(makingOf(context), snapshot, input.table, input.street ?? null);
    return { file: { name, content: Buffer.from(content).toString('base64'), hash: Buffer.from(hash).toString('hex'), madeAt: at } };
  },
};
