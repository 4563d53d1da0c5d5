/**
 * Taking an answer, and what may be asked about one: whether it was taken. There is no query that reads
 * an answer for `survey` or `desk`; only the clock reads them, to make a release.
 */
import { CompiledQuery, sql } from 'kysely';
import type { Handle } from '../handle';

export interface NewResponse {
  readonly round: string;
  readonly tag: Uint8Array;
  readonly submission: Uint8Array;
  readonly receipt: Uint8Array;
  readonly community: string;
  readonly ageBand: string;
  readonly eligible: boolean;
  readonly source: 'drawn' | 'open';
  readonly mode: 'self' | 'assisted';
  readonly proxy: boolean;
  readonly questionnaireHash: string;
  readonly answers: string;
  readonly seconds: number;
  readonly remark: string | null;
  /** The day in Asia/Shanghai it counts for. */
  readonly day: string;
}
export type Taken = 'taken' | 'repeated' | 'answered';

// The busiest statement of all: its text is fixed, so it is not built anew for every answer.
const takeResponseText = 'select lz.take_response($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15::date) as outcome';

export const takeResponse = async (db: Handle, r: NewResponse): Promise<Taken> => {
  const { rows } = await db.executeQuery<{ outcome: Taken }>(CompiledQuery.raw(takeResponseText, [r.round, r.tag, r.submission, r.receipt, r.community, r.ageBand, r.eligible,
    r.source, r.mode, r.proxy, r.questionnaireHash, r.answers, r.seconds, r.remark, r.day]));
  return rows[0]!.outcome;
};

export const firstSubmission = async (db: Handle, round: string, tag: Uint8Array): Promise<Uint8Array | null> => {
  const { rows } = await sql<{ submission: Uint8Array | null }>`select lz.first_submission(${round}, ${tag}) as submission`.execute(db);
  return rows[0]!.submission;
};

export const receiptKnown = async (db: Handle, receipt: Uint8Array): Promise<boolean> => {
  const { rows } = await sql<{ known: boolean }>`select lz.receipt_known(${receipt}) as known`.execute(db);
  return rows[0]!.known;
};

/** Returns how many were moved. */
export const settleInbox = async (db: Handle): Promise<number> => {
  const { rows } = await sql<{ moved: number }>`select lz.settle_inbox() as moved`.execute(db);
  return rows[0]!.moved;
};

/** Adds up what was counted since the last time; the sum that `answered` shows stays the same. */
export const addUp = async (db: Handle): Promise<void> => {
  await sql`select lz.add_up()`.execute(db);
};

export interface ReleasedResponse { readonly community: string; readonly eligible: boolean; readonly answers: Record<string, string | string[]> }
/** For the clock alone: every settled answer of a round, eligible or not. */
export const responsesOf = (db: Handle, round: string): Promise<ReleasedResponse[]> =>
  db.selectFrom('lz.response').select(['community_code as community', 'eligible', 'answers']).where('round_id', '=', round).execute();
