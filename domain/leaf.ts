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
 */
import { canonicalJson } from './canonical';
import type { Answers } from '../types/contract/survey';
import type { Source } from '../types/contract/shared';

export interface Content { readonly answers: Answers; readonly seconds: number; readonly reversed: boolean }
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

export const commitmentText = (salt: Uint8Array, { answers, seconds, reversed }: Content): string => canonicalJson(['lz-content-1', hex(salt), answers, seconds, reversed]);

export const answerText = ({ round, questionnaire, community, source, commitment, withdrawHash }: AnswerLeaf): string =>
  canonicalJson(['lz-answer-1', round, questionnaire, community, source, hex(commitment), hex(withdrawHash)]);

export const withdrawalText = ({ round, of, secret }: WithdrawalLeaf): string => canonicalJson(['lz-withdrawal-1', round, hex(of), secret]);

export const withdrawSecretText = (round: string, secret: string): string => canonicalJson(['lz-secret-1', round, secret]);
