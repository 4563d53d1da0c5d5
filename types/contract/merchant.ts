/** Getting an outlet of one's own onto the map and keeping it right: registering, claiming, confirming, handing over. Function `outlet`. */
import * as v from 'valibot';
import { outletHead, standing } from './outlet';
import { photoRefs } from './photos';
import * as s from './shared';

/** The registration form. The phone carries this schema too, so it can say what is wrong before sending. */
export const draft = v.strictObject({
  name: v.pipe(s.shortText(40), v.minLength(2)),
  format: s.shortText(40),
  services: v.pipe(v.array(s.shortText(40)), v.maxLength(12)),
  community: s.communityCode,
  point: s.gcj02Point,
  address: s.shortText(80),
  phone: v.nullable(v.pipe(v.string(), v.regex(/^(1\d{10}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})$/))),
  hours: v.nullable(s.weekHours),
  dated: v.optional(s.datedHours),
  /** The market that its stall stands in; null: none. */
  market: v.optional(v.nullable(s.marketId)),
  creditCode: v.nullable(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(18))),
  unlicensedReason: v.nullable(s.shortText(100)),
  facts: s.facts,
  photos: photoRefs,
  /** 连锁 · 独立 · 不清楚. Absent: last month's phones did not ask. */
  chain: v.optional(v.picklist(['chain', 'independent', 'unknown'])),
  /** Of a chain alone; elsewhere it is left out. */
  brand: v.optional(v.nullable(s.shortText(20))),
});

/** How sure it is that two entries are one outlet (rules/duplicates.json, 示例). */
export const sameness = v.picklist(['possible', 'likely', 'sure']);

/** While she types: what is listed already and may be hers. What she has not typed yet is left out; so is what is not whole (a phone of five digits). */
export const duplicates = {
  input: v.strictObject({
    name: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(40)))),
    point: v.optional(v.nullable(s.gcj02Point)),
    address: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(80)))),
    phone: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(20)))),
    creditCode: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(18)))),
    /** Her own outlet, where she changes one. */
    except: v.optional(v.nullable(s.uuid)),
  }),
  output: v.strictObject({
    /** The most alike first, at most three. `reasons` are whole words to show: 电话相同. */
    items: v.array(v.strictObject({ id: s.uuid, name: v.string(), format: v.string(), address: v.string(), metres: v.nullable(s.count), level: sameness, reasons: v.array(v.string()), demo: v.boolean() })),
    /** Somebody else's registration waits that is much like it. Which, and whose, is not said. */
    waiting: v.optional(v.boolean()),
    /** Of the rules: 示例 until somebody confirms them. */
    status: v.string(),
  }),
};

export const registrationState = v.picklist(['pending', 'approved', 'returned']);

export const registration = v.strictObject({
  id: s.uuid,
  /** Grows with each correction, so an officer never decides on something else than what she read. */
  revision: s.count,
  outlet: v.nullable(s.uuid),
  state: registrationState,
  draft,
  reason: v.nullable(v.string()),
  /** Why it was returned, as a code of the rules of upkeep. */
  reasonCode: v.optional(v.nullable(v.string())),
  submittedAt: s.instantText,
  decidedAt: v.nullable(s.instantText),
  demo: v.boolean(),
});

export const register = {
  /** The same id again with a higher revision corrects a returned registration; the same revision again changes nothing. */
  input: v.strictObject({ id: s.uuid, revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), outlet: v.nullable(s.uuid), draft }),
  output: v.strictObject({ registration }),
};

/** What somebody who claims an outlet shows. */
export const claimPapers = v.strictObject({
  /** How to reach her; never public. */
  phone: v.pipe(v.string(), v.regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/)),
  creditCode: v.nullable(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(18))),
  note: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  photos: photoRefs,
});

export const claimState = v.picklist(['pending', 'disputed', 'granted', 'refused', 'withdrawn']);

export const claimShown = v.strictObject({
  id: s.uuid, revision: s.count, outlet: outletHead, state: claimState, papers: claimPapers,
  reason: v.nullable(v.string()), reasonCode: v.nullable(v.string()), submittedAt: s.instantText, decidedAt: v.nullable(s.instantText),
});

/** `id`, made by the phone: the same revision again changes nothing; a higher one mends a refused claim. */
export const claim = {
  input: v.strictObject({ id: s.uuid, revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), outlet: s.uuid, papers: claimPapers }),
  output: v.strictObject({ claim: claimShown }),
};

export const withdrawClaim = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ state: v.literal('withdrawn') }),
};

/** 今天还营业: all that is said of it still holds. */
export const confirm = {
  input: v.strictObject({ outlet: s.uuid }),
  output: v.strictObject({ confirmedOn: s.dayText }),
};

/** A code that makes whoever types it the owner, once, within a week. `id`, made by the phone. */
export const handOver = {
  input: v.strictObject({ id: s.uuid, outlet: s.uuid }),
  output: v.strictObject({ code: v.string(), expiresAt: s.instantText }),
};

export const takeOver = {
  input: v.strictObject({ code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)) }),
  output: v.strictObject({ outlet: outletHead }),
};

export const ownedOutlet = v.strictObject({
  id: s.uuid, name: v.string(), address: v.string(), standing, freshness: v.picklist(['fresh', 'ageing', 'stale']), confirmedOn: v.nullable(s.dayText), listed: v.boolean(), demo: v.boolean(),
  /** As it stands now: what changing it begins with. */
  draft: v.optional(draft),
});

export const mine = {
  input: v.strictObject({}),
  output: v.strictObject({ registrations: v.array(registration), outlets: v.optional(v.array(ownedOutlet)), claims: v.optional(v.array(claimShown)), hotline: v.string() }),
};

export type Draft = v.InferOutput<typeof draft>;
export type ClaimPapers = v.InferOutput<typeof claimPapers>;
export type Claim = v.InferOutput<typeof claimShown>;
export type OwnedOutlet = v.InferOutput<typeof ownedOutlet>;
export type Registration = v.InferOutput<typeof registration>;
export type Sameness = v.InferOutput<typeof sameness>;
export type Duplicate = v.InferOutput<typeof duplicates.output>['items'][number];
