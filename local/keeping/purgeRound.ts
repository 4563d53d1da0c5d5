/**
 * Empties the answers of a round that is over, published and past its time, as its definition promised. All in one transaction: the
 * audit, the entry that is sealed as the last leaf of the list, the answers and texts, and the last seal; killed half-way nothing has
 * happened. After it a round's figures can't be made again, so it is audited before, and what it published is held fast by a hash.
 */
import { canonicalJson } from '../../domain/canonical';
import { commitmentText, hex, purgeText } from '../../domain/leaf';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { leafOf, sha256 } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';
import { beginPurge, contentAfter, heldOf, lockList, purgeAnswers, purgeOf, writeAnew } from '../../database/queries/keeping';
import { roundById, type RoundRow } from '../../database/queries/rounds';
import { settle, waitingIn } from '../../database/queries/seals';
import type { PurgeEntry } from '../../types/round';
import { auditWithin } from '../audit/auditRound';
import { releaseHashes } from '../audit/releaseHash';
import { StartError } from '../config';
import { inFull } from '../rounds/inFull';

export interface PurgeInput {
  readonly round: string;
  /** Although its time has not come. */
  readonly early: boolean;
  /** Although the audit finds a difference, that can never be looked into afterwards. */
  readonly differing: boolean;
  /** For either of these: stands in the entry, for everybody to read. */
  readonly reason: string | null;
}
export interface PurgeOutput {
  /** False: it was done before, and nothing changed now. */
  readonly done: boolean;
  readonly entry: PurgeEntry;
  /** The root of the seal over the entry, and its size: to be posted where nobody here can change it. */
  readonly seal: { readonly size: number; readonly root: string };
}

/** Throws `StartError` in one sentence where it may not be. */
export const purgeRound = async (owner: Handle, input: PurgeInput, now: Date): Promise<PurgeOutput> => {
  const output = await owner.transaction().execute((tx) => purged(tx, input, now));
  // each time, so that one more try makes up for one that was cut off here
  await writeAnew(owner);
  return output;
};

const purged = async (tx: Handle, input: PurgeInput, now: Date): Promise<PurgeOutput> => {
  const round = (await roundById(tx, input.round)) ?? refuse(`没有编号为 ${input.round} 的轮次。`);
  await lockList(tx, round.id);
  const before = await purgeOf(tx, round.id);
  if (before) return { done: false, entry: before.entry, seal: await sealOver(tx, round.id) };
  const held = await checkedHeld(tx, round);
  const early = checkTime(round, input, now);
  const difference = await checkAudit(tx, round.id, input);
  if ((early || difference !== null) && input.reason === null) return refuse('提前清空，或审计不一致时清空，要写原因：--reason "…"。原因会公开。');

  const entry: PurgeEntry = {
    kind: 'lz-purge-1', round: round.id, at: now.toISOString(), keepUntil: round.definition!.keepUntil ?? null, reason: early || difference !== null ? input.reason : null, difference,
    answers: held.answers, withdrawn: held.withdrawn, remarks: held.remarks, releases: await releaseHashes(tx, round.id),
  };
  await beginPurge(tx, round.id, entry.at, canonicalJson(entry), leafOf(purgeText(entry)));
  const emptied = await emptyAll(tx, round.id);
  if (emptied !== held.answers) throw new Error(`${emptied} answers were emptied of ${held.answers}`);
  const { size, root } = await sealRound(tx, round.id, now);
  await tx.insertInto('lz.audit').values({
    at: entry.at, actor: 'console', action: 'round.purged', subject: round.id,
    detail: JSON.stringify({ early, reason: entry.reason, difference, answers: held.answers, remarks: held.remarks, size, root: hex(root) }),
  }).execute();
  return { done: true, entry, seal: { size, root: hex(root) } };
};

/** Answers read at a time: memory does not grow with the round. */
const portion = 2000;

const emptyAll = async (tx: Handle, round: string): Promise<number> => {
  let emptied = 0;
  for (let after: Uint8Array = new Uint8Array(0); ;) {
    const contents = await contentAfter(tx, round, after, portion);
    const last = contents.at(-1);
    if (!last) return emptied;
    emptied += await purgeAnswers(tx, round, contents.map(({ leaf, salt, ...content }) => ({ leaf, commitment: sha256(commitmentText(salt, content)) })));
    after = last.leaf;
  }
};

const checkedHeld = async (tx: Handle, round: RoundRow): ReturnType<typeof heldOf> => {
  if (!round.definition) return refuse(`轮次 ${round.id} 是封存以前设的，没有可以核对的定义，不能这样清空。`);
  const made = await tx.selectFrom('lz.release').select('kind').where('round_id', '=', round.id).execute();
  if (!made.some(({ kind }) => kind === 'final')) return refuse('这一轮的最终结果还没有公布。公布以前清空，就永远算不出来了；--now 也不行。');
  if (made.length < round.releases.length) return refuse('这一轮还有该公布的没有公布。请等定时任务做完再试。');
  await settle(tx, round.id);
  const held = await heldOf(tx, round.id);
  if (held.open > 0 || (await waitingIn(tx, round.id)) > 0) return refuse('这一轮还没有收尾（参与的记录还没有合上）。请过一小时再试。');
  return held;
};

/** Whether it is before its time. */
const checkTime = ({ definition }: RoundRow, { early }: PurgeInput, now: Date): boolean => {
  const until = definition!.keepUntil;
  if (until !== undefined && Date.parse(until) <= now.getTime()) return false;
  if (early) return true;
  return refuse(`${until === undefined ? '这一轮的定义里没有写原始答卷保存到什么时候' : `这一轮的原始答卷按定义保存到 ${inFull(until)}`}。一定要现在清空，请加 --now --reason "原因"。`);
};

const checkAudit = async (tx: Handle, round: string, { differing }: PurgeInput): Promise<string | null> => {
  const { difference } = await auditWithin(tx, { round, kept: [] });
  if (difference !== null && !differing) return refuse(`清空以前的审计不一致：${difference}清空以后就再也查不清了。查清以前请不要清空；一定要清空，请加 --differing --reason "原因"。`);
  return difference;
};

const sealOver = async (tx: Handle, round: string): Promise<PurgeOutput['seal']> => {
  const { size, root } = await tx.selectFrom('lz.seal').select(['size', 'root']).where('round_id', '=', round).orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  return { size, root: hex(root) };
};

const refuse = (sentence: string): never => {
  throw new StartError(sentence);
};
