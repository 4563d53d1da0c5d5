/** What neighbours say of outlets, and what they follow. Function `voice`. */
import * as v from 'valibot';
import { origin } from './outlet';
import * as s from './shared';

export const said = v.picklist(['good', 'fair', 'bad', 'unnoticed']);
export const aspects = v.strictObject({ quality: said, price: said, manner: said, clean: said, elderFit: said });
export const textState = v.picklist(['held', 'passed', 'refused']);
const text = s.shortText(200);
/** The server's word that the platform found nothing in this very text (`voice.check`). */
const checked = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(80))));
const outletHead = v.strictObject({ id: s.uuid, name: v.string(), address: v.string() });
const fate = v.strictObject({ state: textState, reason: v.nullable(v.string()) });

/** As whoever wrote it sees it. */
export const ownReview = v.strictObject({
  id: s.uuid, version: s.count, aspects, text: v.nullable(v.string()), fate: v.nullable(fate),
  /** False: staff found that it is not about this outlet; nothing of it counts. */
  counts: v.boolean(),
  /** Answered, or of a half year that is over: it can be withdrawn and not changed. */
  fixed: v.boolean(),
  on: s.dayText, reply: v.nullable(v.strictObject({ text: v.string(), on: s.dayText })),
});
export const shownReview = v.strictObject({
  id: s.uuid, on: s.dayText, text: v.string(), own: v.boolean(),
  /** Null as long as so few wrote that nothing is added up. */
  aspects: v.nullable(aspects),
  reply: v.nullable(v.strictObject({ text: v.string(), on: s.dayText })),
  /** For the owner alone. */
  owner: v.nullable(v.strictObject({ version: s.count, reply: v.nullable(v.strictObject({ text: v.string(), ...fate.entries })), complaint: v.nullable(v.picklist(['open', 'kept', 'upheld'])) })),
});
export const aspectName = v.picklist(['quality', 'price', 'manner', 'clean', 'elderFit']);

/** 邻居怎么说, of one outlet. `from`: how many texts were shown before. */
export const about = {
  input: v.strictObject({ outlet: s.uuid, from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))) }),
  output: v.strictObject({
    outlet: outletHead,
    people: s.count,
    /** Counts of people; `noticed` null: too few of them. Null altogether: fewer than `least` people. */
    aspects: v.nullable(v.array(v.strictObject({ aspect: aspectName, noticed: v.nullable(s.count), good: s.count, fair: s.count, bad: s.count }))),
    reviews: v.array(shownReview),
    more: v.boolean(),
    mine: v.nullable(ownReview),
    /** She keeps this outlet, and so doesn't review it. */
    owner: v.boolean(),
    follow: v.nullable(s.uuid),
    least: s.count, keepMonths: s.count, status: v.string(),
    /** This deployment has WeChat check texts. */
    platform: v.boolean(),
    hotline: v.string(),
  }),
};
/** Null: nobody checked it, and it is held for a person. */
export const check = {
  input: v.strictObject({ text }),
  output: v.strictObject({ checked: v.nullable(v.string()) }),
};
/** `id`, made by the phone: the same again changes nothing, something else changes the review. */
export const write = {
  input: v.strictObject({ id: s.uuid, outlet: s.uuid, aspects, text: v.nullable(text), checked }),
  output: v.strictObject({ review: ownReview }),
};
export const withdraw = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ state: v.literal('withdrawn') }),
};
/** What she wrote, the newest first. */
export const mine = {
  input: v.strictObject({}),
  output: v.strictObject({ reviews: v.array(v.strictObject({ ...ownReview.entries, outlet: outletHead })), keepMonths: s.count, hotline: v.string() }),
};
/** The owner's one answer; one that was refused may be mended. */
export const reply = {
  input: v.strictObject({ review: s.uuid, seen: s.count, text, checked }),
  output: v.strictObject({ state: textState }),
};
/** What the owner holds against a review: a person of the street looks. */
export const complain = {
  input: v.strictObject({ review: s.uuid, seen: s.count, text }),
  output: v.strictObject({ state: v.picklist(['open', 'kept', 'upheld']) }),
};

