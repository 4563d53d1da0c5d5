/** Every released number again, by the code that published it, from the answers that were sealed by then. */
import { canonicalJson } from '../../domain/canonical';
import { figuresOf } from '../../cloudfunctions/clock/release';
import type { Handle } from '../../database/handle';
import { sealTimes } from '../../database/queries/releases';
import type { RoundRow } from '../../database/queries/rounds';
import { demand } from './findings';

/** One line for each release: the same, or why it can't be redone. */
export const auditReleases = async (tx: Handle, round: RoundRow): Promise<string[]> => {
  const releases = await tx.selectFrom('lz.release').selectAll().where('round_id', '=', round.id).orderBy('at').execute();
  const seals = await sealTimes(tx, round.id);
  const lines: string[] = [];
  for (const release of releases) {
    const until = seals.filter(({ number }) => number <= (release.seal ?? -1));
    const cut = until[until.length - 1];
    demand(cut !== undefined, `发布 ${release.id} 没有写明取自哪一道封存。`);
    demand(round.definition!.releases.some(({ kind, at }) => kind === release.kind && Date.parse(at) === Date.parse(release.at)), `发布 ${release.id} 的时间不在轮次的定义里。`);
    if (await withdrawnSince(tx, round.id, cut!.size)) lines.push(`发布 ${release.id}：以后有人撤回，撤回的内容已清空，不能重算。`);
    else lines.push(await redone(tx, round, release, until));
  }
  return lines;
};

type ReleaseRow = { readonly id: string; readonly kind: 'interim' | 'final'; readonly at: string };

const redone = async (tx: Handle, round: RoundRow, { id, kind, at }: ReleaseRow, seals: Parameters<typeof figuresOf>[2]): Promise<string> => {
  const { cells, blocks } = await figuresOf(tx, { round, kind, at }, seals);
  const stored = await tx.selectFrom('lz.release_cell').select(['place_kind', 'place_id', 'source', 'cell', 'distributions']).where('release_id', '=', id).execute();
  demand(stored.length === cells.length, `发布 ${id} 有 ${stored.length} 个数字格，重算有 ${cells.length} 个。`);
  for (const { cell, distributions } of cells) {
    const { kind: placeKind, id: place, name } = cell.place;
    const kept = stored.find((row) => row.place_kind === placeKind && row.place_id === place && row.source === cell.source);
    const whole = placeKind === 'district' ? { ...cell, blocks: blocks.filter(({ source }) => source === cell.source) } : cell;
    const asStored = (value: unknown) => canonicalJson(JSON.parse(JSON.stringify(value)));
    demand(kept !== undefined && asStored(kept.cell) === asStored(whole) && asStored(kept.distributions) === asStored(distributions), `发布 ${id} 里「${name}」的数字与重算的不同。`);
  }
  return `发布 ${id}：${cells.length} 格数字重算，全部相同。`;
};

const withdrawnSince = async (tx: Handle, round: string, size: number): Promise<boolean> =>
  (await tx.selectFrom('lz.leaf as l').innerJoin('lz.withdrawal as w', 'w.leaf', 'l.leaf').select('l.position').where('l.round_id', '=', round).where('l.position', '>=', size).limit(1).executeTakeFirst()) !== undefined;
