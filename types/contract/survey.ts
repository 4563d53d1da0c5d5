/** What a resident asks and says: the circle, the round, the answer, the result. Function `survey`. */
import * as v from 'valibot';
import * as s from './shared';

export const place = v.strictObject({
  circle: v.strictObject({ id: s.circleId, name: v.string() }),
  community: v.nullable(v.strictObject({ code: s.communityCode, name: v.string() })),
  street: v.nullable(v.strictObject({ code: s.streetCode, name: v.string() })),
});

/** 达到 / 未达到 / 还不能判断, or why there is none. */
export const verdict = v.picklist(['reached', 'missed', 'undecided', 'voluntary', 'below_gate', 'too_few']);

export const distribution = v.strictObject({
  question: v.string(),
  text: v.string(),
  n: s.count,
  options: v.array(v.strictObject({ code: v.string(), text: v.string(), share: s.share })),
});

/** One frozen figure. `rate`, interval and distributions are null where fewer than the smallest cell answered. */
export const cell = v.strictObject({
  place: v.strictObject({ kind: v.picklist(['circle', 'district']), id: v.string(), name: v.string() }),
  source: s.source,
  n: v.nullable(s.count),
  scored: v.nullable(s.count),
  rate: v.nullable(s.share),
  /** Two-sided 95 % interval, for a drawn round alone. */
  interval: v.nullable(v.strictObject({ low: s.share, high: s.share })),
  unclear: v.nullable(s.share),
  verdict,
  target: s.share,
});
export const releaseSummary = v.strictObject({
  id: v.string(),
  round: v.strictObject({ id: s.roundId, title: v.string(), opensAt: s.instantText, closesAt: s.instantText }),
  kind: v.picklist(['interim', 'final']),
  at: s.instantText,
  methodVersion: v.string(),
  demo: v.boolean(),
  cell,
});

export const runningRound = v.strictObject({
  id: s.roundId,
  title: v.string(),
  source: s.source,
  opensAt: s.instantText,
  closesAt: s.instantText,
  /** When rates of this round will be shown. */
  releaseAt: s.instantText,
  answered: s.count,
  asOf: s.instantText,
  minutes: v.number(),
  questions: s.count,
  demo: v.boolean(),
});

export const session = v.strictObject({
  roles: v.array(v.strictObject({ role: s.role, street: v.nullable(v.strictObject({ code: s.streetCode, name: v.string() })) })),
  /** Has registered outlets, so 我的 shows them. */
  merchant: v.boolean(),
});

export const target = v.strictObject({ type: v.string(), clause: v.string() });

export const home = {
  input: v.strictObject({ scene: v.optional(s.scene), community: v.optional(s.communityCode), circle: v.optional(s.circleId) }),
  output: v.strictObject({
    session,
    demo: v.boolean(),
    hotline: v.string(),
    /** Null leads to the list of streets and communities; `sceneProblem` says why, kindly. */
    place: v.nullable(place),
    sceneProblem: v.nullable(v.picklist(['unknown', 'revoked'])),
    circle: v.nullable(v.strictObject({
      id: s.circleId,
      name: v.string(),
      targets: v.array(target),
      targetStatus: v.string(),
      due: s.dayText,
      dueText: v.string(),
      communities: v.array(v.strictObject({ code: s.communityCode, name: v.string() })),
      communitiesStatus: v.string(),
      outlets: s.count,
    })),
    lastRelease: v.nullable(releaseSummary),
    running: v.nullable(runningRound),
    /** For sharing a card of this circle: the scene of the community, never a receipt. */
    scene: v.nullable(s.scene),
  }),
};

export const places = {
  input: v.strictObject({}),
  output: v.strictObject({
    hotline: v.string(),
    streets: v.array(v.strictObject({
      code: s.streetCode,
      name: v.string(),
      communities: v.array(v.strictObject({ code: s.communityCode, name: v.string(), circles: v.array(v.strictObject({ id: s.circleId, name: v.string() })) })),
    })),
  }),
};

