/** 用名单的 or 留现在的: decided for one conflict, or for all of a list. */
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { listNow } from './shown';
import { waitingList } from './waiting';

export const choose: Action<'export.choose'> = {
  transaction: true,
  async handle({ id, line, choice }, context) {
    await waitingList(context, id);
    const conflicts = context.db.updateTable('lz.import_row').set({ choice }).where('import_id', '=', id).where('outcome', '=', 'conflict');
    const { numUpdatedRows } = await (line === null ? conflicts : conflicts.where('line', '=', line)).executeTakeFirstOrThrow();
    if (line !== null && numUpdatedRows === 0n) return refuse('not_found', 'line');
    return { list: await listNow(context, id) };
  },
};
