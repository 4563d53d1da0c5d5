/** The plan's tasks: who answers for each, what they last said of it, what is late, and what comes when. Function `desk`. */
import * as v from 'valibot';
import * as s from './shared';

const taskCode = v.pipe(v.string(), v.regex(/^[a-z-]{2,40}$/));
const taskState = v.picklist(['going', 'done', 'stuck']);
const note = v.strictObject({ state: taskState, text: v.string(), at: s.instantText, role: s.deskRole, mine: v.boolean() });
/** Who answers for a task: a department, or of 各街道办事处 one. `notes`: the newest first, at most five. */
const party = v.strictObject({ department: taskCode, street: v.nullable(s.streetCode), name: v.string(), mayNote: v.boolean(), notes: v.array(note) });

export const workPlan = {
  input: v.strictObject({}),
  output: v.strictObject({
    asOf: s.instantText,
    tasks: v.array(v.strictObject({
      code: taskCode, clause: v.string(), title: v.string(), text: v.string(),
      phase: v.strictObject({ name: v.string(), from: s.dayText, to: s.dayText, clause: v.string() }),
      /** How many of its parties said that it is done. */
      done: s.count,
      parties: v.array(party),
    })),
    late: v.strictObject({
      tasks: v.array(v.strictObject({ task: taskCode, title: v.string(), due: s.dayText, days: s.count, waiting: v.array(v.string()) })),
      /** `days` since they last wrote; null: they never did. */
      silent: v.array(v.strictObject({ name: v.string(), days: v.nullable(s.count) })),
      circles: v.array(v.strictObject({ id: s.circleId, name: v.string(), due: s.dayText, days: s.count })),
    }),
    calendar: v.array(v.strictObject({
      month: v.string(),
      things: v.array(v.strictObject({ day: s.dayText, kind: v.picklist(['phaseBegins', 'phaseEnds', 'circleDue', 'roundOpens', 'roundCloses', 'release']), name: v.string(), demo: v.boolean() })),
    })),
    silentDays: v.strictObject({ value: s.count, status: v.string() }),
    everyTask: v.string(),
    rule: v.strictObject({ title: v.string(), version: v.string(), source: v.string() }),
    hotline: v.string(),
  }),
};

/** `sending`, made by the phone once: the same again is one note. `street`: of 各街道办事处 which one, null for a department. */
export const noteTask = {
  input: v.strictObject({ sending: s.uuid, task: taskCode, department: taskCode, street: v.nullable(s.streetCode), state: taskState, text: s.shortText(300) }),
  output: v.strictObject({ noted: v.literal(true) }),
};

export type WorkPlan = v.InferOutput<typeof workPlan.output>;
export type PlanTaskShown = WorkPlan['tasks'][number];
export type TaskParty = PlanTaskShown['parties'][number];
export type TaskNote = TaskParty['notes'][number];
