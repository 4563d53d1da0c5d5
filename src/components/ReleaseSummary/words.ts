/** What a released figure says, in words: pure, so that each sentence can be checked against its case. */
import type { Cell, Verdict } from '../../../types/contract/survey';
import { displayRate } from '../../../domain/satisfaction';
import type { Tone } from '../Tag';

/** 达到 / 未达到 / 还不能判断, or why there is none. */
export const verdictTag: Readonly<Record<Verdict, { readonly word: string; readonly tone: Tone }>> = {
  reached: { word: '达到', tone: 'brand' },
  missed: { word: '未达到', tone: 'red' },
  undecided: { word: '还不能判断', tone: 'amber' },
  below_gate: { word: '未达发布门槛', tone: 'plain' },
  too_few: { word: '未到10份', tone: 'plain' },
  voluntary: { word: '自愿参与，不作判断', tone: 'plain' },
};

export const sourceWord = (source: Cell['source']): string => (source === 'drawn' ? '抽样' : '自愿参与');

/** The sentence under the rate: how far chance may have moved it, and what follows. */
export function meaning({ verdict, interval, target, source, n }: Cell): string {
  const goal = `${Math.round(target * 100)}%`;
  if (verdict === 'too_few') return `${n === null ? '合格的答卷' : '打了分的答卷'}还不到 10 份，不公布任何比例，免得猜出是谁答的。`;
  if (verdict === 'voluntary' || source === 'open') return `是自愿来答的人，不是抽出来的，说不准没来答的人怎么想；所以只列数字，不判断是否达到 ${goal}。`;
  const range = interval ? `真实满意度很可能在 ${displayRate(interval.low, target)}–${displayRate(interval.high, target)} 之间` : '';
  switch (verdict) {
    case 'reached':
      return `${range}，整个区间都不低于 ${goal}。`;
    case 'missed':
      return `${range}，整个区间都低于 ${goal}。`;
    case 'undecided':
      return `${range},${goal} 就在这中间：份数还不够分出是否达到。`;
    case 'below_gate':
      return `${range ? `${range}。` : ''}份数没有达到发布门槛，只供参考，不判断是否达到 ${goal}。`;
  }
}
