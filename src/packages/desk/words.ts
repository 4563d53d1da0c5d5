/** What the desk's codes are called. */
import type { Tone } from '../../components/Tag';
import type { RulesShown } from '../../../types/contract/circles';
import type { Progress, ProgressRow } from '../../../types/contract/desk';
import type { Sameness } from '../../../types/contract/merchant';
import type { Fact, Facts, Role, Topic } from '../../../types/contract/shared';

export const paceWords: Readonly<Record<ProgressRow['pace'], { readonly text: string; readonly tone: Tone }>> = {
  enough: { text: '够了', tone: 'brand' },
  on_track: { text: '正常', tone: 'plain' },
  slow: { text: '偏慢', tone: 'amber' },
  behind: { text: '落后', tone: 'red' },
};

export const topicWords: Readonly<Record<Topic, string>> = { satisfaction: '满意度问卷', needs: '“缺什么”问卷' };

/** Where the number stands that each community should reach. */
export const targetWords: Readonly<Record<NonNullable<Progress['round']>['targetFrom'], string>> = {
  method: '每社区目标份数：算法文件，项目拟定',
  census: '目标份数：总数按算法文件（项目拟定），照人口表分到各社区',
  round: '每社区目标份数：这一轮的轮次文件',
};

/** Answers of the other source, where there are any: they don't count towards the target. */
export const besideWords = (own: 'drawn' | 'open', beside: number): string | null =>
  (beside === 0 ? null : own === 'drawn' ? `上面只数抽样的（凭信上的码）。海报上另有 ${beside} 份，自愿参与，不算在目标里。` : `另有 ${beside} 份抽样的，不算在目标里。`);

export const roleWords: Readonly<Record<Role, string>> = {
  community: '社区工作人员', street: '街道专干', department: '部门人员', district: '专班人员', administrator: '系统管理员', oversight: '上级监督人员',
};

interface Named { readonly name: string }
export interface DutyShown { readonly role: Role; readonly street: Named | null; readonly community: Named | null; readonly department: Named | null }

/** 南苑社区工作人员 · 东大街街道专干 · 区住建局人员 · 区商务局专班人员 · 系统管理员 · 上级监督人员 */
export const dutyName = ({ role, street, community, department }: DutyShown): string => {
  if (role === 'community') return `${community?.name ?? '社区'}工作人员`;
  if (role === 'street') return `${street?.name ?? '街道'}专干`;
  if (role === 'department') return `${department?.name ?? '部门'}人员`;
  return role === 'district' ? `区商务局${roleWords.district}` : roleWords[role];
};

/** Who wrote a line, where no more is known of him than his role. */
export const writtenBy = ({ mine, role }: { readonly mine: boolean; readonly role: Role }): string => (mine ? '您' : roleWords[role]);

/** What each role may do (types/permissions), in words; none can open an answer. */
export const roleDuties: Readonly<Record<Role, readonly string[]>> = {
  community: ['看本社区收了多少份问卷', '做协助填写的链接，帮没有手机的人填', '上门核实本社区的网点，做社区见证', '清点本社区的业态，填人口这些数'],
  street: ['看本街道每个社区收了多少份问卷', '审核本街道的网点登记', '打印本街道各社区的海报', '做协助填写的链接', '给本街道的社区工作人员发邀请码'],
  department: ['看各个生活圈到了哪一步、缺什么', '记自己部门的任务进展'],
  district: ['看全区每个社区收了多少份问卷', '审核全区的网点登记', '打印各社区的海报', '做协助填写的链接', '看居民写的话（至少十条一批，不知道是谁）', '给同事发邀请码，看操作记录'],
  administrator: ['发邀请码、结束身份', '看操作记录', '看不到居民写的话，也不能审网点'],
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

export const samenessWords: Readonly<Record<Sameness, string>> = { possible: '可能是同一家', likely: '很可能是同一家', sure: '应该就是同一家' };

/** The first 16 digits of a hash, in fours, to be held against another. */
export const fingerprint = (hash: string): string => hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');

/** How a table is laid out, of its template. */
export const laidOutWords = (form: RulesShown['tables'][number]['form']): string => (form ? `按表样「${form.file.replace(/\.xlsx$/i, '')}」填（${form.status}）` : '由系统排版');
