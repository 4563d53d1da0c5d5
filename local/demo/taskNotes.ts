/** What departments and a street said of the plan's tasks in the demonstration. Invented, and each says so: a note goes into reports, which have no other mark for it. */
import type { TaskState } from '../../domain/work-plan';
import { divisions } from '../../rules';
import type { Host } from '../host';
import { chanceFrom } from './random';

const dayMs = 86_400_000;
const street = divisions.streets[0]!.code;

interface DemoNote { readonly task: string; readonly department: string; readonly street?: string; readonly state: TaskState; readonly daysAgo: number; readonly text: string }

const notes: readonly DemoNote[] = [
  { task: 'layout', department: 'commerce', state: 'done', daysAgo: 70, text: '八个圈的网点摸排名单已载入，重名的已并。' },
  { task: 'layout', department: 'streets', street, state: 'done', daysAgo: 50, text: '七个社区的业态都清点过，缺维修点的两处已报专班。' },
  { task: 'doorstep', department: 'commerce', state: 'going', daysAgo: 80, text: '早餐、维修补位名单已定。' },
  { task: 'doorstep', department: 'commerce', state: 'going', daysAgo: 18, text: '南苑社区的修鞋配钥匙已谈妥，等腾房。' },
  { task: 'doorstep', department: 'housing', state: 'stuck', daysAgo: 25, text: '西大街菜市场改造的设计还在等消防意见。' },
  { task: 'six-ones', department: 'civil-affairs', state: 'going', daysAgo: 12, text: '社区食堂早餐已开卖，老年助餐点还差两处。' },
  { task: 'smart', department: 'commerce', state: 'going', daysAgo: 9, text: '地图上的网点在核实，进图率每周报一次。' },
];

/** Done again it changes nothing. */
export const demoTaskNotes = async ({ database: { owner } }: Host, now: Date, seed: number): Promise<void> => {
  const chance = chanceFrom(seed);
  const rows = notes.map(({ task, department, street: of = null, state, daysAgo, text }) => ({
    sending: chance.uuid(), task, department, street_code: of, state, text: `演示：${text}`, at: new Date(now.getTime() - daysAgo * dayMs).toISOString(), by: 'demo', by_role: of === null ? 'department' as const : 'street' as const,
  }));
  await owner.insertInto('lz.task_note').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
};
