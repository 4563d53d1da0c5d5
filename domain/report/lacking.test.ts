import { classification, evaluation, formats, method, plan, workPlan } from '../../rules';
import type { ProjectLine } from '../../types/contract/projects';
import type { Facts } from '../figures/facts';
import type { FrozenRecord } from '../figures/record';
import { sheetOf } from '../figures/sheet';
import type { ReportGiven } from './given';
import { lackingOf } from './lacking';

const now = Date.parse('2026-11-29T04:00:00Z');
const facts = (change: Partial<Facts> = {}): Facts => ({
  at: now, freshDays: 90, recheckDays: 180, streets: [{ code: 's1', name: '一街' }], communities: [{ code: 'c1', name: '甲社区', street: 's1' }],
  circles: [{ id: 'xidajie', name: '西大街生活圈', communities: ['c1'], targets: ['品质型'], state: 'building' }],
  outlets: [], marks: [], entered: [], satisfaction: [], needs: [], needRules: method.needs!,
  formats: { hash: 'f', body: formats }, plan: { hash: 'p', body: plan }, classification: { hash: 'c', body: classification }, evaluation: { hash: 'e', body: evaluation }, others: [], ...change,
});
const project = (change: Partial<ProjectLine>): ProjectLine => ({
  id: 'p', circle: { code: 'xidajie', name: '西大街生活圈' }, format: { code: 'repair', name: '维修点' }, kind: 'attract', title: '引进维修点', department: { code: 'housing', name: '区住建局' }, funding: 'enterprise', provincial: false,
  reasons: [], note: '正在找地方', state: 'going', because: null, changedOn: '2026-11-01', milestones: [], demo: false, ...change,
});
const record = (change: Partial<FrozenRecord> = {}): FrozenRecord => ({ workPlan: { rule: 'w', told: [] }, releases: [], steps: [], projects: [], ...change });
const given = (of: Facts = facts(), frozen: FrozenRecord | null = record(), demo = false): ReportGiven => ({
  snapshot: { name: '十一月底', at: new Date(now).toISOString(), hash: 'ab', demo }, sheet: { ...sheetOf(of), ...(frozen ? { record: frozen } : {}) }, plan, classification, formats, workPlan, rules: [classification, plan], linkOf: () => '',
});
const about = (of: ReportGiven, what: string) => lackingOf(of, 'xidajie').find((part) => part.about === what)?.items;

test('L1 a circle that is not built says so with its due day and how late it is; one that is built says nothing of it', () => {
  expect(about(given(), '建设状态')).toEqual([expect.stringMatching(/^专班记的是「建设中」.*方案要求 2024-12-31 建成，已过 698 天。$/)]);
  const [circle] = facts().circles;
  expect(about(given(facts({ circles: [{ ...circle!, state: 'built' }] })), '建设状态')).toBeUndefined();
});
test('L1 what was not checked is not called missing', () => {
  expect(about(given(), '清点')![0]).toContain('没有清点的业态不能说没有');
  expect(about(given(), '类型')!.join()).toContain('未核');
});
test('L1 without a release there is no number to compare, and the target stands beside it', () => {
  expect(about(given(), '满意度')).toEqual(['还没有发布过，没有数可以对照（目标 90.0%）。']);
});
test('L1 projects under way, with what is late of them; not those that ended, nor those of another circle', () => {
  const late = { number: 1, name: '开门', due: '2026-11-01', doneOn: null, late: true };
  const projects = [project({ milestones: [late, { ...late, number: 2, name: '装修', due: '2027-01-01', late: false }] }), project({ id: 'd', state: 'done' }), project({ id: 'o', circle: { code: 'dongdajie', name: '东大街生活圈' } })];
  expect(about(given(facts(), record({ projects })), '没有做完的项目')).toEqual(['引进维修点（区住建局负责）：推进中；开门：应在 2026-11-01 完成，晚了。']);
});
test('L2 what nobody filled in is named; papers from elsewhere are always wanted; a demonstration is never enough', () => {
  expect(about(given(), '没有填的数')!.some((line) => line.startsWith('常住人口'))).toBe(true);
  expect(about(given(), '系统里没有、要另附的')).toHaveLength(2);
  expect(about(given(facts(), record(), true), '系统里没有、要另附的')![2]).toContain('演示数据');
});
test('a snapshot from before records were frozen says what it can', () => {
  expect(lackingOf(given(facts(), null), 'xidajie').map((part) => part.about)).not.toContain('拖期的任务（全区）');
  expect(() => lackingOf(given(), 'moon')).toThrow('no circle moon');
});
