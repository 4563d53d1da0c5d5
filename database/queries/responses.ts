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
  /** The keyed hash of the phone, in a round with letters; else null. */
  readonly phone: Uint8Array | null;
}
/** What an answer that came by a code or with a helper shows besides. */
export interface Credentials {
  /** The hash of the hash of a letter's code. */
  readonly letter: Uint8Array | null;
  readonly crowded: boolean;
  /** The hash of a helper's token. */
  readonly assist: Uint8Array | null;
}
export type Taken = 'taken' | 'repeated' | 'answered' | 'not_withdrawn' | 'letter' | 'assist' | 'assist_spent' | 'phone_moved';

/** The arguments of lz.take_response in their order, with the type of those that go as text. */
const given: readonly (readonly [name: keyof NewResponse, type?: string])[] = [
  ['round'], ['tag'], ['submission'], ['leaf'], ['salt'], ['withdrawHash'], ['again'], ['community'], ['ageBand'], ['eligible'], ['source'], ['mode'], ['proxy'],
  ['questionnaireHash'], ['answers', 'jsonb'], ['seconds'], ['reversed'], ['remark'], ['day', 'date'], ['phone'],
];
const callOf = (place: number) => `lz.take_response(${given.map(([, type], i) => `$${place * given.length + i + 1}${type ? `::${type}` : ''}`).join(', ')})`;
// The busiest statements of all: for each number of answers the text is fixed, so it is not built anew.
const statements: CompiledQuery[] = [];
const statementFor = (n: number) => (statements[n] ??= CompiledQuery.raw(`select ${Array.from({ length: n }, (_, i) => `${callOf(i)} as "${i}"`).join(', ')}`));
const takeWithCodeQuery = CompiledQuery.raw('select lz.take_with_code($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::jsonb, $15, $16, $17, $18::date, $19, $20, $21, $22) as outcome');

/** Several answers in one statement: all are written, or none. Rejects where any of them is refused. */
export const takeResponses = async (db: Handle, responses: readonly NewResponse[]): Promise<Taken[]> => {
  const { rows } = await db.executeQuery<Record<number, Taken>>({ ...statementFor(responses.length), parameters: responses.flatMap((response) => given.map(([name]) => response[name])) });
  return responses.map((_, i) => rows[0]![i]!);
};

export const takeResponse = (db: Handle, response: NewResponse): Promise<Taken> => orRefused(async () => (await takeResponses(db, [response]))[0]!);

export const takeWithCode = (db: Handle, r: NewResponse, by: Credentials): Promise<Taken> => orRefused(async () => {
  const parameters = [r.round, r.tag, r.submission, r.leaf, r.salt, r.withdrawHash, r.community, r.ageBand, r.eligible, r.source, r.mode, r.proxy, r.questionnaireHash, r.answers, r.seconds,
    r.reversed, r.remark, r.day, by.letter, r.phone, by.crowded, by.assist];
  return (await db.executeQuery<{ outcome: Taken }>({ ...takeWithCodeQuery, parameters })).rows[0]!.outcome;
});

/** What the procedures raise, so that nothing of a refused answer is left behind. */
const refusals = new Map<string, Taken>([['lz_answered', 'answered'], ['lz_not_withdrawn', 'not_withdrawn'], ['lz_letter', 'letter'], ['lz_assist', 'assist'], ['lz_assist_spent', 'assist_spent'], ['lz_phone_moved', 'phone_moved']]);

const orRefused = async (take: () => Promise<Taken>): Promise<Taken> => {
  try {
    return await take();
  } catch (error) {
    const refused = error instanceof Error ? refusals.get(error.message) : undefined;
    if (refused) return refused;
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

export interface OwnedAnswer { readonly leaf: Uint8Array; readonly source: 'drawn' | 'open'; readonly withdrawn: boolean }
export const answerOf = async (db: Handle, round: string, withdrawHash: Uint8Array): Promise<OwnedAnswer | null> => {
  const { rows } = await sql<OwnedAnswer>`select leaf, source, withdrawn from lz.answer_of(${round}, ${withdrawHash})`.execute(db);
  return rows[0] ?? null;
};

export const withdraw = async (db: Handle, w: { round: string; withdrawHash: Uint8Array; secret: string; leaf: Uint8Array; of: Uint8Array; day: string }): Promise<void> => {
  await sql`select lz.withdraw(${w.round}, ${w.withdrawHash}, ${w.secret}, ${w.leaf}, ${w.of}, ${w.day}::date)`.execute(db);
};

/** Adds up what was counted since the last time; the sum that `answered` shows stays the same. */
export const addUp = async (db: Handle): Promise<void> => {
  await sql`select lz.add_up()`.execute(db);
};
