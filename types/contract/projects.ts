/** 需求清单 → 项目清单: what a circle lacks, and what is done about it. Function `desk`. */
import * as v from 'valibot';
import * as s from './shared';
import { need } from './results';

export const projectKind = v.picklist(['build', 'renovate', 'attract', 'combine']);
export const projectFunding = v.picklist(['government', 'enterprise', 'both']);
export const projectState = v.picklist(['planned', 'going', 'done', 'dropped']);
export const projectReason = v.picklist(['gap', 'asked', 'wished']);
export const projectAct = v.picklist(['start', 'finish', 'drop', 'resume']);
const formatCode = v.pipe(v.string(), v.regex(/^[a-z-]{2,40}$/));
const milestone = v.strictObject({ number: s.count, name: v.string(), due: s.dayText, doneOn: v.nullable(s.dayText), late: v.boolean() });

/** A project as everybody may read it. */
const open = {
  id: s.uuid,
  circle: s.named,
  format: s.named,
  kind: projectKind,
  title: v.string(),
  department: s.named,
  funding: projectFunding,
  provincial: v.boolean(),
  reasons: v.array(projectReason),
  note: v.string(),
  state: projectState,
  /** Why it was given up or taken up again, where it was. */
  because: v.nullable(v.string()),
  changedOn: s.dayText,
  /** Those that were not taken out of the plan, by day. */
  milestones: v.array(milestone),
  demo: v.boolean(),
};
export const projectLine = v.strictObject(open);

/** What residents said in the last released round of 有什么、缺什么. */
const asked = v.nullable(v.strictObject({ need, release: v.string() }));
const needLine = v.strictObject({
  format: s.named,
  basic: v.boolean(),
  presence: v.picklist(['there', 'unverified', 'unchecked', 'none']),
  toward: v.boolean(),
  asked,
  wished: v.nullable(s.count),
  projects: v.array(projectLine),
});

/** One circle's needs with their projects, those that nothing is planned for first. */
export const needs = {
  input: v.strictObject({ circle: s.circleId }),
  output: v.strictObject({
    circle: s.named,
    /** The type that `toward` is for; null: the highest is reached. */
    toward: v.nullable(v.string()),
    needs: v.array(needLine),
    /** Formats that a project may be for, and departments that may own it. */
    formats: v.array(s.named),
    departments: v.array(s.named),
    mayMake: v.boolean(),
    /** Whether this caller may take stock, where the list is still empty. */
    mayCheck: v.boolean(),
    hotline: v.string(),
  }),
};
export const project = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({
    project: projectLine,
    version: s.count,
    /** The newest first, at most fifty. */
    history: v.array(v.strictObject({ act: v.picklist(['make', 'change', 'start', 'finish', 'drop', 'resume', 'note', 'milestone']), text: v.nullable(v.string()), at: s.instantText, role: s.deskRole, mine: v.boolean() })),
    /** What this caller may do with it now. */
    acts: v.array(projectAct),
    mayChange: v.boolean(),
    mayNote: v.boolean(),
    hotline: v.string(),
  }),
};
/**
 * Makes a project (`seen` 0) or changes one (`seen`: the version that was on the screen). Milestones are those that it shall have: an open one that is
 * left out is taken out of the plan, one that is done can't be. `number` null: a new one. `sending`, made by the phone once: the same again is one.
 */
export const saveProject = {
  input: v.strictObject({
    sending: s.uuid, id: s.uuid, seen: s.count, circle: s.circleId, format: formatCode, kind: projectKind, title: s.shortText(60), department: s.departmentCode, funding: projectFunding, provincial: v.boolean(),
    reasons: v.pipe(v.array(projectReason), v.maxLength(3)), note: s.shortText(200),
    milestones: v.pipe(v.array(v.strictObject({ number: v.nullable(s.count), name: s.shortText(40), due: s.dayText })), v.maxLength(12)),
  }),
  output: v.strictObject({ id: s.uuid, version: s.count }),
};
export const moveProject = {
  input: v.strictObject({ sending: s.uuid, id: s.uuid, seen: s.count, act: projectAct, text: v.nullable(s.shortText(200)) }),
  output: v.strictObject({ state: projectState }),
};
/** A line on how it goes, and milestones that are done with it. */
export const noteProject = {
  input: v.strictObject({ sending: s.uuid, id: s.uuid, text: s.shortText(200), done: v.pipe(v.array(s.count), v.maxLength(12)) }),
  output: v.strictObject({ noted: v.literal(true) }),
};

/** 您说缺什么，我们补什么: of one circle, for anyone, without a login. */
export const answered = {
  input: v.strictObject({ circle: s.circleId }),
  output: v.strictObject({
    asOf: s.instantText,
    circle: s.named,
    /** What residents said and wait for, with what is planned for it; and what was found missing and is planned. */
    needs: v.array(v.strictObject({ format: s.named, missing: v.boolean(), asked, wished: v.nullable(s.count), projects: v.array(projectLine) })),
    hotline: v.string(),
  }),
};

export type ProjectLine = v.InferOutput<typeof projectLine>;
export type ListedNeed = v.InferOutput<typeof needLine>;
export type Needs = v.InferOutput<typeof needs.output>;
export type ProjectWhole = v.InferOutput<typeof project.output>;
export type Answered = v.InferOutput<typeof answered.output>;
