/** One project: read, made and changed by the district, moved and told of by whoever owns it. */
import { shanghaiDay } from '../../../domain/calendar';
import { moved } from '../../../domain/moves';
import { needsReason, openMilestones, projectMachine, type ProjectAct } from '../../../domain/project-moves';
import { addEntry, entriesOfProject, entryOfSending, highestMilestone, lockProject, milestonesOf, projectById, type ProjectEntry, type ProjectRow } from '../../../database/queries/projects';
import { circleById } from '../../../database/queries/places';
import type { ParsedInput } from '../../../types/contract';
import { reachOf } from '../../../types/permissions';
import type { FormatRules } from '../../../types/rules';
import type { Action, Context } from '../../runtime/action';
import { audit } from '../../runtime/audit';
import { departmentsOf } from '../../runtime/dutyPlaces';
import { refuse } from '../../runtime/refusal';
import { rememberedRule } from '../../runtime/ruleInForce';
import { scopeOf } from '../../runtime/scope';
import { readFacts } from '../circles/facts';
import { circlesWithin } from '../circles/overview';
import { projectsShown } from './shown';

const mostEntries = 50;
const acts = Object.keys(projectMachine) as ProjectAct[];

/** As what the caller has a say in a project: the district in all, an official in those of her department; null: in none. */
const roleIn = ({ duties }: Context['caller'], { department }: Pick<ProjectRow, 'department'>): 'district' | 'department' | null =>
  (duties.some(({ role }) => role === 'district') ? 'district' : duties.some((duty) => duty.department === department) ? 'department' : null);

export const project: Action<'desk.project'> = {
  transaction: false,
  async handle({ id }, context) {
    const { db, caller, settings } = context;
    const row = (await projectById(db, id)) ?? refuse('not_found');
    if (!circlesWithin(await readFacts(context), scopeOf(caller.duties)).has(row.circle_id)) return refuse('out_of_scope');
    const [shown] = await projectsShown([row], context);
    const mine = roleIn(caller, row) !== null;
    return {
      project: shown!, version: row.version,
      history: (await entriesOfProject(db, id, mostEntries)).map(({ act, text, at, by_role: role, by }) => ({ act, text: text ?? null, at, role, mine: by === caller.person })),
      acts: mine ? acts.filter((act) => moved(projectMachine, row.state, act, 'staff') !== null) : [],
      mayChange: reachOf('desk.saveProject', caller.duties.map(({ role }) => role)) !== null && row.state !== 'done', mayNote: mine && row.state !== 'dropped', hotline: settings.hotline,
    };
  },
};

/** The entry of an act; null: this sending was taken before, and the same is answered. */
const enter = async (entry: Pick<ProjectEntry, 'sending' | 'project_id' | 'act' | 'text'> & { readonly detail: object }, row: Pick<ProjectRow, 'department'>, context: Context): Promise<boolean> => {
  const { db, caller, now } = context;
  const role = roleIn(caller, row) ?? refuse('out_of_scope');
  const before = await entryOfSending(db, entry.sending);
  const detail = JSON.stringify(entry.detail);
  if (before) return before.by === caller.person && before.project_id === entry.project_id && before.act === entry.act && before.text === (entry.text ?? null) ? false : refuse('value_invalid', 'sending');
  await addEntry(db, { ...entry, detail, at: now.toISOString(), by: caller.person, by_role: role });
  return true;
};

export const saveProject: Action<'desk.saveProject'> = {
  transaction: true,
  async handle(input, context) {
    const { db, now, settings } = context;
    await check(input, context);
    const { id, seen, milestones } = input;
    const columns = { format: input.format, kind: input.kind, title: input.title, department: input.department, funding: input.funding, provincial: input.provincial, reasons: [...new Set(input.reasons)], note: input.note };
    const at = now.toISOString();
    const before = await lockProject(db, id);
    const sent = await entryOfSending(db, input.sending);
    if (before && sent?.project_id === id) return { id, version: before.version };
    if ((before?.version ?? 0) !== seen) return refuse('project_changed');
    if (before && (before.circle_id !== input.circle || before.state === 'done')) return refuse('project_changed');
    if (before) await db.updateTable('lz.project').set({ ...columns, version: seen + 1, changed_at: at }).where('id', '=', id).execute();
    else await db.insertInto('lz.project').values({ id, circle_id: input.circle, ...columns, state: 'planned', version: 1, created_at: at, changed_at: at, demo: settings.demo }).execute();
    await saveMilestones(id, milestones, context);
    await enter({ sending: input.sending, project_id: id, act: before ? 'change' : 'make', text: null, detail: { ...columns, milestones } }, columns, context);
    await audit(context, before ? 'project.changed' : 'project.made', id, { circle: input.circle, title: input.title });
    return { id, version: seen + 1 };
  },
};

