/** The district's circles: how far each is, what it has, what it lacks, and every figure with its definition. Function `desk`. */
import * as v from 'valibot';
import * as s from './shared';
import { cell, need } from './results';

export const circleState = v.picklist(['planned', 'building', 'built', 'accepted']);
export const circleAct = v.picklist(['start', 'finish', 'accept', 'unstart', 'unfinish', 'unaccept']);
export const placeKind = v.picklist(['community', 'circle', 'street', 'district']);
const place = v.strictObject({ code: v.string(), name: v.string() });
const figureCode = v.pipe(v.string(), v.regex(/^[\p{Script=Han}a-zA-Z0-9.-]{1,60}$/u));

/** A figure as it is read: `text` with its unit, `note` what stands beside it or why it is not known. */
export const shownFigure = v.strictObject({ code: figureCode, name: v.string(), text: v.string(), note: v.string(), known: v.boolean() });
const score = v.strictObject({ low: v.number(), high: v.number() });
/** A released figure with the release and round it is of. */
const satisfaction = v.nullable(v.strictObject({ release: v.string(), round: v.string(), title: v.string(), at: s.instantText, kind: v.picklist(['interim', 'final']), demo: v.boolean(), cell }));

/** 确缺 / 有但不好 / 未核, or null: nothing is claimed (domain/needs.ts, B4). */
export const crosscheck = v.nullable(v.picklist(['confirmed_missing', 'there_but_poor', 'unchecked']));
/** What residents lack and want, by gap, the largest first; of the newest release, held against the inventory of this moment. */
export const circleNeeds = v.strictObject({
  circle: s.circleId, release: v.string(), title: v.string(), at: s.instantText, kind: v.picklist(['interim', 'final']), source: s.source, demo: v.boolean(),
  /** Answers; null where they were too few, and then there are no needs. */
  n: v.nullable(s.count),
  knownAtLeast: s.count,
  needs: v.array(v.strictObject({ ...need.entries, check: crosscheck })),
});
export const lacking = {
  input: v.strictObject({ circle: s.circleId }),
  output: v.strictObject({ asOf: s.instantText, circle: v.strictObject({ id: s.circleId, name: v.string() }), needs: v.nullable(circleNeeds), hotline: v.string() }),
};

export const circleLine = v.strictObject({
  id: s.circleId,
  name: v.string(),
  state: circleState,
  due: s.dayText,
  dueText: v.string(),
  /** Days past its due day while not yet built; null: not late. */
  lateDays: v.nullable(s.count),
  targets: v.array(v.strictObject({ type: v.string(), clause: v.string() })),
  /** Null: not even the lowest. `possible`: if everything not checked turned out to be there. */
  reached: v.nullable(v.string()),
  possible: v.nullable(v.string()),
  target: v.nullable(v.string()),
  toward: v.nullable(v.string()),
  missing: v.array(v.string()),
  score,
  scoreUnknown: s.count,
  basic: v.strictObject({ there: s.count, of: s.count }),
  quality: v.strictObject({ there: s.count, of: s.count }),
  satisfaction,
  communities: v.array(place),
  population: shownFigure,
  outlets: s.count,
  checked: shownFigure,
});
const ruleUsed = v.strictObject({ kind: v.string(), title: v.string(), version: v.string(), status: v.string(), source: v.string() });

/** Today's phases of the plan; two may overlap, after the last there is none. */
const phases = v.array(v.strictObject({ name: v.string(), from: s.dayText, to: s.dayText, state: v.picklist(['past', 'now', 'ahead']), clause: v.string() }));
/** The plan's coverage targets. */
const coverage = v.array(v.strictObject({ name: v.string(), atLeast: s.share, by: s.dayText, clause: v.string(), figure: shownFigure, formula: v.string(), source: v.string(), reached: v.nullable(v.boolean()) }));

/** What anyone may know of the circles. Of each a part of its line, named here one by one, so that a field added for officers does not come out by itself. */
export const circles = {
  input: v.strictObject({}),
  output: v.strictObject({
    /** Up to a minute ago: the function remembers what it read. */
    asOf: s.instantText,
    phases,
    circles: v.array(v.strictObject({
      ...v.pick(circleLine, ['id', 'name', 'state', 'due', 'dueText', 'lateDays', 'targets', 'reached', 'possible', 'basic', 'quality', 'satisfaction', 'communities']).entries,
      /** Whether the plan names these communities, or they were matched to the circle by us (待核). */
      communitiesStatus: v.string(),
    })),
    coverage,
    satisfaction,
    rules: v.array(ruleUsed),
    demo: v.boolean(),
    hotline: v.string(),
  }),
};

