/** Projects of the demonstration: what its circles lack and what is done about it. Invented, and marked so. */
import type { Host } from '../host';
import { chanceFrom } from './random';

const dayMs = 86_400_000;
const by = 'demo';

interface DemoProject {
  readonly circle: string; readonly format: string; readonly kind: 'build' | 'renovate' | 'attract' | 'combine'; readonly title: string; readonly department: string; readonly funding: 'government' | 'enterprise' | 'both';
  readonly reasons: readonly ('gap' | 'asked' | 'wished')[]; readonly note: string; readonly state: 'planned' | 'going' | 'done' | 'dropped'; readonly why?: string;
  /** Days from now until each is due; `done`: it is. */
  readonly milestones: readonly { readonly name: string; readonly due: number; readonly done?: boolean }[];
}

const projects: readonly DemoProject[] = [
  {
    circle: 'dongdajie', format: 'repair', kind: 'attract', title: '南苑社区引进修鞋配钥匙', department: 'commerce', funding: 'enterprise', reasons: ['asked'], note: '便民服务站旁边腾一间房，请修鞋师傅进来，一周开六天。', state: 'going',
    milestones: [{ name: '腾出房子', due: -30, done: true }, { name: '师傅进场', due: 20 }],
  },
  {
    circle: 'dongdajie', format: 'breakfast', kind: 'combine', title: '社区食堂加卖早餐', department: 'civil-affairs', funding: 'both', reasons: ['asked', 'wished'], note: '社区食堂早上六点半起卖早餐，七十岁以上有优惠。', state: 'done',
    milestones: [{ name: '添灶台', due: -60, done: true }, { name: '早餐开卖', due: -40, done: true }],
  },
  {
    circle: 'xidajie', format: 'wet-market', kind: 'renovate', title: '西大街菜市场改造', department: 'housing', funding: 'government', reasons: ['gap'], note: '换顶棚、修地面、加无障碍坡道，改造期间旁边有临时摊位。', state: 'going',
    milestones: [{ name: '定方案', due: -20 }, { name: '开工', due: 40 }, { name: '完工', due: 150 }],
  },
  {
    circle: 'huochezhanjie', format: 'breakfast', kind: 'build', title: '火车站街新建早餐亭', department: 'city-management', funding: 'government', reasons: ['wished'], note: '原想在广场边建早餐亭。', state: 'dropped', why: '广场要修路，改为请沿街小店加卖早餐。',
    milestones: [{ name: '选址', due: -50, done: true }],
  },
];

/** Done again it changes nothing. */
export const demoProjects = async ({ database: { owner } }: Host, now: Date, seed: number): Promise<void> => {
  const chance = chanceFrom(seed);
  const at = (days: number) => new Date(now.getTime() + days * dayMs).toISOString();
  const known = new Set((await owner.selectFrom('lz.circle').select('id').execute()).map(({ id }) => id));
  for (const project of projects.filter(({ circle }) => known.has(circle))) {
    const id = chance.uuid();
    const { numInsertedOrUpdatedRows: added } = await owner.insertInto('lz.project').values({
      id, circle_id: project.circle, format: project.format, kind: project.kind, title: project.title, department: project.department, funding: project.funding, provincial: project.funding !== 'enterprise', reasons: [...project.reasons],
      note: project.note, state: project.state, version: 1, created_at: at(-90), changed_at: at(-12), demo: true,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow();
    if (added === 0n) continue;
    await owner.insertInto('lz.milestone').values(project.milestones.map(({ name, due, done }, i) => ({ project_id: id, number: i + 1, name, due: at(due).slice(0, 10), done_at: done ? at(due - 2) : null, dropped_at: null }))).execute();
    const acts = [{ act: 'make' as const, text: null, days: -90 }, ...(project.state === 'planned' ? [] : [{ act: 'start' as const, text: null, days: -80 }]),
      ...(project.state === 'done' ? [{ act: 'finish' as const, text: null, days: -12 }] : []), ...(project.why ? [{ act: 'drop' as const, text: project.why, days: -12 }] : [])];
    await owner.insertInto('lz.project_entry').values(acts.map(({ act, text, days }) => ({ sending: chance.uuid(), project_id: id, act, text, detail: '{}', at: at(days), by, by_role: 'district' as const }))).execute();
  }
};
