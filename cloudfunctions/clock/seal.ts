/**
 * Seals a round: moves what waits to the end of its list, in the order of the leaves, and writes the root of all. In the caller's
 * transaction, alone under a lock; killed half-way it leaves nothing, started twice the second adds an empty seal at most.
 */
import { createHash } from 'node:crypto';
import { append, emptyFrontier, rootOf, type Hash } from '../../domain/merkle';
import type { Handle } from '../../database/handle';
import { addSeal, lastSeal, leavesFrom, settle, type Seal } from '../../database/queries/seals';

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();

/** Leaves read at a time: a seal's memory does not grow with the round. */
const portion = 10_000;

export const sealRound = async (db: Handle, round: string, now: Date): Promise<Seal> => {
  await settle(db, round);
  const before = await lastSeal(db, round);
  let frontier = before?.frontier ?? emptyFrontier;
  for (;;) {
    const leaves = await leavesFrom(db, round, frontier.size, portion);
    frontier = append(sha256, frontier, leaves);
    if (leaves.length < portion) break;
  }
  const seal = { number: before ? before.number + 1 : 0, at: now.toISOString(), size: frontier.size, root: rootOf(sha256, frontier) };
  await addSeal(db, round, { ...seal, frontier });
  return seal;
};
