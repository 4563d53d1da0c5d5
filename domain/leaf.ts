/**
 * What stands under a leaf of a round's list, spelled so that an auditor with the tables can spell it again.
 *
 * A leaf is H(0x00 ‖ UTF-8 of the text), see domain/merkle. Each text is a canonical JSON list that begins with its kind, so no two kinds can be read as one another, and no
 * two lists of values give the same text. Hashes and salts are written in hexadecimal.
 *
 * S1 A round: the hash of its definition, which names the hash of its key and the server's public key.
 * S2 An answer: round, questionnaire version, stratum (community and source), commitment, hash of the withdrawal secret.
 * S3 A commitment: the salt, and everything that is counted: answers, seconds, direction of the scale.
 * S4 A withdrawal: round, the leaf it takes back, the secret itself.
 * S5 The hash of a withdrawal secret names the round, so one secret used twice does not show.
 * S6 The letters of a round: where their list came from, how many, the root of the hashes of their codes' hashes, who was drawn and
 *    with which seed.
 * S7 That an answer came from a phone with more than two codes is part of its content, and stands there alone where it is so.
 * S8 A purge: its entry, the last leaf of a list.
 * S9 An entry of a call-back (callback.ts): the how manieth of its round, and all it says.
 */
import { canonicalJson } from './canonical';
import type { Answers } from '../types/contract/survey';
import type { CallbackEntry } from '../types/callback';
import type { Source } from '../types/contract/shared';
import type { PurgeEntry } from '../types/round';

export interface Content {
  readonly answers: Answers;
  readonly seconds: number;
  readonly reversed: boolean;
  /** The phone had entered two other codes of the round before. */
  readonly crowded?: boolean;
}
export interface AnswerLeaf {
  readonly round: string;
  /** SHA-256 of the questionnaire's text, hexadecimal. */
  readonly questionnaire: string;
  readonly community: string;
  readonly source: Source;
  readonly commitment: Uint8Array;
  readonly withdrawHash: Uint8Array;
}
export interface WithdrawalLeaf { readonly round: string; readonly of: Uint8Array; readonly secret: string }

const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
export const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += hexDigits[byte];
  return text;
};

export const roundText = (definitionHash: Uint8Array): string => canonicalJson(['lz-round-1', hex(definitionHash)]);

export const commitmentText = (salt: Uint8Array, { answers, seconds, reversed, crowded }: Content): string =>
  canonicalJson(['lz-content-1', hex(salt), answers, seconds, reversed, ...(crowded ? ['crowded'] : [])]);

export const answerText = ({ round, questionnaire, community, source, commitment, withdrawHash }: AnswerLeaf): string =>
  canonicalJson(['lz-answer-1', round, questionnaire, community, source, hex(commitment), hex(withdrawHash)]);

export const withdrawalText = ({ round, of, secret }: WithdrawalLeaf): string => canonicalJson(['lz-withdrawal-1', round, hex(of), secret]);

export interface LettersLeaf {
  readonly round: string;
  readonly origin: 'drawn' | 'external';
  readonly issued: number;
  readonly root: Uint8Array;
  /** Null for a list that was drawn elsewhere. */
  readonly seed: string | null;
  /** Hash of `drawnText` (draw.ts). */
  readonly drawn: Uint8Array | null;
}
export const lettersText = ({ round, origin, issued, root, seed, drawn }: LettersLeaf): string =>
  canonicalJson(['lz-letters-1', round, origin, issued, hex(root), seed, drawn && hex(drawn)]);

/** One letter in the tree of its list; the tree's leaves stand in the order of the codes' hashes. */
export const letterLeafText = (community: string, codeHash: Uint8Array): string => canonicalJson(['lz-letter-code-1', community, hex(codeHash)]);
export const callbackText = (number: number, entry: CallbackEntry): string => canonicalJson(['lz-callback-1', number, entry]);
export const purgeText = (entry: PurgeEntry): string => canonicalJson(['lz-purge-1', entry]);

export const withdrawSecretText = (round: string, secret: string): string => canonicalJson(['lz-secret-1', round, secret]);
