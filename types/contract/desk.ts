/** What street staff and the district office do. Function `desk`. Counts only: no action here can reach an answer. */
import * as v from 'valibot';
import * as s from './shared';
import { claimPapers, claimState, registration, sameness } from './merchant';
import { correctionKind, standing } from './outlet';
import { walkReason, witnessing } from './field';
import { photo } from './photos';

/** How many in each age band, once a day; never fewer than five in either (domain/age-counts.ts). */
const ageCount = { younger: s.count, older: s.count };
/** Of the communities of a place that are shown: how many of how many, and the times at which they were counted. */
const summedAges = v.nullable(v.strictObject({ ...ageCount, communities: s.count, of: s.count, oldest: s.instantText, newest: s.instantText }));

export const progressRow = v.strictObject({
  community: v.strictObject({ code: s.communityCode, name: v.string() }),
  /** Of the round's own source: what the target is for. */
  answered: s.count,
  /** Of the other one: by the poster, in a round with letters. */
  beside: s.count,
  target: s.count,
  lastDay: s.count,
  /** 够了 · 正常 · 偏慢 · 落后: against where the round should be by now. */
  pace: v.picklist(['enough', 'on_track', 'slow', 'behind']),
  /** `at`: when they were counted (domain/age-counts.ts, S4). */
  ages: v.nullable(v.strictObject({ ...ageCount, at: s.instantText })),
});

export const progress = {
  /** Without `topic` the round about satisfaction, or about needs where none other is open. */
  input: v.strictObject({ street: v.optional(s.streetCode), topic: v.optional(s.topic) }),
  output: v.strictObject({
    /** `communities`: of a community worker, where she may act. */
    scope: v.strictObject({ role: s.deskRole, street: v.nullable(v.strictObject({ code: s.streetCode, name: v.string() })), communities: v.optional(v.array(s.named)) }),
    asOf: s.instantText,
    /** What open rounds in these communities ask about, and which of them this is. */
    topics: v.array(s.topic), topic: s.topic,
    round: v.nullable(v.strictObject({
      id: s.roundId, title: v.string(), source: s.source, closesAt: s.instantText, daysLeft: s.count, demo: v.boolean(),
      /** The targets are those of the rules of the method, shared out by the people of a census table, or were written into the round's own file. */
      targetFrom: v.picklist(['method', 'census', 'round']),
    })),
    answered: s.count,
    beside: s.count,
    target: s.count,
    lastDay: s.count,
    behind: s.count,
    streets: v.array(v.strictObject({ code: s.streetCode, name: v.string(), answered: s.count, beside: s.count, target: s.count, lastDay: s.count, ages: summedAges, rows: v.array(progressRow) })),
    /** Of all the communities above. */
    ages: summedAges,
    waiting: s.count,
    hotline: v.string(),
  }),
};

/** Why something is refused: what is wrong, and what to mend (empty: nothing). */
export const reason = v.strictObject({ code: v.string(), say: v.string(), mend: v.string() });

export const queue = {
  /** With `id` that registration alone, however many wait before it; `out_of_scope`, `not_found` and `decided_already` say why there is none. */
  input: v.strictObject({ street: v.optional(s.streetCode), id: v.optional(s.uuid) }),
  output: v.strictObject({
    items: v.array(v.strictObject({
      registration,
      community: v.strictObject({ code: s.communityCode, name: v.string() }),
      formatName: v.string(),
      waitingHours: s.count,
      /** Listed outlets that may be the same, the most alike first, at most five, with the reasons for and against in words; a hint, not a judgement. */
      similar: v.array(v.strictObject({ id: s.uuid, name: v.string(), metres: s.count, score: s.count, level: sameness, reasons: v.array(v.string()) })),
      /** Other registrations that wait and may be the same, as far as they are the officer's too. */
      alike: v.optional(v.array(v.strictObject({ id: s.uuid, name: v.string(), address: v.string(), score: s.count, level: sameness, reasons: v.array(v.string()) }))),
      /** Of one without a licence: until when a witness stands for it; null: nobody was there yet. */
      witness: v.optional(v.nullable(s.dayText)),
      /** Null: it has a licence. */
      witnessing: v.optional(v.nullable(witnessing)),
      /** Those that the registration names, held ones too. */
      photos: v.optional(v.array(photo)),
    })),
    waiting: s.count,
    reasons: v.optional(v.array(reason)),
    hotline: v.string(),
  }),
};

