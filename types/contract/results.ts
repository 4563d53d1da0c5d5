/** What is told of a round while it runs, what was published of it, and what proves it: seals, leaves, the call-back. Function `survey`. */
import * as v from 'valibot';
import * as s from './shared';

/** 达到 / 未达到 / 还不能判断, or why there is none. */
export const verdict = v.picklist(['reached', 'missed', 'undecided', 'voluntary', 'interim', 'below_gate', 'unjudged', 'too_few']);

export const distribution = v.strictObject({
  question: v.string(),
  text: v.string(),
  n: s.count,
  options: v.array(v.strictObject({ code: v.string(), text: v.string(), share: s.share })),
});

/** What a place lacks of one format (domain/needs.ts). All but its name is null where too few know. */
export const need = v.strictObject({
  format: v.string(),
  /** As the questionnaire called it. */
  name: v.string(),
  /** Who said something else than 不清楚, and what. */
  known: v.nullable(s.count),
  said: v.nullable(v.strictObject({ enough: s.count, lacking: s.count, none: s.count })),
  lack: v.nullable(s.share),
  /** Two-sided 95 %, unweighted, for a drawn source alone. */
  interval: v.nullable(v.strictObject({ low: s.share, high: s.share })),
  /** Points of the wishes: 3 for a first one, 2, 1. */
  points: v.nullable(s.count),
  want: v.nullable(s.share),
  gap: v.nullable(s.share),
  /** The main trouble with it, of those who said 有，但不够或不好; null where they are too few. */
  why: v.nullable(v.array(v.strictObject({ code: v.string(), text: v.string(), n: s.count }))),
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
  /** Of a round about needs: by gap, the largest first. */
  needs: v.optional(v.array(need)),
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

/** The first `size` leaves of a round's list have this root (RFC 6962). */
export const seal = v.strictObject({ number: s.count, at: s.instantText, size: s.count, root: s.sha256 });

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

/** What the call-back of the letters found at a place (domain/callback.ts, K4): how many households, never which. */
const calledBack = v.strictObject({
  name: v.string(),
  /** Null where too few were reached to say anything. */
  figures: v.nullable(v.strictObject({ called: s.count, own: s.count, led: s.count, unanswered: s.count, noLetter: s.count })),
  /** Names of communities that are not in the figures. */
  without: v.array(v.string()),
  /** More than the share `troubleAbove` of those who answered say that somebody else decided. */
  troubled: v.boolean(),
});

export const callback = v.strictObject({
  state: v.picklist(['plan', 'draw', 'counts']),
  /** Which public value the draw goes by, in words, and when it was, or will be, known. */
  seed: v.string(),
  seedAt: s.instantText,
  /** Of the last entry. */
  at: s.instantText,
  /** Households that were to be called in this circle. */
  called: s.count,
  corrected: s.count,
  troubleAbove: s.share,
  /** Null before there are counts. */
  here: v.nullable(calledBack),
  district: v.nullable(calledBack),
  /** Those that can stand alone. */
  communities: v.array(calledBack),
});

const ofOneSource = v.strictObject({
  cell,
  district: v.nullable(cell),
  /** Those that can stand alone, and 其他; in the final release. */
  communities: v.array(cell),
  distributions: v.array(distribution),
});

export const results = {
  input: v.strictObject({ circle: s.circleId, release: v.optional(v.string()), /** Left out: 满意度. */ topic: v.optional(s.topic) }),
  output: v.strictObject({
    circle: v.strictObject({ id: s.circleId, name: v.string() }),
    releases: v.array(v.strictObject({ id: v.string(), title: v.string(), at: s.instantText, kind: v.picklist(['interim', 'final']) })),
    release: v.nullable(v.strictObject({
      ...releaseSummary.entries, ...ofOneSource.entries,
      approval: v.optional(s.approval),
      /** The seal it was cut at; null for a figure from before rounds were sealed. */
      seal: v.optional(v.nullable(seal)),
      /** Of a drawn round with letters, as it stands now: it is checked after the figures, and changes none. Null where none was planned. */
      callback: v.optional(v.nullable(callback)),
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
export type Verdict = v.InferOutput<typeof verdict>;
export type Callback = v.InferOutput<typeof callback>;
export type CalledBack = v.InferOutput<typeof calledBack>;
export type Cell = v.InferOutput<typeof cell>;
export type Need = v.InferOutput<typeof need>;
export type Distribution = v.InferOutput<typeof distribution>;
export type ReleaseSummary = v.InferOutput<typeof releaseSummary>;
export type RunningRound = v.InferOutput<typeof runningRound>;
