/**
 * How an answer comes: by the poster, by a letter's code, with a helper's token, or in the place of one that was withdrawn. It decides
 * the answer's source and under which tag it counts once: a person's, a letter's, the withdrawn answer's, or, where somebody helps
 * people who have no phone, the sending's own.
 *
 * In a round with letters 抽样 is what shows a letter's code; whatever else comes is 自愿.
 */
import { foldCode } from '../../domain/codes';
import { withdrawSecretText } from '../../domain/leaf';
import { answerOf } from '../../database/queries/responses';
import { isCrowded } from '../../database/queries/letters';
import type { RoundRow } from '../../database/queries/rounds';
import type { Source } from '../../types/contract/shared';
import type { Context } from '../runtime/action';
import { sha256 } from '../runtime/hashing';
import { refuse } from '../runtime/refusal';
import type { RoundSecrets } from '../runtime/secrets';

export interface Shown {
  readonly letter?: string | undefined;
  readonly assist?: string | undefined;
  readonly again?: string | undefined;
}

export type Way =
  | { readonly kind: 'poster'; readonly source: Source }
  /** `hash`: of the code's hash, of the token, or of the withdrawn answer's secret. */
  | { readonly kind: 'letter' | 'assist' | 'again'; readonly source: Source; readonly hash: Uint8Array };

/** Of a letter's code, from the hash that the phone sends. */
export const codeHashOf = (letter: string): Buffer => sha256(Buffer.from(letter, 'hex'));
export const tokenHashOf = (token: string): Buffer => sha256(`assist ${foldCode(token)}`);

const posterSource = ({ source, definition }: RoundRow): Source => (definition?.sample ? 'open' : source);

export const wayOf = async ({ letter, assist, again }: Shown, round: RoundRow, { db }: Context): Promise<Way> => {
  if (again !== undefined) {
    const hash = sha256(withdrawSecretText(round.id, foldCode(again)));
    const answer = await answerOf(db, round.id, hash);
    return answer?.withdrawn ? { kind: 'again', source: answer.source, hash } : refuse('not_withdrawn');
  }
  if (letter !== undefined) return round.definition?.sample ? { kind: 'letter', source: 'drawn', hash: codeHashOf(letter) } : refuse('letter_elsewhere');
  if (assist !== undefined) return { kind: 'assist', source: posterSource(round), hash: tokenHashOf(assist) };
  return { kind: 'poster', source: posterSource(round) };
};

export interface Tags {
  readonly tag: Uint8Array;
  /** In a round with letters. */
  readonly phone: Uint8Array | null;
  /** The phone had entered two other codes before this one. */
  readonly crowded: boolean;
}
export const tagsOf = async (way: Way, { submissionId }: { readonly submissionId: string }, round: RoundRow, secrets: RoundSecrets, { db, caller }: Context): Promise<Tags> => {
  const phone = round.definition?.sample ? secrets.phoneTag(caller.identity) : null;
  if (way.kind === 'again') return { tag: secrets.againTag(way.hash), phone, crowded: false };
  if (way.kind === 'assist') return { tag: secrets.assistTag(way.hash, submissionId), phone: null, crowded: false };
  if (way.kind === 'poster') return { tag: secrets.tag(caller.identity), phone, crowded: false };
  const tag = secrets.letterTag(way.hash);
  return { tag, phone, crowded: await isCrowded(db, { round: round.id, phone: phone!, tag }) };
};