const followed = v.union([
  v.strictObject({ kind: v.literal('outlet'), outlet: s.uuid }),
  v.strictObject({ kind: v.literal('format'), format: v.pipe(v.string(), v.maxLength(40)), origin, minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), pace: s.paceCode }),
]);
/** `id`, made by the phone. */
export const follow = {
  input: v.strictObject({ id: s.uuid, what: followed }),
  output: v.strictObject({ id: s.uuid, until: s.dayText }),
};
export const shownFollow = v.strictObject({
  id: s.uuid, since: s.dayText, until: s.dayText,
  what: v.union([
    v.strictObject({ kind: v.literal('outlet'), outlet: outletHead, listed: v.boolean() }),
    v.strictObject({ kind: v.literal('format'), format: v.string(), place: v.string(), minutes: s.count }),
  ]),
});
export const follows = {
  input: v.strictObject({}),
  output: v.strictObject({
    follows: v.array(shownFollow), mostOutlets: s.count, mostFormats: s.count, minutes: v.array(s.count), months: s.count, status: v.string(),
    /** The template of WeChat's subscription message; null: nothing is pushed here, and the inbox alone holds. */
    pushTemplate: v.nullable(v.string()),
    /** Consents that wait for a message. */
    consents: s.count,
    hotline: v.string(),
  }),
};
export const unfollow = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ ended: v.literal(true) }),
};
/** Whoever clears her phone: all she follows ends, and whom to push to is erased. */
export const forget = {
  input: v.strictObject({}),
  output: v.strictObject({ ended: s.count }),
};
/** She let WeChat push one message. Kept sealed, used once, then erased. */
export const consent = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ kept: v.boolean() }),
};

/** For staff: a text about an outlet that waits. `desk.text`, `desk.decideText`. */
export const textPart = v.picklist(['review', 'reply', 'complaint']);
export const deskText = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({
    id: s.uuid, version: s.count, outlet: outletHead, community: v.strictObject({ code: s.communityCode, name: v.string() }), demo: v.boolean(),
    since: s.instantText, hoursLeft: v.number(), writtenOn: s.dayText, aspects,
    review: v.nullable(v.strictObject({ text: v.string(), state: textState })),
    reply: v.nullable(v.strictObject({ text: v.string(), state: textState })),
    complaint: v.nullable(v.strictObject({ text: v.string(), state: v.picklist(['open', 'kept', 'upheld']) })),
    /** Which parts wait for a decision; none: all is decided, and may be decided otherwise. */
    waiting: v.array(textPart),
    /** She wrote it, or keeps the outlet: somebody else decides. */
    own: v.boolean(),
    reasons: v.array(v.strictObject({ code: v.string(), say: v.string(), mend: v.string(), whole: v.boolean() })),
    hotline: v.string(),
  }),
};
/** `seen`: the version she read. `was`: how the text stood then, `held` where nothing is said; so a decision can be taken back, and of two officers one is told. `refuse`: the text is not shown; of a complaint: it is right, and the review's text goes. */
export const decideText = {
  input: v.strictObject({ id: s.uuid, part: textPart, seen: s.count, was: v.optional(textState), decision: v.picklist(['pass', 'refuse']), reasonCode: v.nullable(v.pipe(v.string(), v.maxLength(40))), reason: v.nullable(s.shortText(100)) }),
  output: v.strictObject({ waiting: v.array(textPart) }),
};

export type AspectsSaid = v.InferOutput<typeof aspects>;
export type TextState = v.InferOutput<typeof textState>;
export type OwnReview = v.InferOutput<typeof ownReview>;
export type ShownReview = v.InferOutput<typeof shownReview>;
export type Voices = v.InferOutput<typeof about.output>;
export type Followed = v.InferInput<typeof followed>;
export type ShownFollow = v.InferOutput<typeof shownFollow>;
export type TextPart = v.InferOutput<typeof textPart>;
export type WaitingText = v.InferOutput<typeof deskText.output>;
