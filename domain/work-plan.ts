/**
 * The plan's tasks against the calendar: who answers for each, what is late, what comes when.
 *
 * W1 A task is answered for by the departments its paragraph names and, each for itself, by every street (方案 四（一）).
 * W2 A task is done when the newest note of each of them says so. It is late once its phase is past and it isn't.
 * W3 Who has a task that is not done and said nothing for more than the days of the rule is silent;
 *    who never said anything counts from the day its first such task's phase began.
 * W4 A circle is late once its due day is past and it is not built.
 * W5 The calendar names the days themselves, by month, the earliest first.
 */
import type { PlanRules, PlanTask, WorkPlanRules } from '../types/rules';
import type { CircleState } from './figures/facts';

export interface Street { readonly code: string; readonly name: string }
/** Who answers for a task: a department, or one of the streets. */
export interface Party { readonly department: string; readonly street: string | null; readonly name: string }
export type TaskState = 'going' | 'done' | 'stuck';
export const taskStateWords: Readonly<Record<TaskState, string>> = { going: '在办', done: '办完了', stuck: '有困难' };
/** The newest note of a party on a task. `day` in Liangzhou. */
export interface Told { readonly task: string; readonly department: string; readonly street: string | null; readonly state: TaskState; readonly day: string }
type Phases = Pick<PlanRules, 'phases'>['phases'];

const dayMs = 86_400_000;
export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** W1, in the plan's order, streets last. */
export const partiesOf = ({ departments, everyTask }: WorkPlanRules, task: PlanTask, streets: readonly Street[]): Party[] => {
  const named = departments.filter(({ code }) => code !== everyTask.department && task.departments.includes(code)).sort((a, b) => task.departments.indexOf(a.code) - task.departments.indexOf(b.code));
  return [...named.map(({ code, name }) => ({ department: code, street: null, name })), ...streets.map(({ code, name }) => ({ department: everyTask.department, street: code, name }))];
};

const same = (a: Pick<Party, 'department' | 'street'>, b: Pick<Party, 'department' | 'street'>) => a.department === b.department && a.street === b.street;
const isDone = (told: readonly Told[], task: string, party: Party) => told.some((one) => one.task === task && same(one, party) && one.state === 'done');
const phaseOf = (phases: Phases, name: string) => {
  const phase = phases.find((one) => one.name === name);
  if (!phase) throw new Error(`the plan has no phase ${name}`);
  return phase;
};

export interface LateTask { readonly task: string; readonly due: string; readonly days: number; /** Names of who has not said that it is done. */ readonly waiting: readonly string[] }
/** W2. */
export const lateTasks = (rules: WorkPlanRules, phases: Phases, streets: readonly Street[], told: readonly Told[], today: string): LateTask[] =>
  rules.tasks.flatMap((task) => {
    const due = phaseOf(phases, task.phase).to;
    const waiting = partiesOf(rules, task, streets).filter((party) => !isDone(told, task.code, party)).map(({ name }) => name);
    return today > due && waiting.length > 0 ? [{ task: task.code, due, days: daysFrom(due, today), waiting }] : [];
  });

export interface Silent extends Party { /** Since its newest note; null: it never said anything. */ readonly days: number | null }
const longest = Number.MAX_SAFE_INTEGER;
/** W3, those who never said anything first, then the longest silent. */
export const silentParties = (rules: WorkPlanRules, phases: Phases, streets: readonly Street[], told: readonly Told[], today: string): Silent[] => {
  const begun = new Map<string, { readonly party: Party; readonly from: string }>();
  for (const task of rules.tasks) {
    for (const party of partiesOf(rules, task, streets)) {
      if (isDone(told, task.code, party)) continue;
      const key = `${party.department} ${party.street}`;
      const from = phaseOf(phases, task.phase).from;
      const known = begun.get(key);
      if (!known || from < known.from) begun.set(key, { party, from });
    }
  }
  return [...begun.values()].flatMap(({ party, from }): Silent[] => {
    const last = told.filter((one) => same(one, party)).map(({ day }) => day).sort().pop();
    const days = daysFrom(last ?? from, today);
    return days > rules.silentDays.value ? [{ ...party, days: last === undefined ? null : days }] : [];
  }).sort((a, b) => (b.days ?? longest) - (a.days ?? longest));
};

/** W4. Days since the day it was due; null while it is not past or where it was built. */
export const circleLateDays = (due: string, state: CircleState, today: string): number | null => {
  const days = daysFrom(due, today);
  return state === 'built' || state === 'accepted' || days <= 0 ? null : days;
};

export type DatedKind = 'phaseBegins' | 'phaseEnds' | 'circleDue' | 'roundOpens' | 'roundCloses' | 'release';
export interface Dated { readonly day: string; readonly kind: DatedKind; readonly name: string }
export interface Month<T extends Dated> { readonly month: string; readonly things: readonly T[] }
/** W5. Things of one day stay in the order they came in. */
export const calendarOf = <T extends Dated>(things: readonly T[]): Month<T>[] => {
  const months = new Map<string, T[]>();
  for (const thing of [...things].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const month = thing.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), thing]);
  }
  return [...months].map(([month, of]) => ({ month, things: of }));
};
