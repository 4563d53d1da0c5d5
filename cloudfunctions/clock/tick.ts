/**
 * What time makes happen: counts are added up, rounds sealed, age bands counted once a day, due releases made, the participation of a finished round closed, followers told,
 * witnesses ended, staff told once a day what waits.
 * Safe to run twice, at once, late or after a crash: each step is one transaction that finds out for itself whether it is
 * still to be done.
 */
import { randomUUID } from 'node:crypto';
import { isSealDue } from '../../domain/seal-times';
import type { FunctionDatabase, Handle } from '../../database/handle';
import { keptTooLong } from '../../database/queries/keeping';
import { addUp } from '../../database/queries/responses';
import { closeParticipation, lastSeal, waitingIn } from '../../database/queries/seals';
import { countAges } from './ages';
import { sendDigests } from './digest';
import { tellFollowers } from './news';
import { dueReleases, makeRelease } from './release';
import { sealRound } from './seal';
import { tellOfWitnesses } from './witnesses';

export interface TickReport {
  /** Rounds that were sealed now. */
  readonly sealed: readonly string[];
  readonly released: readonly string[];
  /** Rounds whose key is no longer needed by anybody: whoever keeps it destroys it. */
  readonly over: readonly string[];
  /** Rounds whose answers should have been emptied by now: a person does that (`npm run purge`). */
  readonly keptTooLong: readonly string[];
  readonly witnesses: { readonly ended: number; readonly reminded: number };
  /** Officers who were told what waits. */
  readonly digests: number;
}

export const tick = async (database: FunctionDatabase, now: Date): Promise<TickReport> => {
  await database.write(addUp);
  const sealed: string[] = [];
  for (const round of await database.read((db) => openedRounds(db, now))) {
    if (await database.write((db) => sealIfDue(db, round, now))) sealed.push(round.id);
  }
  for (const { id } of (await database.read((db) => openedRounds(db, now))).filter(({ graceEndsAt }) => now.getTime() < graceEndsAt)) await database.write((db) => countAges(db, id, now));
  const released: string[] = [];
  for (const due of await database.read((db) => dueReleases(db, now))) {
    if (await database.write((db) => makeRelease(db, due, now))) released.push(`${due.round.id} ${due.kind}`);
  }
  const over = await closeFinished(database, now);
  // last: what people are told never holds up what is counted
  await tellFollowers(database, now, randomUUID);
  return {
    sealed, released, over, keptTooLong: await database.read((db) => keptTooLong(db, now)),
    witnesses: await database.write((db) => tellOfWitnesses(db, now)), digests: await sendDigests(database, now),
  };
};

const openedRounds = async (db: Handle, now: Date) =>
  (await db.selectFrom('lz.round').select(['id', 'opens_at', 'closes_at', 'grace_hours']).where('opens_at', '<=', now.toISOString()).execute())
    .map(({ id, opens_at, closes_at, grace_hours }) => ({ id, opensAt: Date.parse(opens_at), graceEndsAt: Date.parse(closes_at) + grace_hours * 3_600_000 }));
type Opened = Awaited<ReturnType<typeof openedRounds>>[number];

const sealIfDue = async (db: Handle, round: Opened, now: Date): Promise<boolean> => {
  const last = await lastSeal(db, round.id);
  const waiting = await waitingIn(db, round.id);
  if (!isSealDue({ ...round, waiting, lastSealAt: last ? Date.parse(last.at) : null }, now.getTime())) return false;
  await sealRound(db, round.id, now);
  return true;
};

/** An hour of patience: an answer that was let in at the last second is written by then. */
export const patienceMs = 3_600_000;

const closeFinished = async (database: FunctionDatabase, now: Date): Promise<string[]> => {
  const over = (await database.read((db) => openedRounds(db, now))).filter(({ graceEndsAt }) => graceEndsAt + patienceMs <= now.getTime()).map(({ id }) => id);
  for (const id of over) await database.write((db) => closeParticipation(db, id));
  return over;
};
