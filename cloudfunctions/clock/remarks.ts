/**
 * Shows what residents wrote to the district, in batches by the rules of domain/remarks.ts. Here alone a text is opened, for as long
 * as it takes to close it again under the district's key. Each round in one transaction, alone under a lock: killed half-way it
 * leaves nothing, started twice it moves nothing twice.
 */
import { randomInt } from 'node:crypto';
import { shanghaiDay } from '../../domain/calendar';
import { batchesOf, type Waiting } from '../../domain/remarks';
import type { FunctionDatabase, Handle } from '../../database/handle';
import { closedRounds, lastBatch, lockRemarks, markClosed, replaceRemark, roundsWithRemarks, showRemarks, unsealedRemarks, waitingBoxes } from '../../database/queries/remarks';
import { roundById } from '../../database/queries/rounds';
import { waitingIn } from '../../database/queries/seals';
import type { Remark, RemarkOpener } from '../runtime/remarkBox';
import { patienceMs } from './tick';

/** Texts handled at a time: a burst after a loudspeaker call takes several runs. */
const portion = 5000;

export interface RemarkReport {
  /** Rounds that have a new batch. */
  readonly shown: readonly string[];
  /** Rounds of which some texts can't be opened: the key that opens them is not here. */
  readonly closed: readonly string[];
}

/** `opener` null: the key is not here, and what waits stays closed. */
export const showWaitingRemarks = async (database: FunctionDatabase, now: Date, opener: RemarkOpener | null): Promise<RemarkReport> => {
  const shown: string[] = [];
  for (const round of await database.read(roundsWithRemarks)) {
    if (await database.write((db) => showOf(db, round, now, opener))) shown.push(round);
  }
  return { shown, closed: await database.read(closedRounds) };
};

const showOf = async (db: Handle, round: string, now: Date, opener: RemarkOpener | null): Promise<boolean> => {
  await lockRemarks(db, round);
  if (opener) await sealOld(db, round, opener);
  await markClosed(db, round, opener?.boxPrefix ?? null);
  if (!opener) return false;

  const boxes = await waitingBoxes(db, round, portion);
  const waiting = opened(round, boxes, opener);
  const over = boxes.length < portion && (await isOver(db, round, now));
  let number = await lastBatch(db, round);
  const batches = batchesOf(waiting, over, (limit) => randomInt(limit));
  for (const { state, texts } of batches) {
    number += 1;
    await showRemarks(db, {
      round, number, day: shanghaiDay(now.getTime()), state, boxes: texts.map(({ box }) => box),
      texts: texts.map(({ text }, i) => opener.show({ round, batch: number, place: i + 1 }, text)),
    });
  }
  return batches.length > 0;
};

interface Opened { readonly box: string; readonly text: string }

/** A box that was changed opens for nobody and is passed over. */
const opened = (round: string, boxes: readonly string[], opener: RemarkOpener): Waiting<Opened> => {
  const found = boxes.flatMap((box) => { const remark = opener.open(round, box); return remark ? [{ box, ...remark }] : []; });
  const of = (state: Remark['state']) => found.filter((remark) => remark.state === state);
  return { passed: of('passed'), held: of('held') };
};

/** No more can come: the grace is over, and the last answers were moved out of the inbox. */
const isOver = async (db: Handle, id: string, now: Date): Promise<boolean> => {
  const round = await roundById(db, id);
  const ends = round ? Date.parse(round.closes_at) + round.grace_hours * 3_600_000 + patienceMs : Infinity;
  return ends <= now.getTime() && (await waitingIn(db, id)) === 0;
};

/** From before texts were sealed: closed where they stand. Nobody checked them. */
const sealOld = async (db: Handle, round: string, opener: RemarkOpener): Promise<void> => {
  for (const { place, text } of await unsealedRemarks(db, round, portion)) await replaceRemark(db, place, opener.seal(round, { text, state: 'held' }));
};
