/** The list an action is about, held, and still waiting to be decided. */
import { lockImport } from '../../database/queries/imports';
import type { Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';

export const waitingList = async ({ db }: Context, id: string): Promise<void> => {
  const row = (await lockImport(db, id)) ?? refuse('not_found');
  if (row.state !== 'staged') refuse('import_over');
};
