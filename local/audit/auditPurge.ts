/**
 * What can still be held against something when the answers of a round were emptied: the entry of it, a leaf of the list and so
 * under its last seal, and by it that every release stands as it did then.
 */
import { purgeText } from '../../domain/leaf';
import { leafOf } from '../../cloudfunctions/runtime/hashing';
import type { Handle } from '../../database/handle';
import type { Purge } from '../../database/queries/keeping';
import type { RoundRow } from '../../database/queries/rounds';
import type { PurgeEntry } from '../../types/round';
import { inFull } from '../rounds/inFull';
import { demand } from './findings';
import { releaseHashes } from './releaseHash';

export const checkEntry = (round: RoundRow, { at, entry, leaf }: Purge): void => {
  demand(Buffer.compare(leafOf(purgeText(entry)), leaf) === 0, '清空的记录被改过：与名单里的那一项不符。');
  demand(entry.round === round.id && Date.parse(entry.at) === Date.parse(at), '清空的记录不是这一轮的，或时间不对。');
  const until = round.definition?.keepUntil ?? null;
  demand(entry.keepUntil === until, '清空的记录里，保存期限与轮次的定义不符。');
  demand(entry.reason !== null || (until !== null && Date.parse(until) <= Date.parse(at)), '原始答卷在保存期限以前清空，却没有写原因。');
};

export const purgedWords = ({ entry: { at, keepUntil, reason, difference, answers, remarks } }: Purge): string => {
  const early = keepUntil === null || Date.parse(keepUntil) > Date.parse(at);
  const why = `${early ? '提前' : '到期'}${reason === null ? '' : `，原因：${reason}`}`;
  return `原始答卷已于 ${inFull(at)} 清空（${why}）：${answers} 份答卷的内容和 ${remarks} 条留言。清空前的审计${difference === null ? '全部一致' : `不一致：${difference}`}`;
};

/** One line for each release: as it was when the answers went. */
export const auditFrozen = async (tx: Handle, { id }: RoundRow, { releases }: PurgeEntry): Promise<string[]> => {
  const now = await releaseHashes(tx, id);
  for (const { id: release } of now) demand(releases.some((before) => before.id === release), `发布 ${release} 在清空的时候还没有：是后来添的。`);
  return releases.map(({ id: release, hash }) => {
    const found = now.find((one) => one.id === release);
    demand(found !== undefined, `发布 ${release} 不见了。`);
    demand(found!.hash === hash, `发布 ${release} 的数字与清空时封存的不同。`);
    return `发布 ${release}：与清空时封存的一样。原始答卷已清空，不能重算。`;
  });
};
