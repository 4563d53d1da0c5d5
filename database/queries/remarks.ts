/** What residents wrote: sealed while it waits (`clock` alone), in batches once it is shown (`desk`). No query gives a text in the clear. */
import { sql } from 'kysely';
import type { RemarkState } from '../../types/contract/desk';
import type { Handle } from '../handle';

// What waits: for the clock -----------------------------------------------------------------------

export const roundsWithRemarks = async (db: Handle): Promise<string[]> =>
  (await db.selectFrom('lz.remark').select('round_id').distinct().orderBy('round_id').execute()).map(({ round_id }) => round_id);

export const closedRounds = async (db: Handle): Promise<string[]> =>
  (await db.selectFrom('lz.remark').select('round_id').distinct().where('closed', '=', true).orderBy('round_id').execute()).map(({ round_id }) => round_id);

/** Alone with the texts of this round until the transaction ends. */
export const lockRemarks = (db: Handle, round: string) => sql`select pg_advisory_xact_lock(hashtext('lz.remarks'), hashtext(${round}))`.execute(db);

/** Texts from before texts were sealed, each with its place on disk. */
export const unsealedRemarks = async (db: Handle, round: string, most: number): Promise<{ place: string; text: string }[]> =>
  (await sql<{ place: string; text: string }>`select ctid::text as place, text from lz.remark where round_id = ${round} and text not like 'r1.%' limit ${most}`.execute(db)).rows;

export const replaceRemark = (db: Handle, place: string, text: string) => sql`update lz.remark set text = ${text} where ctid = ${place}::tid`.execute(db);

/** Marks which of the waiting ones are closed to whoever holds the key of this prefix; to nobody's key all are. */
export const markClosed = (db: Handle, round: string, prefix: string | null) =>
  sql`update lz.remark set closed = not opens from (select ctid as place, coalesce(starts_with(text, ${prefix}), false) as opens from lz.remark where round_id = ${round}) as seen
      where lz.remark.ctid = seen.place and closed = opens`.execute(db);

/** Some of those that can be opened, whichever. */
export const waitingBoxes = async (db: Handle, round: string, most: number): Promise<string[]> =>
  (await db.selectFrom('lz.remark').select('text').where('round_id', '=', round).where('closed', '=', false).orderBy(sql`random()`).limit(most).execute()).map(({ text }) => text);

export const lastBatch = async (db: Handle, round: string): Promise<number> =>
  (await db.selectFrom('lz.remark_batch').select(({ fn }) => fn.max('number').as('last')).where('round_id', '=', round).executeTakeFirst())?.last ?? 0;

export interface NewBatch { readonly round: string; readonly number: number; readonly day: string; readonly state: 'held' | 'passed'; readonly boxes: readonly string[]; readonly texts: readonly string[] }
/** Throws where one of the boxes does not wait any more, or they are fewer than ten. */
export const showRemarks = (db: Handle, { round, number, day, state, boxes, texts }: NewBatch) =>
  sql`select lz.show_remarks(${round}, ${number}, ${day}::date, ${state}, ${[...boxes]}::text[], ${[...texts]}::text[])`.execute(db);

// What is shown: for the desk -----------------------------------------------------------------------

/** Rounds that have begun, the newest first. */
export const begunRounds = (db: Handle, now: Date, most: number) =>
  db.selectFrom('lz.round').select(['id', 'title', 'opens_at', 'closes_at', 'demo']).where('opens_at', '<=', now.toISOString()).orderBy('opens_at', 'desc').orderBy('id').limit(most).execute();

export const remarksWaiting = async (db: Handle, round: string): Promise<{ waiting: number | null; closed: boolean }> =>
  (await sql<{ waiting: number | null; closed: boolean }>`select waiting, closed from lz.remarks_waiting(${round})`.execute(db)).rows[0]!;

export const countShown = async (db: Handle, round: string): Promise<Readonly<Record<RemarkState, number>>> => {
  const rows = await db.selectFrom('lz.remark_shown').select(['state', ({ fn }) => fn.countAll<number>().as('n')]).where('round_id', '=', round).groupBy('state').execute();
  return { held: 0, passed: 0, refused: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
};

/** Numbers of the newest batches that hold such a text. */
export const batchesWith = (db: Handle, round: string, state: RemarkState, before: number, most: number) =>
  db.selectFrom('lz.remark_batch as b').select(['b.number', 'b.day']).where('b.round_id', '=', round).where('b.number', '<', before)
    .where(({ exists, selectFrom }) => exists(selectFrom('lz.remark_shown as s').select('s.place').whereRef('s.round_id', '=', 'b.round_id').whereRef('s.batch', '=', 'b.number').where('s.state', '=', state)))
    .orderBy('b.number', 'desc').limit(most).execute();

export const shownRemarks = (db: Handle, round: string, state: RemarkState, batches: readonly number[]) =>
  batches.length === 0 ? Promise.resolve([]) :
  db.selectFrom('lz.remark_shown').selectAll().where('round_id', '=', round).where('state', '=', state).where('batch', 'in', [...batches]).orderBy('batch', 'desc').orderBy('place').execute();

/** The row, held until the transaction ends: two officers deciding at once wait for each other here. */
export const lockRemark = (db: Handle, { round, batch, place }: { round: string; batch: number; place: number }) =>
  db.selectFrom('lz.remark_shown').selectAll().where('round_id', '=', round).where('batch', '=', batch).where('place', '=', place).forUpdate().executeTakeFirst();

/** Rounds with a text that nobody has looked at. */
export const roundsWithHeld = async (db: Handle): Promise<string[]> => (await db.selectFrom('lz.remark_shown').select('round_id').distinct().where('state', '=', 'held').execute()).map(({ round_id: id }) => id);
