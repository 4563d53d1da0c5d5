/** What is said of a circle, to officers and residents alike: states and types. Pure. */
import type { CircleLine, CircleStateName } from '../../../types/contract/circles';
import type { Tone } from '../Tag';

export const stateTag: Readonly<Record<CircleStateName, { readonly text: string; readonly tone: Tone }>> = {
  planned: { text: '规划', tone: 'plain' }, building: { text: '建设中', tone: 'amber' }, built: { text: '已建成', tone: 'brand' }, accepted: { text: '已验收', tone: 'brand' },
};

/** Not yet even the lowest is said only where nothing unchecked could make it that. */
export const typeWords = ({ reached, possible }: Pick<CircleLine, 'reached' | 'possible'>): string => reached ?? (possible === null ? '还不到最低类型' : '还没有定型');
