/** What a resident asks and says: her circle, the questionnaire, the answer and what becomes of it. Function `survey`. */
import * as v from 'valibot';
import { releaseSummary, runningRound, seal } from './results';
import * as s from './shared';

export const place = v.strictObject({
  circle: v.strictObject({ id: s.circleId, name: v.string() }),
  community: v.nullable(v.strictObject({ code: s.communityCode, name: v.string() })),
  street: v.nullable(v.strictObject({ code: s.streetCode, name: v.string() })),
});

export const session = v.strictObject({
  roles: v.array(v.strictObject({ role: s.role, ...s.dutyPlace })),
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
    /** 有什么、缺什么: the round that runs, and whether something of one was published here. */
    needs: v.optional(v.strictObject({ running: v.nullable(runningRound), released: v.boolean() })),
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
  kind: v.picklist(['community', 'single', 'multiple', 'text', 'grid', 'rank']),
  rows: v.optional(v.array(v.strictObject({ code: v.string(), text: v.string(), hint: v.optional(v.string()) }))),
  among: v.optional(v.strictObject({ grid: v.string(), includes: v.array(v.string()) })),
  options: v.optional(v.array(option)), optional: v.optional(v.boolean()), most: v.optional(v.number()), longest: v.optional(v.number()),
  showIf: v.optional(condition), derivedFrom: v.string(),
});

export const questionnaire = v.strictObject({
  kind: v.string(), version: v.string(), title: v.string(), source: v.string(), status: v.string(),
  opening: v.string(), minutes: v.number(), headline: v.nullable(v.string()), ageQuestion: v.string(), residenceQuestion: v.string(),
  fillerQuestion: v.string(), remarkQuestion: v.string(), questions: v.array(question),
  needs: v.optional(v.strictObject({ has: v.string(), why: v.string(), wishes: v.string() })),
  approval: s.approval,
});

/** Who receives 「有人要求我怎么填」. `name` null: nobody was named, and `phone` is the service line. `read` false: nobody is there to read it yet. */
export const oversight = v.strictObject({ name: v.nullable(v.string()), phone: v.string(), read: v.boolean() });

/** SHA-256 of a letter's code (domain/letter-code): the code itself never leaves the phone. */
const letter = v.optional(s.sha256);

/** A helper's token. */
const assist = v.optional(v.pipe(v.string(), v.minLength(10), v.maxLength(60)));

/** The secret of the answer she took back, whose place this one takes. */
const again = v.optional(s.withdrawSecret);

/** Opens the questionnaire: the ticket proves, by the server's clock, that it was begun in time. A letter and a helper's token bring their community with them. */
export const begin = {
  input: v.strictObject({ community: v.optional(s.communityCode), /** Which of the rounds that the poster leads to; left out: 满意度. */ topic: v.optional(s.topic), letter, assist, again, known: v.optional(v.string()) }),
  output: v.strictObject({
    /** `source`: of this answer. */
    round: v.strictObject({
      id: s.roundId, title: v.string(), topic: v.optional(s.topic), source: s.source, closesAt: s.instantText, acceptedUntil: s.instantText, demo: v.boolean(),
      /** Letters were sent in this round: whoever has one may show its code. */
      letters: v.boolean(),
    }),
    community: v.strictObject({ code: s.communityCode, name: v.string() }),
    /** How many more may be helped with this token; null without one. */
    remaining: v.nullable(s.count),
    ticket: v.string(),
    hash: v.string(),
    /** Null when the phone already holds the text with this hash. */
    questionnaire: v.nullable(questionnaire),
    oversight,
    /** Who checks what she writes: WeChat (Tencent), when it is sent, or a person, later. Told before she types. */
    remarkCheck: v.picklist(['wechat', 'person']),
    hotline: v.string(),
  }),
};

export const answerValue = v.union([
  v.pipe(v.string(), v.maxLength(500)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(20)),
]);

/** `B6-wet-market`: a row of a grid. */
const questionId = v.pipe(v.string(), v.regex(/^[A-Z]\d{1,2}[a-z]?(-[a-z-]{2,30})?$/));

export const answers = v.pipe(v.record(questionId, answerValue), v.check((a) => Object.keys(a).length <= 80));

/** Asks the platform about a text before it is sent with the answers; nothing is kept. A text against the rules is refused (`remark_risky`). */
export const checkRemark = {
  input: v.strictObject({ round: s.roundId, text: s.shortText(500) }),
  /** Says that the check found nothing, without saying of whom. Null: a person will look at the text. */
  output: v.strictObject({ checked: v.nullable(v.string()) }),
};

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
    /** The scale ran the other way on her phone. */
    reversed: v.optional(v.boolean()),
    /** SHA-256 of a secret that stays on the phone or the slip (domain/leaf, withdrawSecretText); without it the answer can't be taken back. */
    withdrawHash: v.optional(s.sha256),
    letter,
    assist,
    again,
    /** What `checkRemark` said of the text among these answers. */
    remarkChecked: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  output: v.strictObject({
    receipt: v.string(),
    /** Public and signed (domain/check-code). */
    checkCode: v.string(),
    /** By then it stands under a seal. */
    sealedBy: s.instantText,
    round: v.strictObject({ id: s.roundId, title: v.string(), releaseAt: s.instantText }),
  }),
};

export const check = {
  /** A receipt number or a check code. */
  input: v.strictObject({ receipt: v.pipe(v.string(), v.maxLength(400)) }),
  output: v.strictObject({ state: v.picklist(['received', 'sealed', 'unknown']), round: v.nullable(s.roundId), place: v.nullable(s.count), seal: v.nullable(seal) }),
};

export const withdraw = {
  input: v.strictObject({ round: s.roundId, secret: s.withdrawSecret }),
  /** Null: the round is closed, and the place stays empty. */
  output: v.strictObject({ round: s.roundId, mayAnswerUntil: v.nullable(s.instantText) }),
};

/** 「有人要求我怎么填」. The reply is the same whether it counted, was said before, or the day was full. */
export const pressure = {
  input: v.strictObject({ round: s.roundId, community: s.communityCode }),
  output: v.strictObject({ noted: v.literal(true) }),
};

export type Answers = v.InferOutput<typeof answers>;
export type AnswerValue = v.InferOutput<typeof answerValue>;
export type Session = v.InferOutput<typeof session>;
export type Home = v.InferOutput<typeof home.output>;
