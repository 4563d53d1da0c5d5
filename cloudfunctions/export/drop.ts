/** A list that will not be loaded: that it was there stays, what it said is deleted. */
import { dropImport } from '../../database/queries/imports';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { listNow } from './shown';
import { waitingList } from './waiting';

export const drop: Action<'export.drop'> = {
  transaction: true,
  async handle({ id }, context) {
    await waitingList(context, id);
    await dropImport(context.db, id, context.caller.person, context.now);
    await audit(context, 'import.dropped', id);
    return { list: await listNow(context, id) };
  },
};
