/** What the desk's codes are called. */
import type { Tone } from '../../components/Tag';
import type { Progress, ProgressRow } from '../../../types/contract/desk';
import type { Fact, Facts, Role } from '../../../types/contract/shared';

export const paceWords: Readonly<Record<ProgressRow['pace'], { readonly text: string; readonly tone: Tone }>> = {
  enough: { text: '够了', tone: 'brand' },
  on_track: { text: '正常', tone: 'plain' },
  slow: { text: '偏慢', tone: 'amber' },
  behind: { text: '落后', tone: 'red' },
};

/** Where the number stands that each community should reach. */
export const targetWords: Readonly<Record<NonNullable<Progress['round']>['targetFrom'], string>> = {
  method: '每社区目标份数：算法文件，项目拟定',
  census: '目标份数：总数按算法文件（项目拟定），照人口表分到各社区',
  round: '每社区目标份数：这一轮的轮次文件',
};

/** Answers of the other source, where there are any: they don't count towards the target. */
export const besideWords = (own: 'drawn' | 'open', beside: number): string | null =>
  (beside === 0 ? null : own === 'drawn' ? `上面只数抽样的（凭信上的码）。海报上另有 ${beside} 份，自愿参与，不算在目标里。` : `另有 ${beside} 份抽样的，不算在目标里。`);

export const roleWords: Readonly<Record<Role, string>> = { street: '街道专干', district: '专班人员', oversight: '上级监督人员' };

/** 东大街街道专干 · 区商务局专班人员 · 上级监督人员 */
export const dutyName = (role: Role, street: { readonly name: string } | null): string =>
  role === 'oversight' ? roleWords.oversight : role === 'street' ? `${street?.name ?? '街道'}专干` : `区商务局${roleWords.district}`;

/** What each role may do; none can open an answer. */
export const roleDuties: Readonly<Record<Role, readonly string[]>> = {
  street: ['看本街道每个社区收了多少份问卷', '审核本街道的网点登记', '打印本街道各社区的海报', '做协助填写的链接'],
  district: ['看全区每个社区收了多少份问卷', '审核全区的网点登记', '打印各社区的海报', '做协助填写的链接', '看居民写的话（至少十条一批，不知道是谁）', '给同事发邀请码'],
  oversight: ['看「有人要求我怎么填」的反映：哪一天、哪个社区'],
};

export const factWords: readonly { readonly name: keyof Facts; readonly text: string }[] = [
  { name: 'cash', text: '收现金' },
  { name: 'stepFree', text: '无台阶' },
  { name: 'seats', text: '有座' },
  { name: 'staffed', text: '人工服务' },
];
export const factStates: Readonly<Record<Fact, string>> = { yes: '是', no: '否', unknown: '没有填' };

/** 等了不到 1 小时 · 等了 5 小时 · 等了 3 天 */
export const waited = (hours: number): string => (hours < 1 ? '等了不到 1 小时' : hours < 48 ? `等了 ${hours} 小时` : `等了 ${Math.floor(hours / 24)} 天`);

/** 南苑社区 → 南苑, under a heading that says 社区 already. */
export const shortName = (community: string): string => community.replace(/社区$/, '') || community;
