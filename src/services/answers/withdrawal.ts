/**
 * Changing one's mind. With every answer goes the hash of a secret that only this phone knows (or the paper it was written
 * on); whoever shows the secret takes the answer back.
 */
import { codeFrom } from '../../../domain/codes';
import { withdrawSecretText } from '../../../domain/leaf';
import type { ApiError } from '../../../types/errors';
import { call } from '../call';
import { unpredictableBytes } from '../randomBytes';
import { addAnswered, answered, type Answered } from './answered';
import { asciiHash } from './hash';

/** 100 bits as a code that can be written down, or null where the phone has no good randomness: that answer can't be taken back. */
export async function newSecret(): Promise<string | null> {
  const bytes = await unpredictableBytes(20);
  return bytes && codeFrom(bytes);
}

export const withdrawHashOf = (round: string, secret: string): string => asciiHash(withdrawSecretText(round, secret));

/** Takes an answer of this phone back; the reason where it can't be. */
export async function withdraw({ round, secret }: Answered): Promise<ApiError | null> {
  if (!secret) return null;
  const reply = await call('survey.withdraw', { round: round.id, secret });
  if (!reply.ok) return reply.error;
  const kept = (answered.refresh() ?? []).map((entry) => (entry.secret === secret ? { ...entry, withdrawn: { mayAnswerUntil: reply.data.mayAnswerUntil } } : entry));
  answered.set(kept);
  return null;
}

/**
 * Takes back an answer whose code stands on a slip: it was filled in on another phone. It stands among this phone's answers from then
 * on, so that it can be filled in again here; the reason where it can't be taken back.
 */
export async function withdrawWritten(secret: string, round: Pick<Answered['round'], 'id' | 'title' | 'closesAt' | 'releaseAt'>, community: Answered['community']): Promise<ApiError | null> {
  const reply = await call('survey.withdraw', { round: round.id, secret });
  if (!reply.ok) return reply.error;
  const own = (answered.refresh() ?? []).find((entry) => entry.secret === secret);
  if (own) answered.set((answered.get() ?? []).map((entry) => (entry === own ? { ...own, withdrawn: { mayAnswerUntil: reply.data.mayAnswerUntil } } : entry)));
  else addAnswered({ receipt: null, whose: `slip:${secret.slice(0, 6)}`, secret, withdrawn: { mayAnswerUntil: reply.data.mayAnswerUntil }, round, community, at: Date.now() });
  return null;
}
