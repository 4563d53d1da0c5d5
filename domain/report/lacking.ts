/**
 * 还缺什么: what stands between a circle and its acceptance (方案 五 第三阶段), as far as the system knows.
 *
 * L1 Every line follows from the snapshot; nothing is judged that was not published or verified.
 * L2 What the system can't have, since nobody gave it, is said to be wanted from elsewhere.
 * L3 What is told as not filled in is what somebody can fill in: what may be left empty, or follows from something else, is not among it.
 */
import type { ProjectLine } from '../../types/contract/projects';
import { shanghaiDay } from '../calendar';
import { milestoneWords, projectStateWords } from '../project-words';
import { enteredFields } from '../figures/entered';
import { percent } from '../figures/words';
import { lateTasks } from '../work-plan';
import { definitionOf, placesOf, valueOf, type ReportGiven } from './given';
import { dueOf, lateOf, stateOf } from './circleState';

export interface Lacking { readonly about: string; readonly items: readonly string[] }

export const lackingOf = (given: ReportGiven, circle: string): Lacking[] => {
  const { plan, rules, sheet, workPlan } = given;
  const place = placesOf(given, 'circle').find(({ id }) => id === circle);
  if (!place) throw new Error(`the snapshot has no circle ${circle}`);
  const textOf = (code: string) => { const value = valueOf(place, code); return value.kind === 'text' ? value.text : ''; };
  const entered = enteredFields.filter(({ code, optional }) => !optional && valueOf(place, code).kind === 'unknown');
  const checked = valueOf(place, 'checked');
  const state = stateOf(place);
  const late = lateOf(given, place);
  const [target, type] = [textOf('target'), textOf('type')];
  const wanted = sheet.circles.find((one) => one.circle === circle)?.target ?? null;
  const mapping = plan.circles.find(({ id }) => id === circle)?.communitiesStatus;
  const streets = placesOf(given, 'street').map(({ id, name }) => ({ code: id, name }));
  const overdue = workPlan && sheet.record ? lateTasks(workPlan, plan.phases, streets, sheet.record.workPlan.told, shanghaiDay(sheet.at)) : [];
  return [
    { about: '建设状态', items: state === 'built' || state === 'accepted' ? [] : [`专班记的是「${textOf('state')}」，还没有记为已建成；方案要求 ${dueOf(given, place)} 建成${late === null ? '' : `，已过 ${late} 天`}。`] },
    { about: '类型', items: wanted !== null && type === wanted && textOf('missing') === '没有缺项' ? [] : [`目标${target || '没有写'}，现在${type}。`, `${textOf('missing')}。`] },
    { about: '清点', items: checked.kind === 'number' && checked.value === 1 ? [] : [`清点只做了 ${checked.kind === 'number' ? `${percent(checked.value)}（${checked.note ?? ''}）` : '一部分'}：没有清点的业态不能说没有。`] },
    { about: '满意度', items: satisfactionLacks(given, place) },
    { about: '没有做完的项目', items: unfinished(sheet.record?.projects ?? [], circle) },
    { about: '没有填的数', items: entered.map(({ code, name }) => { const value = valueOf(place, code); return `${name}：${value.kind === 'unknown' ? value.why : ''}`; }) },
    { about: '拖期的任务（全区）', items: overdue.map(({ task, days, waiting }) => `${workPlan?.tasks.find(({ code }) => code === task)?.title ?? task}：拖了 ${days} 天，还有 ${waiting.length} 家没有说办完`) },
    {
      about: '待核和示例',
      items: [...(mapping === '待核' ? ['圈里有哪些社区是项目建议的，请专班核定。'] : []), ...rules.filter(({ status }) => status === '示例' || status === '待核').map(({ title, version, status }) => `${title}（${version}）是${status}，要换成正式的。`)],
    },
    {
      about: '系统里没有、要另附的',
      items: ['《城市一刻钟便民生活圈建设指南》的验收表和部门验收意见（方案 五 第三阶段）。', '各表的填报人、审核人签字和盖章。', ...(given.snapshot.demo ? ['真实数据：这个快照里有演示数据，不能用来验收。'] : [])],
    },
  ].filter(({ items }) => items.length > 0);
};

const unfinished = (projects: readonly ProjectLine[], circle: string): string[] =>
  projects.filter((project) => project.circle.code === circle && (project.state === 'planned' || project.state === 'going'))
    .map(({ title, department, state, milestones }) => [`${title}（${department.name}负责）：${projectStateWords[state]}`, ...milestones.filter(({ late }) => late).map(milestoneWords)].join('；').concat('。'));

const satisfactionLacks = (given: ReportGiven, place: ReturnType<typeof placesOf>[number]): string[] => {
  const target = `目标 ${percent(given.plan.satisfactionTarget)}`;
  const value = valueOf(place, 'satisfaction');
  if (value.kind === 'unknown') return [`${value.why}，没有数可以对照（${target}）。`];
  const [verdict, used] = [valueOf(place, 'satisfaction-verdict'), given.sheet.record?.releases.find(({ used: one, place: kind, id }) => one && kind === 'circle' && id === place.id)];
  const reached = verdict.kind === 'text' && verdict.text === '达到';
  return [
    ...(reached ? [] : [`发布的是 ${value.kind === 'number' ? value.shown ?? percent(value.value) : value.text}，${value.kind === 'number' ? value.note ?? '' : ''}，结论：${verdict.kind === 'text' ? verdict.text : '没有'}（${target}）。`]),
    ...(used?.kind === 'interim' ? [`用的是中期数，最终结果还没有发布（${definitionOf(given, 'satisfaction').formula}）。`] : []),
  ];
};
