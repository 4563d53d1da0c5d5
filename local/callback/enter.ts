/** Writes an entry of a call-back into the round's list and seals it, in the caller's transaction. */
import { callbackText, hex } from '../../domain/leaf';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { leafOf } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';
import { addCallbackEntry, callbackEntries, type StoredEntry } from '../../database/queries/callbacks';
import { lockList, purgeOf } from '../../database/queries/keeping';
import { letterListOf } from '../../database/queries/letters';
import { roundById, type RoundRow } from '../../database/queries/rounds';
import { waitingIn } from '../../database/queries/seals';
import type { CallbackEntry, CallbackPlan, CallbackShown } from '../../types/callback';
import { StartError } from '../config';
import { inFull } from '../rounds/inFull';

export interface Standing {
  readonly round: RoundRow & { readonly definition: NonNullable<RoundRow['definition']> };
  readonly list: NonNullable<Awaited<ReturnType<typeof letterListOf>>>;
  readonly entries: readonly StoredEntry[];
  readonly plan: CallbackPlan | null;
}

/** What there is of the round, alone with its list until the transaction ends. Throws `StartError` where nothing may be added. */
export const standingOf = async (tx: Handle, id: string, now: Date): Promise<Standing> => {
  const round = await roundById(tx, id);
  if (!round) throw new StartError(`没有编号为 ${id} 的轮次。`);
  await lockList(tx, id);
  const list = await letterListOf(tx, id);
  if (!round.definition || !list) throw new StartError('这一轮没有信函名单，没有寄过信，不用回访。');
  const over = new Date(Date.parse(round.closes_at) + round.grace_hours * 3_600_000).toISOString();
  if (now.getTime() < Date.parse(over)) throw new StartError(`这一轮到 ${inFull(over)} 才收完答卷。收完以后再定回访：提前知道要访谁，就可以只把那几户做好。`);
  if (await purgeOf(tx, id)) throw new StartError('这一轮的原始答卷已经清空，名单不能再添。');
  const entries = await callbackEntries(tx, id);
  const plan = entries[0]?.entry.kind === 'plan' ? entries[0].entry : null;
  return { round: { ...round, definition: round.definition }, list, entries, plan };
};

/** Returns the seal over the entry, to be posted elsewhere. */
export const enter = async (tx: Handle, number: number, entry: CallbackEntry, shown: readonly CallbackShown[] | null, detail: object): Promise<{ readonly sealed: string }> => {
  const now = new Date(entry.at);
  // what came at the last second stands before it, under a seal of its own: the leaves of one seal lie in their order
  if ((await waitingIn(tx, entry.round)) > 0) await sealRound(tx, entry.round, now);
  await addCallbackEntry(tx, { number, entry, shown, leaf: leafOf(callbackText(number, entry)) });
  const seal = await sealRound(tx, entry.round, now);
  await tx.insertInto('lz.audit').values({ at: entry.at, actor: 'console', action: `callback.${entry.kind}`, subject: entry.round, detail: JSON.stringify(detail) }).execute();
  return { sealed: hex(seal.root) };
};
