/** What street staff and the district office do. Function `desk`. Counts only: no action here can reach an answer. */
import * as v from 'valibot';
import * as s from './shared';
import { registration } from './outlet';

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
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({
    scope: v.strictObject({ role: s.deskRole, street: v.nullable(v.strictObject({ code: s.streetCode, name: v.string() })) }),
    asOf: s.instantText,
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

export const queue = {
  /** With `id` that registration alone, however many wait before it; `out_of_scope`, `not_found` and `decided_already` say why there is none. */
  input: v.strictObject({ street: v.optional(s.streetCode), id: v.optional(s.uuid) }),
  output: v.strictObject({
    items: v.array(v.strictObject({
      registration,
      community: v.strictObject({ code: s.communityCode, name: v.string() }),
      formatName: v.string(),
      waitingHours: s.count,
      /** Listed outlets within 50 m whose name looks alike; a hint, not a judgement. */
      similar: v.array(v.strictObject({ id: s.uuid, name: v.string(), metres: s.count })),
    })),
    waiting: s.count,
    hotline: v.string(),
  }),
};

export const decide = {
  input: v.strictObject({
    id: s.uuid,
    revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
    decision: v.picklist(['approve', 'return']),
    reason: v.nullable(s.shortText(200)),
  }),
  output: v.strictObject({ state: v.picklist(['approved', 'returned']), outlet: v.nullable(s.uuid) }),
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

export const inviteState = v.picklist(['open', 'used', 'expired', 'revoked']);
/** `id`, made by the phone once for what it sends: the same again gets the same reply; something else under it is `value_invalid`. */
export const invite = {
  input: v.strictObject({ id: v.optional(s.uuid), role: s.deskRole, street: v.nullable(s.streetCode), days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), note: v.pipe(v.string(), v.trim(), v.maxLength(40)) }),
  output: v.strictObject({ code: v.string(), link: v.string(), expiresAt: s.instantText }),
};
export const invites = {
  input: v.strictObject({}),
  output: v.strictObject({
    invites: v.array(v.strictObject({ id: s.uuid, role: s.deskRole, street: v.nullable(v.strictObject({ code: s.streetCode, name: v.string() })), note: v.string(), state: inviteState, createdAt: s.instantText, expiresAt: s.instantText })),
  }),
};
export const revokeInvite = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ state: inviteState }),
};
export const acceptInvite = {
  input: v.strictObject({ code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)) }),
  output: v.strictObject({ role: s.role, street: v.nullable(v.strictObject({ code: s.streetCode, name: v.string() })) }),
};

/** A token for helping people without a phone. `id`, made by the phone once: the same again gets the same reply. */
export const assist = {
  input: v.strictObject({ id: s.uuid, community: s.communityCode, most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), note: v.pipe(v.string(), v.trim(), v.maxLength(40)) }),
  output: v.strictObject({
    community: v.strictObject({ code: s.communityCode, name: v.string() }),
    token: v.string(), link: v.string(),
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
      id: s.uuid, community: v.strictObject({ code: s.communityCode, name: v.string() }), note: v.string(), most: s.count, used: s.count, createdAt: s.instantText,
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

export type RemarkReason = v.InferOutput<typeof remarkReason>;
export type RemarkState = v.InferOutput<typeof remarkState>;
export type Remarks = v.InferOutput<typeof remarks.output>;
export type PressureRound = v.InferOutput<typeof pressureRound>;
export type Progress = v.InferOutput<typeof progress.output>;
export type ProgressRow = v.InferOutput<typeof progressRow>;
export type QueueItem = v.InferOutput<typeof queue.output>['items'][number];
export type PostedSeal = v.InferOutput<typeof postedSeal>;
export type Poster = v.InferOutput<typeof poster.output>;
