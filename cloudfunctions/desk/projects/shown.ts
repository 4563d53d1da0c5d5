/** Projects and needs as the contract shows them, to the desk and to everybody alike. */
import { shanghaiDay } from '../../../domain/calendar';
import { lateMilestones, type Milestone } from '../../../domain/project-moves';
import { milestonesOf, reasonsOfProjects, type ProjectRow } from '../../../database/queries/projects';
import type { ProjectLine } from '../../../types/contract/projects';
import type { FormatRules, WorkPlanRules } from '../../../types/rules';
import type { Context } from '../../runtime/action';
import { rememberedRule } from '../../runtime/ruleInForce';

const dayOf = (at: string) => shanghaiDay(Date.parse(at));

export const projectsShown = async (rows: readonly ProjectRow[], context: Pick<Context, 'db' | 'memo' | 'now'>): Promise<ProjectLine[]> => {
  const { db, now } = context;
  const ids = rows.map(({ id }) => id);
  const [milestones, reasons] = [await milestonesOf(db, ids), await reasonsOfProjects(db, ids)];
  const circles = new Map((await db.selectFrom('lz.circle').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]));
  const { body: formats } = await rememberedRule<FormatRules>(context, 'formats');
  const { body: { departments } } = await rememberedRule<WorkPlanRules>(context, 'work-plan');
  const named = (list: readonly { readonly code: string; readonly name: string }[], code: string) => ({ code, name: list.find((one) => one.code === code)?.name ?? code });
  const today = dayOf(now.toISOString());
  return rows.map((row) => {
    const own: Milestone[] = milestones.filter(({ project_id: id }) => id === row.id).map(({ number, name, due, done_at: doneAt }) => ({ number, name, due, doneAt }));
    const late = new Set(lateMilestones(row.state, own, today).map(({ number }) => number));
    return {
      id: row.id, circle: { code: row.circle_id, name: circles.get(row.circle_id) ?? row.circle_id }, format: named(formats.formats, row.format), kind: row.kind, title: row.title,
      department: named(departments, row.department), funding: row.funding, provincial: row.provincial, reasons: [...row.reasons], note: row.note, state: row.state,
      because: row.state === 'dropped' || row.state === 'going' ? reasons.get(row.id) ?? null : null, changedOn: dayOf(row.changed_at),
      milestones: own.map(({ number, name, due, doneAt }) => ({ number, name, due, doneOn: doneAt && dayOf(doneAt), late: late.has(number) })), demo: row.demo,
    };
  });
};
