/** What a resident asks and says: the circle, the round, the answer, the result. Function `survey`. */
import * as v from 'valibot';
import * as s from './shared';

export const place = v.strictObject({
  circle: v.strictObject({ id: s.circleId, name: v.string() }),
  community: v.nullable(v.strictObject({ code: s.communityCode, name: v.string() })),
  street: v.nullable(v.strictObject({ code: s.streetCode, name: v.string() })),
});

/** 达到 / 未达到 / 还不能判断, or why there is none. */
export const verdict = v.picklist(['reached', 'missed', 'undecided', 'voluntary', 'interim', 'below_gate', 'unjudged', 'too_few']);

export const distribution = v.strictObject({
  question: v.string(),
  text: v.string(),
  n: s.count,
  options: v.array(v.strictObject({ code: v.string(), text: v.string(), share: s.share })),
});

const sized = v.strictObject({ n: s.count, rate: s.share });
/** One frozen figure of one source. All of it is null where fewer than the smallest cell gave a score (domain/disclosure.ts). */
export const cell = v.strictObject({
  /** `communities`: by name, for 其他. */
  place: v.strictObject({ kind: v.picklist(['community', 'circle', 'district']), id: v.string(), name: v.string(), communities: v.optional(v.array(v.string())) }),
  source: s.source,
  /** The times up to which answers were counted: the same, or, where part of the place stands as it was published before, that one too. */
  asOf: v.nullable(v.strictObject({ oldest: s.instantText, newest: s.instantText })),
  /** Names of communities of the place that are not in the figure: too few answered so far. */
  without: v.array(v.string()),
  n: v.nullable(s.count),
  scored: v.nullable(s.count),
  rate: v.nullable(s.share),
  /** 不清楚 among all who answered the headline question, and the rate with them counted as not satisfied. */
  unclear: v.nullable(s.share),
  countingUnclear: v.nullable(s.share),
  /** In the final release alone, rounded as it is shown. */
  weighted: v.nullable(v.strictObject({
    rate: s.share, nEff: s.count, moved: s.share, basis: v.picklist(['census', 'equal_communities', 'unweighted']),
    /** The table that was weighted to. `drawnFrom`: the adults by whose number the interval was narrowed (domain/weights.ts, W8), or null. */
    census: v.optional(v.strictObject({ version: v.string(), source: v.string(), status: v.picklist(['官方', '方案', '项目拟稿', '示例', '待核', '演示']), drawnFrom: v.nullable(s.count) })),
  })),
  /** Two-sided 95 % interval of the weighted rate, for a drawn source alone. */
  interval: v.nullable(v.strictObject({ low: s.share, high: s.share })),
  verdict,
  target: s.share,
  /** Answers that were flagged (none is removed), and the rate without them. In the final release alone. */
  flagged: v.nullable(v.strictObject({ n: s.count, rateWithout: s.share })),
  /** Filled with help and by oneself, within age bands; by the family apart. In the final release alone. */
  modes: v.nullable(v.strictObject({
    bands: v.array(v.strictObject({ band: v.picklist(['18-59', '60-up']), self: sized, assisted: sized, difference: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)) })),
    proxy: v.nullable(s.count),
  })),
  /** Of a drawn source with letters; `answered` in whole tens, rounded down. `external`: the list was drawn elsewhere, and nothing here vouches for how. */
  letters: v.nullable(v.strictObject({ issued: s.count, delivered: s.count, answered: s.count, external: v.optional(v.boolean()) })),
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
  input: v.strictObject({ community: v.optional(s.communityCode), letter, assist, again, known: v.optional(v.string()) }),
  output: v.strictObject({
    /** `source`: of this answer. */
    round: v.strictObject({
      id: s.roundId, title: v.string(), source: s.source, closesAt: s.instantText, acceptedUntil: s.instantText, demo: v.boolean(),
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
export const answers = v.pipe(v.record(v.pipe(v.string(), v.regex(/^[A-Z]\d{1,2}[a-z]?$/)), answerValue), v.check((a) => Object.keys(a).length <= 40));

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

/** The first `size` leaves of a round's list have this root (RFC 6962). */
export const seal = v.strictObject({ number: s.count, at: s.instantText, size: s.count, root: s.sha256 });

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

export const seals = {
  input: v.strictObject({ round: s.roundId }),
  output: v.strictObject({
    round: v.strictObject({ id: s.roundId, title: v.string(), opensAt: s.instantText, closesAt: s.instantText, demo: v.boolean() }),
    /** Canonical JSON, or null for a round from before rounds were sealed. */
    definition: v.nullable(v.string()),
    definitionHash: v.nullable(s.sha256),
    /** Until when answers are kept in full, as the definition says; null for rounds from before. */
    keepUntil: v.nullable(s.instantText),
    /** The answers were emptied: when, and the text of the list's last leaf (domain/leaf.ts, S6). */
    purged: v.nullable(v.strictObject({ at: s.instantText, text: v.string() })),
    /** Ed25519, hexadecimal. */
    publicKey: v.string(),
    /** The newest first. */
    seals: v.array(seal),
  }),
};

export const leaves = {
  input: v.strictObject({ round: s.roundId, from: s.count }),
  /** Hexadecimal, in the order of the list. */
  output: v.strictObject({ leaves: v.array(s.sha256), more: v.boolean() }),
};

const ofOneSource = v.strictObject({
  cell,
  district: v.nullable(cell),
  /** Those that can stand alone, and 其他; in the final release. */
  communities: v.array(cell),
  distributions: v.array(distribution),
});
export const results = {
  input: v.strictObject({ circle: s.circleId, release: v.optional(v.string()) }),
  output: v.strictObject({
    circle: v.strictObject({ id: s.circleId, name: v.string() }),
    releases: v.array(v.strictObject({ id: v.string(), title: v.string(), at: s.instantText, kind: v.picklist(['interim', 'final']) })),
    release: v.nullable(v.strictObject({
      ...releaseSummary.entries, ...ofOneSource.entries,
      approval: v.optional(s.approval),
      /** The seal it was cut at; null for a figure from before rounds were sealed. */
      seal: v.optional(v.nullable(seal)),
      /** Answers of another source in the same round: apart, never added. */
      beside: v.array(ofOneSource),
    })),
    running: v.nullable(runningRound),
    hotline: v.string(),
  }),
};

const releasedCell = v.strictObject({ release: v.pipe(v.string(), v.maxLength(80)), circle: s.circleId });
/** Two published figures against each other (domain/compare.ts): made of what was published and of nothing else. */
export const compare = {
  /** `second` left out: the final figure of the same circle in the last drawn round before. */
  input: v.strictObject({ first: releasedCell, second: v.optional(releasedCell) }),
  output: v.strictObject({
    /** The drawn figure, where the round has one. */
    first: releaseSummary,
    second: v.nullable(releaseSummary),
    /** First − second, in shares: 0.014 is 1.4 points. */
    comparison: v.nullable(v.strictObject({
      difference: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
      interval: v.strictObject({ low: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)), high: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)) }),
      told: v.picklist(['higher', 'lower', 'undecided', 'under_gate']),
      notes: v.array(v.picklist(['rounds_taken_as_independent', 'other_method', 'other_basis'])),
    })),
    /** Why there is none. */
    why: v.nullable(v.picklist(['not_final', 'none_before', 'not_drawn', 'no_interval', 'overlap', 'other_communities', 'other_question'])),
    /** The other circles of the first one's release, to choose from. */
    others: v.array(v.strictObject({ id: s.circleId, name: v.string(), overlaps: v.boolean() })),
  }),
};

export type Compared = v.InferOutput<typeof compare.output>;
export type Answers = v.InferOutput<typeof answers>;
export type AnswerValue = v.InferOutput<typeof answerValue>;
export type Verdict = v.InferOutput<typeof verdict>;
export type Cell = v.InferOutput<typeof cell>;
export type Distribution = v.InferOutput<typeof distribution>;
export type ReleaseSummary = v.InferOutput<typeof releaseSummary>;
export type RunningRound = v.InferOutput<typeof runningRound>;
export type Session = v.InferOutput<typeof session>;
export type Home = v.InferOutput<typeof home.output>;
