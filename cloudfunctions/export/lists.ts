/** The lists that came in, newest first: who, when, which file, and what was done. */
import { newestImports } from '../../database/queries/imports';
import type { Action } from '../runtime/action';
import { shownList } from './shown';

const mostShown = 50;

export const lists: Action<'export.lists'> = {
  transaction: false,
  async handle(_input, context) {
    return { lists: (await newestImports(context.db, mostShown)).map((row) => shownList(row, context)) };
  },
};
