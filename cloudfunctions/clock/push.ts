/**
 * Sends what waits in the outbox beside the inbox. Claimed in one transaction, sent outside of any, marked in another: whoever is killed between
 * sending and marking leaves a claim that ends, and another sends again. So at least once, and shown once, since the inbox holds the message itself.
 */
import { claimMs, nextTry } from '../../domain/push-pauses';
import type { FunctionDatabase } from '../../database/handle';
import { claimPushes, endPush, retryPush, type Claimed } from '../../database/queries/pushes';
import type { VoiceRules } from '../../types/rules';
import type { MessagePush } from '../runtime/messagePush';
import type { Secrets } from '../runtime/secrets';
import { voiceOf } from './news';

/** Few at a time: a claim must not end while its turn has not come. */
const most = 20;
const mostTurns = 10;

export interface PushReport { readonly sent: number; readonly failed: number; readonly givenUp: number }

export const sendPushes = async (database: FunctionDatabase, now: () => Date, push: MessagePush, secrets: Pick<Secrets, 'openReader'>): Promise<PushReport> => {
  const rules = (await database.read(voiceOf))?.voice.push;
  const report = { sent: 0, failed: 0, givenUp: 0 };
  for (let turn = 0; rules && turn < mostTurns; turn += 1) {
    const claimed = await database.write((db) => claimPushes(db, now(), new Date(now().getTime() + claimMs), most));
    const outcomes = await Promise.all(claimed.map((claim) => sendOne(database, claim, { now, push, secrets, rules })));
    for (const outcome of outcomes) if (outcome !== 'needless') report[outcome] += 1;
    if (claimed.length < most) break;
  }
  return report;
};

interface Means { readonly now: () => Date; readonly push: MessagePush; readonly secrets: Pick<Secrets, 'openReader'>; readonly rules: VoiceRules['push'] }

const sendOne = async (database: FunctionDatabase, claim: Claimed, { now, push, secrets, rules }: Means): Promise<keyof PushReport | 'needless'> => {
  const end = async (state: 'sent' | 'given_up' | 'needless') => { await database.write((db) => endPush(db, claim, state)); };
  if (claim.read_at !== null) {
    await end('needless');
    return 'needless';
  }
  const reader = secrets.openReader(claim.consent_id, claim.sealed);
  // claimed once more than may be tried: whoever tried last did not come back
  if (reader === null || claim.attempts > rules.attempts) {
    await end('given_up');
    return 'givenUp';
  }
  const outcome = await push(reader, { kind: claim.kind, at: now() }).catch(() => 'failed' as const);
  if (outcome === 'sent') {
    await end('sent');
    return 'sent';
  }
  const next = outcome === 'refused' ? null : nextTry(claim.attempts, now().getTime(), rules);
  if (next === null) {
    await end('given_up');
    return 'givenUp';
  }
  await database.write((db) => retryPush(db, claim, next));
  return 'failed';
};