/** A questionnaire as the phone needs it; the same shape as the rule file. */
export const option = v.strictObject({
  code: v.string(), text: v.string(), score: v.optional(v.nullable(v.number())), ends: v.optional(v.string()), exclusive: v.optional(v.boolean()),
});
const leaf = v.union([
  v.strictObject({ question: v.string(), includes: v.array(v.string()) }),
  v.strictObject({ round: v.literal('drawn') }),
]);
export const condition = v.union([leaf, v.strictObject({ any: v.array(leaf) })]);
export const question = v.strictObject({
  id: v.string(), part: v.string(), text: v.string(), hint: v.optional(v.string()),
  kind: v.picklist(['community', 'single', 'multiple', 'text']),
  options: v.optional(v.array(option)), optional: v.optional(v.boolean()), most: v.optional(v.number()), longest: v.optional(v.number()),
  showIf: v.optional(condition), derivedFrom: v.string(),
});
export const questionnaire = v.strictObject({
  kind: v.string(), version: v.string(), title: v.string(), source: v.string(), status: v.string(),
  opening: v.string(), minutes: v.number(), headline: v.string(), ageQuestion: v.string(), residenceQuestion: v.string(),
  fillerQuestion: v.string(), remarkQuestion: v.string(), questions: v.array(question),
  approval: v.nullable(v.record(v.string(), v.string())),
});

/** Opens the questionnaire: the ticket proves, by the server's clock, that it was begun in time. */
export const begin = {
  input: v.strictObject({ community: s.communityCode, known: v.optional(v.string()) }),
  output: v.strictObject({
    round: v.strictObject({ id: s.roundId, title: v.string(), source: s.source, closesAt: s.instantText, acceptedUntil: s.instantText, demo: v.boolean() }),
    ticket: v.string(),
    hash: v.string(),
    /** Null when the phone already holds the text with this hash. */
    questionnaire: v.nullable(questionnaire),
    hotline: v.string(),
  }),
};

export const answerValue = v.union([
  v.pipe(v.string(), v.maxLength(500)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(20)),
]);
export const answers = v.pipe(v.record(v.pipe(v.string(), v.regex(/^[A-Z]\d{1,2}[a-z]?$/)), answerValue), v.check((a) => Object.keys(a).length <= 40));

export const submit = {
  input: v.strictObject({
    /** Made by the phone; sending the same answer again under it gives the same receipt. */
    submissionId: s.uuid,
    round: s.roundId,
    ticket: v.nullable(v.pipe(v.string(), v.maxLength(400))),
    questionnaireHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    community: s.communityCode,
    answers,
    /** Total time spent, seconds rounded to 5. */
    seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24 * 3600), v.multipleOf(5)),
  }),
  output: v.strictObject({ receipt: v.string(), round: v.strictObject({ id: s.roundId, title: v.string(), releaseAt: s.instantText }) }),
};

export const check = {
  input: v.strictObject({ receipt: v.pipe(v.string(), v.maxLength(40)) }),
  output: v.strictObject({ state: v.picklist(['received', 'unknown']) }),
};

export const results = {
  input: v.strictObject({ circle: s.circleId, release: v.optional(v.string()) }),
  output: v.strictObject({
    circle: v.strictObject({ id: s.circleId, name: v.string() }),
    releases: v.array(v.strictObject({ id: v.string(), title: v.string(), at: s.instantText, kind: v.picklist(['interim', 'final']) })),
    release: v.nullable(v.strictObject({ ...releaseSummary.entries, district: v.nullable(cell), distributions: v.array(distribution) })),
    running: v.nullable(runningRound),
    hotline: v.string(),
  }),
};

export type Answers = v.InferOutput<typeof answers>;
export type AnswerValue = v.InferOutput<typeof answerValue>;
export type Verdict = v.InferOutput<typeof verdict>;
export type Cell = v.InferOutput<typeof cell>;
export type Distribution = v.InferOutput<typeof distribution>;
export type ReleaseSummary = v.InferOutput<typeof releaseSummary>;
export type RunningRound = v.InferOutput<typeof runningRound>;
export type Session = v.InferOutput<typeof session>;
export type Home = v.InferOutput<typeof home.output>;