export const decide = {
  input: v.strictObject({
    id: s.uuid,
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    decision: v.picklist(['approve', 'return']),
    reason: v.nullable(s.shortText(200)),
    /** Of the rules of upkeep; what to mend is said with it. */
    reasonCode: v.optional(s.shortText(40)),
  }),
  output: v.strictObject({
    state: v.picklist(['approved', 'returned']), outlet: v.nullable(s.uuid),
    /** Listed without a licence: a witness stands, or somebody is to go there. */
    witness: v.optional(v.picklist(['standing', 'needed'])),
  }),
};

/** Everything about outlets that waits for a person, the oldest first. */
export const caseKind = v.picklist(['registration', 'claim', 'dispute', 'correction', 'photo', 'text', 'stale', 'witness']);
export const caseRow = v.strictObject({
  kind: caseKind,
  /** Of the registration, claim or dispute; of the outlet for corrections; of the community for `stale` and `witness`, of the street for `photo`. */
  id: v.string(),
  name: v.string(),
  community: v.nullable(v.strictObject({ code: s.communityCode, name: v.string() })),
  since: s.instantText,
  /** How many of it: reports about one outlet, outlets of one community. */
  count: s.count,
  /** Hours left until its limit; below zero: late by so many. */
  hoursLeft: v.pipe(v.number(), v.integer()),
  demo: v.boolean(),
});
export const cases = {
  input: v.strictObject({ street: v.optional(s.streetCode), kind: v.optional(caseKind) }),
  output: v.strictObject({ cases: v.array(caseRow), waiting: s.count, late: s.count, limits: v.record(v.string(), s.count), limitsStatus: v.string(), /** Pushes beside the inbox that were tried often enough, in all streets. */ pushesGivenUp: v.optional(s.count), hotline: v.string() }),
};
const side = v.strictObject({ claim: v.nullable(v.strictObject({ id: s.uuid, revision: s.count, state: claimState, papers: claimPapers, photos: v.array(photo), submittedAt: s.instantText })), owner: v.boolean(), own: v.boolean() });
const standingOutlet = v.strictObject({
  id: s.uuid, name: v.string(), address: v.string(), formatName: v.string(), phone: v.nullable(v.string()), creditCode: v.nullable(v.string()), owned: v.boolean(), own: v.boolean(),
  standing, listed: v.boolean(), confirmedOn: v.nullable(s.dayText), verifiedOn: v.nullable(s.dayText), demo: v.boolean(),
});
/** One claim, dispute, or all that residents say of one outlet. */
export const oneCase = {
  input: v.strictObject({ kind: v.picklist(['claim', 'dispute', 'correction']), id: s.uuid }),
  output: v.strictObject({
    outlet: standingOutlet,
    /** Null: it has a licence, or nobody said that it has none. */
    witnessing: v.optional(v.nullable(witnessing)),
    community: v.strictObject({ code: s.communityCode, name: v.string() }),
    since: s.instantText,
    hoursLeft: v.pipe(v.number(), v.integer()),
    sides: v.array(side),
    /** Of a dispute: until then the other side may still send its papers. */
    answerBy: v.nullable(s.instantText),
    reports: v.array(v.strictObject({ id: s.uuid, kind: correctionKind, note: v.nullable(v.string()), photos: v.array(photo), submittedAt: s.instantText, own: v.boolean() })),
    history: v.array(v.strictObject({ id: s.count, at: s.instantText, by: v.string(), act: v.string(), fields: v.array(v.string()), why: v.nullable(v.string()) })),
    reasons: v.array(reason),
    hotline: v.string(),
  }),
};
const refusal = { reasonCode: v.nullable(s.shortText(40)), reason: v.nullable(s.shortText(200)) };
/** `grant`: the outlet is hers, other claims on it are refused with `other-owner`. */
export const decideClaim = {
  input: v.strictObject({ id: s.uuid, revision: v.pipe(v.number(), v.integer(), v.minValue(1)), decision: v.picklist(['grant', 'refuse']), ...refusal }),
  output: v.strictObject({ state: v.picklist(['granted', 'refused']) }),
};
/** About the reports that were read (`ids`), all of one outlet. `closed`: taken off the map; `fixed`: mended elsewhere; `refuse`: with a reason. */
export const decideCorrection = {
  input: v.strictObject({ outlet: s.uuid, ids: v.pipe(v.array(s.uuid), v.minLength(1), v.maxLength(100)), decision: v.picklist(['closed', 'fixed', 'refuse']), ...refusal }),
  output: v.strictObject({ decided: s.count, listed: v.boolean() }),
};
/** Why one of several was left out: it has to be looked at by itself, is the officer's own, or is no longer listed. */
export const leftOut = v.union([walkReason, v.picklist(['own', 'closed'])]);
/**
 * Seen on site that all still holds; reports that it is closed are answered by it. All or none, unless `together`: chosen from a list without
 * looking at each, so only those for which that is safe (domain/walk-reasons.ts, W7) are confirmed, and of each is told what became of it.
 */
