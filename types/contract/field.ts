/** Work on the spot: the walking list, a visit, a witness, and mending an entry at the desk. Function `desk`. */
import * as v from 'valibot';
import { draft } from './merchant';
import { origin, standing } from './outlet';
import { photo, photoRefs } from './photos';
import * as s from './shared';

/** Why somebody should go and look (domain/walk-reasons.ts), the gravest first. */
export const walkReason = v.picklist(['hidden', 'doubted', 'wrong', 'never', 'stale', 'witness', 'facts']);
export const witnessState = v.picklist(['standing', 'ended', 'none']);
/** The newest entry of the outlet's history that she saw: if colleagues did something since, she is told. */
const seen = s.count;

export const walkItem = v.strictObject({
  id: s.uuid,
  name: v.string(),
  formatName: v.string(),
  community: v.strictObject({ code: s.communityCode, name: v.string() }),
  point: s.gcj02Point,
  address: v.string(),
  phone: v.nullable(v.string()),
  hours: v.nullable(s.weekHours),
  facts: s.facts,
  standing,
  why: v.array(walkReason),
  /** What the last officer there found wrong. */
  wrong: v.nullable(v.string()),
  lastSeenOn: v.nullable(s.dayText),
  /** Null: it has a licence. */
  witness: v.nullable(v.strictObject({ state: witnessState, until: v.nullable(s.dayText) })),
  seen,
  demo: v.boolean(),
});
/** Of a community, or around a point; those of her own streets, and none that is her own. `outlet`: that one is on it, whether or not there is a reason. */
export const walk = {
  input: v.strictObject({ around: origin, outlet: v.optional(s.uuid) }),
  output: v.strictObject({
    asOf: s.instantText,
    centre: v.strictObject({ name: v.string(), point: s.gcj02Point, status: v.string() }),
    items: v.array(walkItem),
    /** There are more than one list holds. */
    more: v.boolean(),
    witnessDays: s.count,
    /** Of the rules by which they are on the list. */
    status: v.string(),
    hotline: v.string(),
  }),
};

export const visitOutcome = v.picklist(['right', 'closed', 'wrong']);
/** What she saw there. `id` and `at` are the phone's; `facts`: unknown is not looked at. `witnessed`: why it may stay without a licence; needs a photo of purpose `witness`. */
export const visit = {
  input: v.strictObject({
    id: s.uuid, outlet: s.uuid, seen, at: s.instantText, outcome: visitOutcome, facts: s.facts, note: v.nullable(s.shortText(200)), photos: photoRefs,
    witnessed: v.optional(v.nullable(s.shortText(100))),
  }),
  output: v.strictObject({ outcome: visitOutcome, on: s.dayText, witnessUntil: v.nullable(s.dayText) }),
};

/** Of one without a licence: the witness that stands, else the one that ended last, as staff see it; and for how many days a new one would stand. */
export const witnessing = v.strictObject({
  now: v.nullable(v.strictObject({ of: v.picklist(['registration', 'outlet']), state: v.picklist(['standing', 'ended']), on: s.dayText, until: s.dayText, reason: v.string(), photo: v.nullable(photo) })),
  days: s.count,
});

/** A witness for a registration that waits, or for an outlet that is listed; takes the place of one that stands. */
export const witness = {
  input: v.strictObject({ id: s.uuid, of: v.picklist(['registration', 'outlet']), subject: s.uuid, reason: s.shortText(100), photo: s.uuid }),
  output: v.strictObject({ until: s.dayText }),
};
/** Takes one back that should not stand. */
export const revokeWitness = {
  input: v.strictObject({ of: v.picklist(['registration', 'outlet']), subject: s.uuid, why: s.shortText(100) }),
  output: v.strictObject({ state: v.literal('revoked') }),
};

/** A listed outlet as the form holds it. */
export const editing = {
  input: v.strictObject({ outlet: s.uuid }),
  output: v.strictObject({
    draft, seen, owned: v.boolean(), wrong: v.nullable(v.string()), demo: v.boolean(), hotline: v.string(),
    /** Null: it has a licence, or nobody said that it has none. */
    witnessing: v.optional(v.nullable(witnessing)),
  }),
};
export const edit = {
  input: v.strictObject({ id: s.uuid, outlet: s.uuid, seen, draft, why: s.shortText(100) }),
  output: v.strictObject({ changed: v.array(v.string()) }),
};

export type WalkReason = v.InferOutput<typeof walkReason>;
export type WalkItem = v.InferOutput<typeof walkItem>;
export type Walk = v.InferOutput<typeof walk.output>;
export type Witnessing = v.InferOutput<typeof witnessing>;
export type VisitOutcome = v.InferOutput<typeof visitOutcome>;
