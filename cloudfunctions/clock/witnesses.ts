/** A witness ends by itself; whose outlet it is, is told some weeks before, and when it has ended. Each once: whoever marks the row first tells. */
import { randomUUID } from 'node:crypto';
import { shanghaiDay } from '../../domain/calendar';
import type { Handle } from '../../database/handle';
import { addMessage } from '../../database/queries/messages';
import { latestRule } from '../../database/queries/rules';
import { claimEnded, claimEndingSoon, type DueWitness } from '../../database/queries/witnesses';
import type { UpkeepRules } from '../../types/rules';

export const tellOfWitnesses = async (transaction: Handle, now: Date): Promise<{ ended: number; reminded: number }> => {
  const rules = (await latestRule<UpkeepRules>(transaction, 'upkeep'))?.body;
  if (!rules) return { ended: 0, reminded: 0 };
  const ended = await claimEnded(transaction, now);
  const soon = await claimEndingSoon(transaction, now, new Date(now.getTime() + rules.witness.remindDays * 86_400_000));
  for (const due of ended) await tell(transaction, 'witness_ended', due, now);
  for (const due of soon) await tell(transaction, 'witness_ending', due, now);
  return { ended: ended.length, reminded: soon.length };
};

const tell = async (transaction: Handle, kind: string, { person, name, until, outlet }: DueWitness, at: Date): Promise<void> => {
  if (person !== null && name !== null && outlet !== null) await addMessage(transaction, { id: randomUUID(), person, kind, body: { name, until: shanghaiDay(Date.parse(until)), outlet }, at });
};
