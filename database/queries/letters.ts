/** Letters and helpers' tokens: where one belongs, and how many there are. Nothing here leads from a code to an answer. */
import { sql } from 'kysely';
import type { Handle } from '../handle';

export interface CodePlace { readonly round: string; readonly community: string }

/** `letter`: the hash of the hash of a code. Null for one that was never issued. */
export const placeOfLetter = async (db: Handle, letter: Uint8Array): Promise<CodePlace | null> => {
  const { rows } = await sql<CodePlace>`select round_id as round, community_code as community from lz.place_of_letter(${letter})`.execute(db);
  return rows[0] ?? null;
};

/** Whether the phone had entered two other codes of the round before the one with this tag. */
export const isCrowded = async (db: Handle, { round, phone, tag }: { readonly round: string; readonly phone: Uint8Array; readonly tag: Uint8Array }): Promise<boolean> => {
  const { rows } = await sql<{ crowded: boolean }>`select lz.is_crowded(${round}, ${phone}, ${tag}) as crowded`.execute(db);
  return rows[0]!.crowded;
};

/** `token`: its hash. `remaining`: answers that may still be taken with it. Null for one that is unknown or was called back. */
export const placeOfAssist = async (db: Handle, token: Uint8Array): Promise<(CodePlace & { readonly remaining: number }) | null> => {
  const { rows } = await sql<CodePlace & { remaining: number }>`select round_id as round, community_code as community, remaining from lz.place_of_assist(${token})`.execute(db);
  return rows[0] ?? null;
};

export const letterListOf = (db: Handle, round: string) => db.selectFrom('lz.letter_list').selectAll().where('round_id', '=', round).executeTakeFirst();

export interface LetterCount { readonly community: string; readonly issued: number; readonly returned: number }
/** Letters of each community, and those that had come back undelivered by then. */
export const lettersBy = async (db: Handle, round: string, until: string): Promise<LetterCount[]> => {
  const { rows } = await sql<LetterCount>`
    select l.community_code as community, count(*)::integer as issued,
      coalesce((select b.returned from lz.letter_return b where b.round_id = ${round} and b.community_code = l.community_code and b.at <= ${until} order by b.id desc limit 1), 0) as returned
    from lz.letter l where l.round_id = ${round} group by l.community_code order by l.community_code`.execute(db);
  return rows;
};