const check = async ({ circle, format, department, milestones }: ParsedInput<'desk.saveProject'>, context: Context): Promise<void> => {
  if (!(await circleById(context.db, circle))) return refuse('unknown_place', 'circle');
  if (!(await rememberedRule<FormatRules>(context, 'formats')).body.formats.some(({ code }) => code === format)) return refuse('unknown_format', 'format');
  if (!(await departmentsOf(context)).some(({ code }) => code === department)) return refuse('value_invalid', 'department');
  const numbers = milestones.flatMap(({ number }) => (number === null ? [] : [number]));
  if (new Set(numbers).size !== numbers.length) return refuse('value_invalid', 'milestones');
};

const saveMilestones = async (project: string, wanted: ParsedInput<'desk.saveProject'>['milestones'], { db, now }: Context): Promise<void> => {
  const there = await milestonesOf(db, [project]);
  for (const { number, done_at: done } of there) {
    if (wanted.some((one) => one.number === number)) continue;
    if (done !== null) return refuse('milestone_done', 'milestones');
    await db.updateTable('lz.milestone').set({ dropped_at: now.toISOString() }).where('project_id', '=', project).where('number', '=', number).execute();
  }
  let next = await highestMilestone(db, project);
  for (const { number, name, due } of wanted) {
    if (number === null && due < shanghaiDay(now.getTime())) return refuse('milestone_past', 'milestones');
    if (number === null) await db.insertInto('lz.milestone').values({ project_id: project, number: (next += 1), name, due, done_at: null, dropped_at: null }).execute();
    else if (!there.some((one) => one.number === number)) return refuse('project_changed');
    else await db.updateTable('lz.milestone').set({ name, due }).where('project_id', '=', project).where('number', '=', number).where('done_at', 'is', null).execute();
  }
};

export const moveProject: Action<'desk.moveProject'> = {
  transaction: true,
  async handle({ sending, id, seen, act, text }, context) {
    const { db, caller, now } = context;
    const row = (await lockProject(db, id)) ?? refuse('not_found');
    if (roleIn(caller, row) === null) return refuse('out_of_scope');
    const before = await entryOfSending(db, sending);
    if (before) return before.project_id === id && before.act === act ? { state: row.state } : refuse('value_invalid', 'sending');
    if (row.version !== seen) return refuse('project_changed');
    const state = moved(projectMachine, row.state, act, 'staff') ?? refuse('decided_already');
    if (needsReason(act) && text === null) return refuse('reason_required', 'text');
    if (state === 'done' && openMilestones((await milestonesOf(db, [id])).map(({ number, name, due, done_at: doneAt }) => ({ number, name, due, doneAt }))).length > 0) return refuse('milestones_open');
    await db.updateTable('lz.project').set({ state, version: seen + 1, changed_at: now.toISOString() }).where('id', '=', id).execute();
    await enter({ sending, project_id: id, act, text, detail: {} }, row, context);
    await audit(context, `project.${act}`, id, { title: row.title, ...(text === null ? {} : { reason: text }) });
    return { state };
  },
};

export const noteProject: Action<'desk.noteProject'> = {
  transaction: true,
  async handle({ sending, id, text, done }, context) {
    const { db, caller, now } = context;
    const row = (await lockProject(db, id)) ?? refuse('not_found');
    if (roleIn(caller, row) === null) return refuse('out_of_scope');
    if (row.state === 'dropped') return refuse('decided_already');
    if (!(await enter({ sending, project_id: id, act: done.length > 0 ? 'milestone' : 'note', text, detail: { done } }, row, context))) return { noted: true };
    const there = await milestonesOf(db, [id]);
    for (const number of new Set(done)) {
      if (!there.some((one) => one.number === number)) return refuse('project_changed');
      await db.updateTable('lz.milestone').set({ done_at: now.toISOString() }).where('project_id', '=', id).where('number', '=', number).where('done_at', 'is', null).execute();
    }
    // a mere line is in nobody's way who changes the project meanwhile
    await db.updateTable('lz.project').set({ version: row.version + (done.length > 0 ? 1 : 0), changed_at: now.toISOString() }).where('id', '=', id).execute();
    await audit(context, 'project.noted', id, { title: row.title, done, note: text });
    return { noted: true };
  },
};
