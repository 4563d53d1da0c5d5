/** The rate that stands for a released figure: the weighted one where it is what is judged, and what the other is called beside it. Everywhere the same. */
import type { Cell, Verdict } from '../types/contract/results';
import { displayRate } from './satisfaction';

export interface Headline { readonly main: number; readonly text: string; readonly beside: string | null }

export const headlineOf = ({ rate, weighted, interval, target }: Pick<Cell, 'rate' | 'weighted' | 'interval' | 'target'>): Headline | null => {
  if (rate === null) return null;
  if (weighted === null) return { main: rate, text: displayRate(rate, target), beside: null };
  return interval
    ? { main: weighted.rate, text: displayRate(weighted.rate, target), beside: `没加权是 ${displayRate(rate, target)}` }
    : { main: rate, text: displayRate(rate, target), beside: `加权后是 ${displayRate(weighted.rate, target)}` };
};

/** What a verdict is called, or why there is none: on pages and in tables. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  reached: '达到', missed: '未达到', undecided: '还不能判断', interim: '不作判断', below_gate: '未达发布门槛', unjudged: '不作判断', too_few: '未到 10 份', voluntary: '自愿参与，不作判断',
};
export const sourceWord = (source: Cell['source']): string => (source === 'drawn' ? '抽样' : '自愿参与');
