/** The plan's tasks, what was said of each, what is late and what comes when; and saying how far one is. */
import { lastDayUntil, shanghaiDay } from '../../domain/calendar';
import { calendarOf, circleLateDays, lateTasks, partiesOf, silentParties, type Dated, type Party, type Told } from '../../domain/work-plan';
import { circlesAndStates } from '../../database/queries/circles';
import { allStreets } from '../../database/queries/places';
import { roundDates } from '../../database/queries/rounds';
import { addNote, newestNotes, noteOfSending, type TaskNoteRow } from '../../database/queries/taskNotes';
import type { DeskRole } from '../../types/contract/shared';
import type { TaskParty, WorkPlan } from '../../types/contract/workPlan';
import type { PlanRules, WorkPlanRules } from '../../types/rules';
import type { Action, Context, Duty } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { rememberedRule } from '../runtime/ruleInForce';
import { scopeOf } from '../runtime/scope';

const mostNotes = 5;
const dayOf = (iso: string) => shanghaiDay(Date.parse(iso));

export const workPlan: Action<'desk.workPlan'> = {
  transaction: false,
  async handle(_input, context) {
    const { db, caller, now, settings } = context;
    const [rules, { phases }] = [(await rememberedRule<WorkPlanRules>(context, 'work-plan')).body, (await rememberedRule<PlanRules>(context, 'plan')).body];
    const [streets, notes] = [await allStreets(db), await newestNotes(db, mostNotes)];
    const [circles, rounds] = [await circlesAndStates(db), await roundDates(db)];
    const today = shanghaiDay(now.getTime());
    const told = toldBy(notes);
    const scope = scopeOf(caller.duties);
    return {
      asOf: now.toISOString(),
      tasks: rules.tasks.map((task) => {
        const parties = partiesOf(rules, task, streets).map((party) => partyShown(party, notes.filter((note) => note.task === task.code && isOf(note, party)), caller));
        const { code, clause, title, text } = task;
        return { code, clause, title, text, phase: { ...phases.find(({ name }) => name === task.phase)! }, done: parties.filter(({ notes: [newest] }) => newest?.state === 'done').length, parties };
      }),
      late: {
        tasks: lateTasks(rules, phases, streets, told, today).map(({ waiting, ...late }) => ({ ...late, title: rules.tasks.find(({ code }) => code === late.task)!.title, waiting: [...waiting] })),
        silent: silentParties(rules, phases, streets, told, today).map(({ name, days }) => ({ name, days })),
        circles: circles.filter((circle) => scope === null || circle.streets.some((street) => scope.includes(street))).flatMap(({ id, name, due, state }) => {
          const days = circleLateDays(due, state, today);
          return days === null ? [] : [{ id, name, due, days }];
        }),
      },
      calendar: calendarOf(datedThings(phases, circles, rounds)).map(({ month, things }) => ({ month, things: [...things] })),
      silentDays: { ...rules.silentDays },
      everyTask: rules.everyTask.clause,
      rule: { title: rules.title, version: rules.version, source: rules.source },
      hotline: settings.hotline,
    };
  },
};

const isOf = (note: Pick<TaskNoteRow, 'department' | 'street_code'>, { department, street }: Pick<Party, 'department' | 'street'>) => note.department === department && note.street_code === street;

/** The newest of each task and party; they come the newest first. */
const toldBy = (notes: readonly TaskNoteRow[]): Told[] => {
  const newest = new Map<string, Told>();
  for (const { task, department, street_code: street, state, at } of notes) {
    const key = `${task} ${department} ${street}`;
    if (!newest.has(key)) newest.set(key, { task, department, street, state, day: dayOf(at) });
  }
  return [...newest.values()];
};

const partyShown = (party: Party, notes: readonly TaskNoteRow[], { duties, person }: Context['caller']): TaskParty => ({
  ...party, mayNote: roleFor(duties, party) !== null,
  notes: notes.map(({ state, text, at, by, by_role: role }) => ({ state, text, at, role, mine: by === person })),
});

const datedThings = (phases: PlanRules['phases'], circles: Awaited<ReturnType<typeof circlesAndStates>>, rounds: Awaited<ReturnType<typeof roundDates>>): WorkPlan['calendar'][number]['things'] => {
  const inPlan = [
    ...phases.flatMap(({ name, from, to }): Dated[] => [{ day: from, kind: 'phaseBegins', name }, { day: to, kind: 'phaseEnds', name }]),
    ...circles.map(({ name, due }): Dated => ({ day: due, kind: 'circleDue', name })),
  ];
  const ofRounds = rounds.flatMap(({ title, opens_at: opens, closes_at: closes, releases, demo }) => [
    { day: dayOf(opens), kind: 'roundOpens' as const, name: title, demo }, { day: lastDayUntil(closes), kind: 'roundCloses' as const, name: title, demo },
    ...releases.map(({ at }) => ({ day: dayOf(at), kind: 'release' as const, name: title, demo })),
  ]);
  return [...inPlan.map((thing) => ({ ...thing, demo: false })), ...ofRounds];
};

/** As what the caller may speak for a party: an officer of a street for that street, an official for her department, the district for anybody; null: she may not. */
const roleFor = (duties: readonly Duty[], { department, street }: Pick<Party, 'department' | 'street'>): DeskRole | null => {
  if (street !== null && duties.some((duty) => duty.role === 'street' && duty.street === street)) return 'street';
  if (street === null && duties.some((duty) => duty.department === department)) return 'department';
  return duties.some(({ role }) => role === 'district') ? 'district' : null;
};

export const noteTask: Action<'desk.noteTask'> = {
  transaction: true,
  async handle({ sending, task: code, department, street, state, text }, context) {
    const { db, caller, now } = context;
    const role = roleFor(caller.duties, { department, street }) ?? refuse('out_of_scope');
    const { body: rules } = await rememberedRule<WorkPlanRules>(context, 'work-plan');
    const task = rules.tasks.find((one) => one.code === code) ?? refuse('value_invalid', 'task');
    if (!partiesOf(rules, task, await allStreets(db)).some((party) => isOf({ department, street_code: street }, party))) return refuse('value_invalid', 'department');
    const row = { task: code, department, street_code: street, state, text, by: caller.person };
    if (await addNote(db, { sending, ...row, at: now.toISOString(), by_role: role })) await audit(context, 'task.noted', code, { department, street, state, text });
    else {
      const before = await noteOfSending(db, sending);
      if (!before || Object.entries(row).some(([key, value]) => before[key as keyof typeof row] !== value)) return refuse('value_invalid', 'sending');
    }
    return { noted: true };
  },
};
