/** How a market's kind and state are said. */
import type { MarketHead, OpenState } from '../../../../types/contract/outlet';
import type { Tone } from '../../../components/Tag';

export const kindWords: Readonly<Record<MarketHead['kind'], string>> = { night: '夜市', morning: '早市', fair: '逢集', street: '特色街区' };

/** M1 on: 正在开 至 09:30. M2 off: when it is on next, and why not today. M3 nobody said when: 时间待核, never 没有. */
export function marketState(open: OpenState): { readonly text: string; readonly tone: Tone } {
  if (open.state === 'unknown') return { text: '什么时候开还不知道', tone: 'plain' };
  if (open.state === 'open') return { text: open.until === null ? '正在开' : `正在开 至 ${open.until}`, tone: 'brand' };
  if (open.because?.startsWith('暂停')) return { text: open.because, tone: 'amber' };
  if (open.opens === null) return { text: open.because ?? '现在没有开', tone: 'plain' };
  const { day, at } = open.opens;
  return { text: `${open.because === undefined ? '现在没有开' : open.because}，${day} ${at} 开`, tone: 'amber' };
}

/** M4 How sure we are of when and where, in one tag where it is the same; empty where both are official. */
export function unsureOf({ hoursStatus, placeStatus }: Pick<MarketHead, 'hoursStatus' | 'placeStatus'>): string[] {
  if (hoursStatus === placeStatus) return hoursStatus === '' ? [] : [`时间和位置：${hoursStatus}`];
  return [hoursStatus === '' ? '' : `时间：${hoursStatus}`, placeStatus === '' ? '' : `位置：${placeStatus}`].filter((text) => text !== '');
}