export const confirmOutlet = {
  input: v.strictObject({ outlets: v.pipe(v.array(s.uuid), v.minLength(1), v.maxLength(50)), together: v.optional(v.boolean()) }),
  output: v.strictObject({
    confirmed: s.count, confirmedOn: s.dayText,
    /** `already`: somebody confirmed it since the list was made. */
    results: v.optional(v.array(v.strictObject({ outlet: s.uuid, result: v.picklist(['confirmed', 'already', 'left']), why: v.nullable(leftOut) }))),
  }),
};
/** For somebody who proved on the spot that the outlet is hers: a code that makes her its owner, once, within a week. `id`, made by the phone: the same again gets the same code. */
export const handOver = {
  input: v.strictObject({ id: s.uuid, outlet: s.uuid }),
  output: v.strictObject({ code: v.string(), expiresAt: s.instantText }),
};
/** A text: one decision about a review's words, its answer or complaint. A visit: what somebody saw on the spot; an edit: what staff mended themselves. */
const undoable = v.picklist(['registration', 'claim', 'correction', 'text', 'visit', 'edit']);
/** What was decided of late, the newest first; `undoable` while it can still be taken back. */
export const decided = {
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({
    decided: v.array(v.strictObject({
      kind: undoable, id: s.uuid, name: v.string(), community: v.strictObject({ code: s.communityCode, name: v.string() }),
      state: v.string(), reason: v.nullable(v.string()), at: s.instantText, undoable: v.boolean(),
      /** Of a text: its words, as long as they stand. */
      quote: v.optional(v.nullable(v.string())),
    })),
    undoDays: s.count,
  }),
};
/** Takes a decision back: the outlet is as it was before it, and the case waits again. */
export const undo = {
  input: v.strictObject({ kind: undoable, id: s.uuid }),
  output: v.strictObject({ undone: v.literal(true) }),
};

/** The newest seal of the round that runs: printed with posters, so that it hangs where nobody here can change it. */
export const postedSeal = v.strictObject({ round: v.strictObject({ id: s.roundId, title: v.string() }), number: s.count, at: s.instantText, size: s.count, root: s.sha256 });

export const posterRow = v.strictObject({
  community: v.strictObject({ code: s.communityCode, name: v.string() }),
  street: v.strictObject({ code: s.streetCode, name: v.string() }),
  circles: v.array(v.string()),
  scene: v.nullable(s.scene),
});
export const posters = {
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({ posters: v.array(posterRow), seal: v.optional(v.nullable(postedSeal)) }),
};
export const poster = {
  input: v.strictObject({ community: s.communityCode }),
  output: v.strictObject({
    ...posterRow.entries,
    scene: s.scene,
    link: v.string(),
    /** The QR code of `link` as rows of 0/1, quiet zone included; the page draws it in its own way. */
    modules: v.array(v.string()),
    hotline: v.string(),
    demo: v.boolean(),
    seal: v.optional(v.nullable(postedSeal)),
    approval: v.optional(s.approval),
  }),
};
/** Revokes a lost or copied poster code and makes the next one. */
export const renewPoster = {
  input: v.strictObject({ community: s.communityCode, scene: s.scene }),
  output: v.strictObject({ scene: s.scene }),
};

