/** The list of a round's leaves and the seals on it. */
import { sql } from 'kysely';
import type { Frontier } from '../../domain/merkle';
import type { Handle } from '../handle';

export interface Seal {
  readonly number: number;
  readonly at: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export const lastSeal = async (db: Handle, round: string): Promise<(Seal & { readonly frontier: Frontier }) | null> => {
  const row = await db.selectFrom('lz.seal').selectAll().where('round_id', '=', round).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row ? { number: row.number, at: row.at, size: row.size, root: row.root, frontier: { size: row.size, roots: row.frontier } } : null;
};

/** The newest first. */
export const sealsOf = (db: Handle, round: string, most: number): Promise<Seal[]> =>
  db.selectFrom('lz.seal').select(['number', 'at', 'size', 'root']).where('round_id', '=', round).orderBy('number', 'desc').limit(most).execute();

/** Up to an instant, the oldest first. */
export const sealsUntil = (db: Handle, round: string, at: string): Promise<Seal[]> =>
  db.selectFrom('lz.seal').select(['number', 'at', 'size', 'root']).where('round_id', '=', round).where('at', '<=', at).orderBy('number').execute();

export const sealByNumber = (db: Handle, round: string, number: number): Promise<Seal | undefined> =>
  db.selectFrom('lz.seal').select(['number', 'at', 'size', 'root']).where('round_id', '=', round).where('number', '=', number).executeTakeFirst();

/** The first seal that holds the leaf at this position. */
export const sealOver = (db: Handle, round: string, position: number): Promise<Seal | undefined> =>
  db.selectFrom('lz.seal').select(['number', 'at', 'size', 'root']).where('round_id', '=', round).where('size', '>', position).orderBy('number').limit(1).executeTakeFirst();

/** Leaves in their order, from a position on. */
export const leavesFrom = async (db: Handle, round: string, from: number, most: number): Promise<Uint8Array[]> =>
  (await db.selectFrom('lz.leaf').select('leaf').where('round_id', '=', round).where('position', '>=', from).orderBy('position').limit(most).execute()).map(({ leaf }) => leaf);

export const addSeal = async (db: Handle, round: string, { number, at, size, root, frontier }: Seal & { readonly frontier: Frontier }): Promise<void> => {
  await db.insertInto('lz.seal').values({ round_id: round, number, at, size, root, frontier: [...frontier.roots] }).execute();
};

export const waitingIn = async (db: Handle, round: string): Promise<number> => (await sql<{ n: number }>`select lz.waiting(${round}) as n`.execute(db)).rows[0]!.n;

/** Moves what waits to the end of the list; returns how many leaves were added. */
export const settle = async (db: Handle, round: string): Promise<number> => (await sql<{ n: number }>`select lz.settle(${round}) as n`.execute(db)).rows[0]!.n;

/** Moves the participation of a round that is over to where no order of coming can be read from it. */
export const closeParticipation = async (db: Handle, round: string): Promise<number> =>
  (await sql<{ n: number }>`select lz.close_participation(${round}) as n`.execute(db)).rows[0]!.n;
