/** What residents are told of how far the circles are. Pure. */
import type { Circles } from '../../../../types/contract/circles';

type Shown = Circles['circles'][number];
const isBuilt = ({ state }: Pick<Shown, 'state'>) => state === 'built' || state === 'accepted';

/** 八个圈 in one sentence: how many are built, how many are late. */
export function summaryWords(circles: readonly Pick<Shown, 'state' | 'lateDays'>[]): string {
  const built = circles.filter(isBuilt).length;
  const late = circles.filter(({ lateDays }) => lateDays !== null).length;
  return `一共 ${circles.length} 个生活圈，${built === 0 ? '还没有建成的' : `建成了 ${built} 个`}。${late === 0 ? '' : `有 ${late} 个过了方案要求的日子，还没有建成。`}`;
}

export const dueWords = ({ state, dueText, lateDays }: Pick<Shown, 'state' | 'dueText' | 'lateDays'>): string => {
  if (isBuilt({ state })) return `方案要求${dueText}建成，已经建成。`;
  return lateDays === null ? `方案要求${dueText}建成。` : `方案要求${dueText}建成，已经晚了 ${lateDays} 天。`;
};

/** 南苑社区、大众社区 → 南苑、大众 */
export const communityWords = ({ communities, communitiesStatus }: Pick<Shown, 'communities' | 'communitiesStatus'>): string =>
  `社区（${communitiesStatus}）：${communities.map(({ name }) => name.replace(/社区$/, '')).join('、')}`;

/** Her own first, the others as the plan lists them. */
export const ownFirst = <T extends { readonly id: string }>(circles: readonly T[], own: string | undefined): T[] =>
  [...circles.filter(({ id }) => id === own), ...circles.filter(({ id }) => id !== own)];