export const overview = {
  input: v.strictObject({}),
  output: v.strictObject({
    asOf: s.instantText,
    role: s.deskRole,
    phases,
    circles: v.array(circleLine),
    coverage,
    satisfaction,
    /** By format, which circles have it: for a chart and its table. Formats of the classification. */
    formats: v.array(v.strictObject({ code: v.string(), name: v.string(), basic: v.boolean(), presence: v.record(v.string(), v.picklist(['there', 'unverified', 'unchecked', 'none'])) })),
    rules: v.array(ruleUsed),
    demo: v.boolean(),
    hotline: v.string(),
  }),
};

export const circle = {
  input: v.strictObject({ id: s.circleId }),
  output: v.strictObject({
    asOf: s.instantText,
    role: s.deskRole,
    line: circleLine,
    figures: v.array(shownFigure),
    formats: v.array(v.strictObject({ code: v.string(), name: v.string(), basic: v.boolean(), presence: v.picklist(['there', 'unverified', 'unchecked', 'none']), outlets: s.count })),
    evaluation: v.array(v.strictObject({ name: v.string(), figure: v.string(), weight: v.number(), text: v.string(), /** From where to where the figure is scored. */ range: v.string(), points: score })),
    /** Null before anything was released. */
    needs: v.nullable(circleNeeds),
    /** Releases of the circle, the oldest first. */
    releases: v.array(v.strictObject({ id: v.string(), title: v.string(), at: s.instantText, kind: v.picklist(['interim', 'final']), rate: s.share, text: v.string(), interval: v.nullable(v.strictObject({ low: s.share, high: s.share })), target: s.share })),
    history: v.array(v.strictObject({ state: circleState, at: s.instantText, note: v.nullable(v.string()), mine: v.boolean() })),
    /** What may be done with it now, by this caller. */
    acts: v.array(circleAct),
    rules: v.array(ruleUsed),
    demo: v.boolean(),
    hotline: v.string(),
  }),
};

/** `sending`, made by the phone once: the same again moves nothing twice. `state`: as the officer saw it. */
export const moveCircle = {
  input: v.strictObject({ sending: s.uuid, circle: s.circleId, state: circleState, act: circleAct, note: v.nullable(s.shortText(200)) }),
  output: v.strictObject({ state: circleState }),
};

const enteredKind = v.picklist(['community', 'circle']);
export const entered = {
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({
    /** Only what this caller may fill in. */
    fields: v.array(v.strictObject({ code: figureCode, name: v.string(), unit: v.string(), of: enteredKind, kind: v.picklist(['count', 'amount', 'words']), hint: v.string(), options: v.nullable(v.array(v.string())) })),
    places: v.array(v.strictObject({
      kind: enteredKind, id: v.string(), name: v.string(),
      values: v.array(v.strictObject({ field: figureCode, value: v.nullable(v.number()), words: v.nullable(v.string()), source: v.string(), asOf: s.dayText, at: s.instantText, role: s.deskRole, mine: v.boolean() })),
      /** Names of fields that nobody has filled in yet. */
      waiting: v.array(v.string()),
    })),
    /** Whether this caller may fill in many places by a table. */
    byTable: v.boolean(),
    hotline: v.string(),
  }),
};
/** Of one place, all of one source and day. A value and words both null take an entry back. `sending`, made by the phone once: the same again enters nothing twice. */
export const enter = {
  input: v.strictObject({
    sending: s.uuid, kind: enteredKind, place: s.shortText(40), source: s.shortText(100), asOf: s.dayText,
    values: v.pipe(v.array(v.strictObject({ field: figureCode, value: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))), words: v.nullable(s.shortText(200)) })), v.minLength(1), v.maxLength(20)),
  }),
  output: v.strictObject({ entered: s.count }),
};

/** What a number means: its definition, what it was made by, and what it is, now or in a snapshot. */
export const figure = {
  input: v.strictObject({ code: figureCode, kind: placeKind, id: s.shortText(40), snapshot: v.optional(s.uuid) }),
  output: v.strictObject({
    place: v.strictObject({ kind: placeKind, id: v.string(), name: v.string() }),
    figure: shownFigure,
    unit: v.string(), formula: v.string(), source: v.string(), filter: v.string(),
    rules: v.array(v.strictObject({ kind: v.string(), title: v.string(), version: v.string(), status: v.string(), hash: v.string() })),
    asOf: s.instantText,
    snapshot: v.nullable(v.strictObject({ id: s.uuid, name: v.string(), hash: s.sha256 })),
    /** Of what people enter: what stands now of each of the place's communities that is the caller's, or of the circle itself. Null: it is computed. No snapshot has them. */
    entries: v.nullable(v.array(v.strictObject({ id: v.string(), name: v.string(), text: v.string(), source: v.string(), asOf: s.dayText, role: s.deskRole, mine: v.boolean() }))),
    hotline: v.string(),
  }),
};

