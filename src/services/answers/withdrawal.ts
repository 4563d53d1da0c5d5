/**
 * Changing one's mind. With every answer goes the hash of a secret that only this phone knows (or the paper it was written
 * on); whoever shows the secret takes the answer back. SHA-256 comes from @noble/hashes, since mini-programs have none.
 */
import { sha256 } from '@noble/hashes/sha2';
import { codeFrom } from '../../../domain/codes';
import { hex, withdrawSecretText } from '../../../domain/leaf';
import type { ApiError } from '../../../types/errors';
import { call } from '../call';
import { unpredictableBytes } from '../randomBytes';
import { answered, type Answered } from './answered';

/** 100 bits as a code that can be written down, or null where the phone has no good randomness: that answer can't be taken back. */
export async function newSecret(): Promise<string | null> {
  const bytes = await unpredictableBytes(20);
  return bytes && codeFrom(bytes);
}

// round ids and secrets are ASCII, and not every WeChat has TextEncoder
const asciiBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

export const withdrawHashOf = (round: string, secret: string): string => hex(sha256(asciiBytes(withdrawSecretText(round, secret))));

/** Takes an answer of this phone back; the reason where it can't be. */
export async function withdraw({ round, secret }: Answered): Promise<ApiError | null> {
  if (!secret) return null;
  const reply = await call('survey.withdraw', { round: round.id, secret });
  if (!reply.ok) return reply.error;
  const kept = (answered.refresh() ?? []).map((entry) => (entry.secret === secret ? { ...entry, withdrawn: { mayAnswerUntil: reply.data.mayAnswerUntil } } : entry));
  answered.set(kept);
  return null;
}
