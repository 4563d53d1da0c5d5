/**
 * Taking an answer, taking it back, and what may be asked about one: where it stands in the list. There is no query
 * that reads an answer for `survey` or `desk`; only the clock reads them, to make a release.
 */
import { CompiledQuery, sql } from 'kysely';
import type { Handle } from '../handle';

export interface NewResponse {
  readonly round: string;
  readonly tag: Uint8Array;
  readonly submission: Uint8Array;
  readonly leaf: Uint8Array;
  readonly salt: Uint8Array;
  readonly withdrawHash: Uint8Array;
  /** The hash of the withdrawn answer's secret whose place this one takes. */
  readonly again: Uint8Array | null;
  readonly community: string;
  readonly ageBand: string;
  readonly eligible: boolean;
  readonly source: 'drawn' | 'open';
  readonly mode: 'self' | 'assisted';
  readonly proxy: boolean;
  readonly questionnaireHash: string;
  readonly answers: string;
  readonly seconds: number;
  readonly reversed: boolean;
  readonly remark: string | null;
  /** The day in Asia/Shanghai it counts for. */
  readonly day: string;
}
export type Taken = 'taken' | 'repeated' | 'answered' | 'not_withdrawn';

// The busiest statement of all: its text is fixed, so it is not built anew for every answer.
const takeResponseText = 'select lz.take_response($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::jsonb, $16, $17, $18, $19::date) as outcome';

export const takeResponse = async (db: Handle, r: NewResponse): Promise<Taken> => {
  try {
    const { rows } = await db.executeQuery<{ outcome: Taken }>(CompiledQuery.raw(takeResponseText, [r.round, r.tag, r.submission, r.leaf, r.salt, r.withdrawHash, r.again,
      r.community, r.ageBand, r.eligible, r.source, r.mode, r.proxy, r.questionnaireHash, r.answers, r.seconds, r.reversed, r.remark, r.day]));
    return rows[0]!.outcome;
  } catch (error) {
    if (error instanceof Error && error.message.includes('lz_not_withdrawn')) return 'not_withdrawn';
    throw error;
  }
};

export const firstSubmission = async (db: Handle, round: string, tag: Uint8Array): Promise<Uint8Array | null> => {
  const { rows } = await sql<{ submission: Uint8Array | null }>`select lz.first_submission(${round}, ${tag}) as submission`.execute(db);
  return rows[0]!.submission;
};

/** `place`: position in the round's list, null until it is sealed. */
export const findReceipt = async (db: Handle, { low, high }: { low: Uint8Array; high: Uint8Array }): Promise<{ round: string; place: number | null } | null> => {
  const { rows } = await sql<{ round: string; place: number | null }>`select round_id as round, place from lz.find_receipt(${low}, ${high})`.execute(db);
  return rows[0] ?? null;
};

export const answerOf = async (db: Handle, round: string, withdrawHash: Uint8Array): Promise<{ leaf: Uint8Array; withdrawn: boolean } | null> => {
  const { rows } = await sql<{ leaf: Uint8Array; withdrawn: boolean }>`select leaf, withdrawn from lz.answer_of(${round}, ${withdrawHash})`.execute(db);
  return rows[0] ?? null;
};

export const withdraw = async (db: Handle, w: { round: string; withdrawHash: Uint8Array; secret: string; leaf: Uint8Array; of: Uint8Array; day: string }): Promise<void> => {
  await sql`select lz.withdraw(${w.round}, ${w.withdrawHash}, ${w.secret}, ${w.leaf}, ${w.of}, ${w.day}::date)`.execute(db);
};

/** Adds up what was counted since the last time; the sum that `answered` shows stays the same. */
export const addUp = async (db: Handle): Promise<void> => {
  await sql`select lz.add_up()`.execute(db);
};
