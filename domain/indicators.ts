/**
 * Numbers about the inventory itself: how fresh, how much of it on the map, how many chains. Each has its definition with it, so that
 * whoever reads one can say what it means.
 *
 * S1 A share stands beside its n, of how many it is a share, and how many are unknown. Unknown is in no share: not in what is counted, not in n.
 * S2 Where n is 0 there is no share, rather than one of 0.
 * S3 Known outlets are those in the list that were not found closed; listed ones are shown on the map.
 * S4 Freshness: of the listed, those that their owner or staff confirmed, or staff verified, within the days of the rule. One that nobody
 *    ever confirmed is not fresh, and is known not to be: there is nothing unknown in it.
 * S5 进图: of the known, those listed. How many there are that nobody knows of, this can't say; the inventory says where somebody looked.
 * S6 连锁化率: of the listed of which it is known, those that belong to a chain.
 * S7 Sums of parts are the whole: a street is the sum of its formats, the district that of its streets.
 */
export interface Counts { readonly known: number; readonly listed: number; readonly fresh: number; readonly chain: number; readonly independent: number }
export type IndicatorCode = 'fresh' | 'listed' | 'chain';
export interface Definition { readonly code: IndicatorCode; readonly name: string; readonly formula: string; readonly source: string; readonly unit: '%' }
export interface Figure { readonly share: number | null; readonly yes: number; readonly n: number; readonly unknown: number }

/** `freshDays` of rules/upkeep.json. */
export const definitions = (freshDays: number): readonly Definition[] => [
  { code: 'fresh', name: `新鲜度（${freshDays} 天内确认过）`, formula: `${freshDays} 天内店主确认、工作人员确认或核实过的网点 ÷ 图上的网点`, source: '网点的确认与核实日期', unit: '%' },
  { code: 'listed', name: '进图率', formula: '图上的网点 ÷ 名单里的网点（不含已关的）', source: '登记和普查名单；没有人知道的网点不在里面', unit: '%' },
  { code: 'chain', name: '连锁化率', formula: '连锁的 ÷（连锁的 + 独立的），图上的网点；不清楚的不算，写在旁边', source: '店家填写和普查名单的「连锁」', unit: '%' },
];

export const noCounts: Counts = { known: 0, listed: 0, fresh: 0, chain: 0, independent: 0 };
export const sumCounts = (all: readonly Counts[]): Counts => all.reduce((a, b) => ({ known: a.known + b.known, listed: a.listed + b.listed, fresh: a.fresh + b.fresh, chain: a.chain + b.chain, independent: a.independent + b.independent }), noCounts);

const figure = (yes: number, n: number, unknown: number): Figure => ({ share: n === 0 ? null : yes / n, yes, n, unknown });

export const figuresOf = ({ known, listed, fresh, chain, independent }: Counts): Readonly<Record<IndicatorCode, Figure>> => ({
  fresh: figure(fresh, listed, 0),
  listed: figure(listed, known, 0),
  chain: figure(chain, chain + independent, listed - chain - independent),
});