/** A token for helping people without a phone. `id`, made by the phone once: the same again gets the same reply. */
export const assist = {
  input: v.strictObject({ id: s.uuid, community: s.communityCode, topic: v.optional(s.topic), most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), note: v.pipe(v.string(), v.trim(), v.maxLength(40)) }),
  output: v.strictObject({
    community: v.strictObject({ code: s.communityCode, name: v.string() }),
    token: v.string(), link: v.string(), title: v.string(),
    /** The QR code of `link`, as of a poster. */
    modules: v.array(v.string()),
    most: s.count, until: s.instantText,
  }),
};
export const assists = {
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({
    asOf: s.instantText,
    assists: v.array(v.strictObject({
      id: s.uuid, community: v.strictObject({ code: s.communityCode, name: v.string() }), title: v.string(), note: v.string(), most: s.count, used: s.count, createdAt: s.instantText,
      /** 可用 · 用完 · 已收回 · 轮次已结束 */
      state: v.picklist(['open', 'spent', 'revoked', 'over']),
    })),
  }),
};
export const revokeAssist = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ state: v.literal('revoked') }),
};

/** 「有人要求我怎么填」, as it came in. */
export const pressureRow = v.strictObject({
  community: v.strictObject({ code: s.communityCode, name: v.string() }),
  street: v.strictObject({ code: s.streetCode, name: v.string() }),
  circles: v.array(v.string()),
  /** Null: some, fewer than `least`. */
  count: v.nullable(s.count),
  /** No more than this is counted in a day (domain/pressure.ts, P1). */
  orMore: v.boolean(),
});
export const pressureRound = v.strictObject({
  id: s.roundId, title: v.string(), opensAt: s.instantText, closesAt: s.instantText, demo: v.boolean(),
  /** The newest first. */
  days: v.array(v.strictObject({ day: s.dayText, rows: v.array(pressureRow) })),
});
export const pressure = {
  input: v.strictObject({}),
  output: v.strictObject({
    asOf: s.instantText,
    least: s.count,
    rounds: v.array(pressureRound),
    /** Older ones are not in the list. */
    more: v.boolean(),
  }),
};

/** Why a text is not made public. That it complains is no reason. */
export const remarkReason = v.picklist(['personal', 'insult', 'advert', 'unlawful', 'unrelated']);
export const remarkState = v.picklist(['held', 'passed', 'refused']);
const batchNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
/** What residents wrote, by round and batch; never where, when or by whom. */
export const remarks = {
  /** `before`: batches older than this one. Without `round` the newest. */
  input: v.strictObject({ round: v.optional(s.roundId), list: remarkState, before: v.optional(batchNumber) }),
  output: v.strictObject({
    /** The newest first. */
    rounds: v.array(v.strictObject({ id: s.roundId, title: v.string(), opensAt: s.instantText, closesAt: s.instantText, demo: v.boolean() })),
    shown: v.nullable(v.strictObject({
      round: s.roundId,
      /** How many wait for company, in tens; null: fewer than ten, none among them. */
      waiting: v.nullable(s.count),
      /** Some that wait can't be opened: the key is not here. */
      closed: v.boolean(),
      held: s.count, passed: s.count, refused: s.count,
      /** Those of the list, the newest batch first. */
      batches: v.array(v.strictObject({
        number: batchNumber, day: s.dayText,
        /** `text` null: refused, or the key that reads it is not here. */
        texts: v.array(v.strictObject({ place: batchNumber, text: v.nullable(v.string()), reason: v.nullable(remarkReason) })),
      })),
      more: v.boolean(),
    })),
  }),
};
/** `refused` null: may be made public. One that was passed may still be refused, and never the other way. */
export const decideRemark = {
  input: v.strictObject({ round: s.roundId, batch: batchNumber, place: batchNumber, seen: v.picklist(['held', 'passed']), refused: v.nullable(remarkReason) }),
  output: v.strictObject({ state: v.picklist(['passed', 'refused']) }),
};

export type Confirmed = NonNullable<v.InferOutput<typeof confirmOutlet.output>['results']>[number];
export type CaseRow = v.InferOutput<typeof caseRow>;
export type OneCase = v.InferOutput<typeof oneCase.output>;
export type Decided = v.InferOutput<typeof decided.output>['decided'][number];
export type RemarkReason = v.InferOutput<typeof remarkReason>;
export type RemarkState = v.InferOutput<typeof remarkState>;
export type Remarks = v.InferOutput<typeof remarks.output>;
export type PressureRound = v.InferOutput<typeof pressureRound>;
export type Progress = v.InferOutput<typeof progress.output>;
export type ProgressRow = v.InferOutput<typeof progressRow>;
export type Reason = v.InferOutput<typeof reason>;
export type QueueItem = v.InferOutput<typeof queue.output>['items'][number];
export type PostedSeal = v.InferOutput<typeof postedSeal>;
export type Poster = v.InferOutput<typeof poster.output>;
