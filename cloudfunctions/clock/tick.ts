/**
 * What time makes happen: counts are added up, waiting answers settle, due releases are made. Safe to run twice, at once, late
 * or after a crash: each step is one transaction that finds out for itself whether it is still to be done.
 */
import type { FunctionDatabase } from '../../database/handle';
import { addUp, settleInbox } from '../../database/queries/responses';
import { dueReleases, makeRelease } from './release';

export interface TickReport { readonly settled: number; readonly released: readonly string[] }

/** The timer fires every five minutes; answers settle on the first of each hour, so that many are moved together. */
const settlesNow = (now: Date) => now.getUTCMinutes() < 5;

export const tick = async (database: FunctionDatabase, now: Date): Promise<TickReport> => {
  await database.write(addUp);
  const settled = settlesNow(now) ? await database.write(settleInbox) : 0;
  const released: string[] = [];
  for (const due of await database.read((db) => dueReleases(db, now))) {
    if (await database.write((db) => makeRelease(db, due, now))) released.push(`${due.round.id} ${due.kind}`);
  }
  return { settled, released };
};
