/** What a list and its rows are called. */
import { shanghaiDay } from '../../../../domain/calendar';
import type { ImportCounts, ImportDone, ImportList, OutcomeName } from '../../../../types/contract/export';

export const groups: readonly { readonly outcome: OutcomeName; readonly name: string; readonly text: string }[] = [
  { outcome: 'bad', name: '读不了', text: '这些行要在表格里改好，再上传一次。改好以前，一行也不会载入。' },
  { outcome: 'conflict', name: '要您定', text: '这些网点核实过、确认过，或者店主、街道改过、合并过，和名单不一样；也有已经不在地图上的。用哪边的，请您定。' },
  { outcome: 'changed', name: '会更新', text: '这些网点还没有人核实过，名单上的和现在不一样，载入后换成名单上的。' },
  { outcome: 'new', name: '新的', text: '现在还没有的网点，载入后出现在「附近」里，写着未核实。' },
  { outcome: 'same', name: '没有变', text: '和现在一样，载入后不动。' },
];

export const systemWords = { none: '按表里写的', gcj02: '火星坐标', wgs84: '卫星定位坐标', bd09: '百度坐标' } as const;

/** W1 Says what it looks like, by how much, and by what it was held against; that nothing was moved. */
export const suspicionWords = ({ system, metres, of, by }: NonNullable<ImportList['suspicion']>): string =>
  `坐标像是${systemWords[system]}：和${by === 'outlets' ? '已有的网点' : '社区中心'}比，${of} 处普遍偏了约 ${metres} 米。没有替您改。如果确实是，请放弃这张，重新上传时选「${systemWords[system]}」。`;

/** As people say it: without the ending that a computer needs. */
export const fileWords = (file: string): string => file.replace(/\.(csv|xlsx)$/i, '');

export const totalOf = (counts: ImportCounts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

export const doneWords = ({ added, updated, unchanged, kept }: ImportDone): string =>
  [`新增 ${added}`, `更新 ${updated}`, `没有变 ${unchanged}`, ...(kept > 0 ? [`留现在的 ${kept}`] : [])].join('，');

/** One with rows that can't be read waits for nobody's decision: the file must be mended first. */
export const stateWords = ({ state, counts }: Pick<ImportList, 'state' | 'counts'>): { readonly text: string; readonly tone: 'amber' | 'brand' | 'plain' } =>
  state === 'loaded' ? { text: '载入了', tone: 'brand' } : state === 'dropped' ? { text: '放弃了', tone: 'plain' } : { text: counts.bad > 0 ? `有 ${counts.bad} 行读不了` : '等着定', tone: 'amber' };

/** W2 An officer has no name here: 您, or by what tells two apart. */
export const whoWords = ({ mine, by }: Pick<ImportList, 'mine' | 'by'>): string => (mine ? '您' : `专班同事（${by}）`);

/** 3月1日 10:05 · 2025-12-31 10:05 in another year. */
export const atWords = (instant: string): string => {
  const at = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shanghaiDay(Date.parse(instant))} ${at.slice(11, 16)}`;
};