export const snapshotLine = v.strictObject({ id: s.uuid, name: v.string(), at: s.instantText, hash: s.sha256, demo: v.boolean(), mine: v.boolean(), reports: v.array(v.strictObject({ kind: v.string(), street: v.nullable(s.streetCode), name: v.string(), hash: s.sha256, at: s.instantText })) });
/** Freezes every figure as it is now under a name. The same `id` again gets the same one. */
export const snapshot = { input: v.strictObject({ id: s.uuid, name: s.shortText(40) }), output: v.strictObject({ snapshot: snapshotLine }) };
/** The .xlsx that a table is laid out by. */
const tableForm = v.strictObject({ file: v.string(), source: v.string(), status: v.string() });
/** The newest 50, and which tables can be made of them: with `streets` these streets' own parts alone, null the district's. */
export const snapshots = {
  input: v.strictObject({}),
  output: v.strictObject({ streets: v.nullable(v.array(v.strictObject({ code: s.streetCode, name: v.string() }))), snapshots: v.array(snapshotLine), tables: v.array(v.strictObject({ code: v.string(), title: v.string(), paper: v.string(), form: v.nullable(tableForm) })), template: v.strictObject({ version: v.string(), status: v.string(), source: v.string() }), hotline: v.string() }),
};

const ruleKind = v.picklist(['classification', 'evaluation', 'tables']);
export const ruleDraft = v.strictObject({ id: s.uuid, kind: ruleKind, version: v.string(), hash: s.sha256, title: v.string(), status: v.string(), source: v.string(), stagedAt: s.instantText, state: v.picklist(['staged', 'adopted', 'dropped']), mine: v.boolean() });
/** The rules in force that the district may replace, each as a file, and what was loaded of late. */
export const rules = {
  input: v.strictObject({}),
  output: v.strictObject({
    kinds: v.array(v.strictObject({ kind: ruleKind, title: v.string(), version: v.string(), status: v.string(), source: v.string(), hash: s.sha256, file: v.string(), versions: v.array(v.string()) })),
    /** The official tables, each with the .xlsx that it is laid out by. `byFormat`: it can have none. */
    tables: v.array(v.strictObject({ code: v.string(), title: v.string(), byFormat: v.boolean(), form: v.nullable(tableForm) })),
    drafts: v.array(ruleDraft), hotline: v.string(),
  }),
};
/** `content`: the file in base64; WeChat carries 100 KB of text in a call. With `problems` nothing was kept. The same `id` and file again is the same draft. */
export const stageRule = { input: v.strictObject({ id: s.uuid, content: v.pipe(v.string(), v.minLength(1), v.maxLength(96_000), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)) }), output: v.strictObject({ draft: v.nullable(ruleDraft), problems: v.array(v.string()) }) };
const side = v.strictObject({ reached: v.nullable(v.string()), possible: v.nullable(v.string()), low: v.number(), high: v.number(), missing: v.array(v.string()) });
export const compareRule = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({
    draft: ruleDraft, against: v.strictObject({ version: v.string(), hash: s.sha256 }), problems: v.array(v.string()),
    circles: v.array(v.strictObject({ id: s.circleId, name: v.string(), now: side, then: side })),
    tables: v.array(v.strictObject({ code: v.string(), title: v.string(), gone: v.array(v.string()), added: v.array(v.string()) })),
  }),
};
/** `against`: the hash of the rule it was compared with. */
export const adoptRule = { input: v.strictObject({ id: s.uuid, against: s.sha256 }), output: v.strictObject({ state: v.literal('adopted') }) };
export const dropRule = { input: v.strictObject({ id: s.uuid }), output: v.strictObject({ state: v.literal('dropped') }) };

export type RuleDraft = v.InferOutput<typeof ruleDraft>;
export type RulesShown = v.InferOutput<typeof rules.output>;
export type RuleCompared = v.InferOutput<typeof compareRule.output>;
export type Entered = v.InferOutput<typeof entered.output>;
export type FigureMeant = v.InferOutput<typeof figure.output>;
export type Snapshots = v.InferOutput<typeof snapshots.output>;
export type SnapshotLine = v.InferOutput<typeof snapshotLine>;
export type Circles = v.InferOutput<typeof circles.output>;
export type Overview = v.InferOutput<typeof overview.output>;
export type CircleNeedsShown = v.InferOutput<typeof circleNeeds>;
export type CircleLine = v.InferOutput<typeof circleLine>;
export type CircleBoard = v.InferOutput<typeof circle.output>;
export type CircleStateName = v.InferOutput<typeof circleState>;
export type CircleActName = v.InferOutput<typeof circleAct>;
export type ShownFigure = v.InferOutput<typeof shownFigure>;
