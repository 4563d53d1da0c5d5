/** The cast of the demonstration: roles, not people. Each has a session of a fixed name and a place to begin. */
import type { Role } from '../../types/contract/shared';

export interface CastMember {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  /** 12-digit code of the community she begins in. */
  readonly community: string;
  readonly duty: { readonly role: Role; readonly street?: string; readonly community?: string; readonly department?: string } | null;
  /** Page the link opens, without query. */
  readonly page: string;
}

const nanyuan = '620602001001';
const ronghua = '620602007001';

export const cast: readonly CastMember[] = [
  { name: 'elder', title: '老年居民', hint: '东大街街道·南苑社区，70 多岁：找裁缝、说满意', community: nanyuan, duty: null, page: 'pages/home/index' },
  { name: 'young', title: '青年居民', hint: '荣华街街道·荣华社区：看现在谁家开门', community: ronghua, duty: null, page: 'pages/home/index' },
  { name: 'noodles', title: '面馆店主', hint: '有执照，登记自己的网点', community: nanyuan, duty: null, page: 'packages/merchant/mine/index' },
  { name: 'cobbler', title: '修鞋摊主', hint: '没有执照，也能进图', community: nanyuan, duty: null, page: 'packages/merchant/mine/index' },
  { name: 'street', title: '街道专干', hint: '东大街街道：看进度、审网点、印海报', community: nanyuan, duty: { role: 'street', street: '620602001' }, page: 'packages/desk/progress/index' },
  { name: 'community', title: '社区工作人员', hint: '南苑社区：上门核实、协助填写、填本社区的数', community: nanyuan, duty: { role: 'community', community: nanyuan }, page: 'packages/desk/progress/index' },
  { name: 'department', title: '部门人员', hint: '区住建局：看进度，记自己的任务和项目', community: nanyuan, duty: { role: 'department', department: 'housing' }, page: 'packages/desk/circles/index' },
  { name: 'district', title: '专班人员', hint: '区商务局：全区进度、发邀请码', community: nanyuan, duty: { role: 'district' }, page: 'packages/desk/progress/index' },
  { name: 'administrator', title: '系统管理员', hint: '发邀请码、结束身份、看操作记录', community: nanyuan, duty: { role: 'administrator' }, page: 'packages/desk/invites/index' },
  { name: 'oversight', title: '监督人员', hint: '上级单位：只看「有人要求我怎么填」的反映', community: nanyuan, duty: { role: 'oversight' }, page: 'packages/desk/pressure/index' },
];
