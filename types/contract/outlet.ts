/** Outlets: finding them, looking at one, and getting one's own onto the map. Function `outlet`. */
import * as v from 'valibot';
import * as s from './shared';

export const origin = v.union([
  v.strictObject({ kind: v.literal('community'), code: s.communityCode }),
  v.strictObject({ kind: v.literal('point'), point: s.gcj02Point }),
]);
export const factName = v.picklist(['cash', 'stepFree', 'seats', 'staffed']);

export const openState = v.union([
  v.strictObject({ state: v.literal('open'), until: v.nullable(v.string()) }),
  /** `at` is HH:mm; `day` says 今天, 明天 or 周几. */
  v.strictObject({ state: v.literal('closed'), opens: v.nullable(v.strictObject({ day: v.string(), at: v.string() })) }),
  v.strictObject({ state: v.literal('unknown') }),
]);

export const walk = v.strictObject({ metres: s.count, minutes: s.count, estimated: v.boolean() });

export const outletCard = v.strictObject({
  id: s.uuid,
  name: v.string(),
  format: v.strictObject({ code: v.string(), name: v.string() }),
  services: v.array(v.string()),
  smallRepair: v.boolean(),
  point: s.gcj02Point,
  address: v.string(),
  walk: v.nullable(walk),
  open: openState,
  facts: s.facts,
  verifiedOn: v.nullable(s.dayText),
  demo: v.boolean(),
});

export const nearby = {
  input: v.strictObject({
    origin,
    pace: v.optional(s.paceCode),
    groups: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(12))),
    formats: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(30))),
    sixOnes: v.optional(v.pipe(v.array(v.picklist(['一店', '一早', '一菜', '一修', '一老', '一小'])), v.maxLength(6))),
    smallRepair: v.optional(v.boolean()),
    openNow: v.optional(v.boolean()),
    facts: v.optional(v.pipe(v.array(factName), v.maxLength(4))),
    text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
    /** Pages of 20; the offset of the first item wanted. */
    from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
    /** Up to 200 for the map. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
  }),
  output: v.strictObject({
    origin: v.strictObject({ name: v.string(), point: s.gcj02Point, status: v.string() }),
    pace: s.paceCode,
    asOf: s.instantText,
    items: v.array(outletCard),
    more: v.boolean(),
    /** Nothing farther than this is listed. */
    radius: s.count,
  }),
};

export const detail = {
  input: v.strictObject({ id: s.uuid, origin: v.optional(origin), pace: v.optional(s.paceCode) }),
  output: v.strictObject({
    outlet: v.strictObject({
      ...outletCard.entries,
      phone: v.nullable(v.string()),
      hours: v.nullable(s.weekHours),
      community: v.strictObject({ code: s.communityCode, name: v.string() }),
      unlicensed: v.boolean(),
      verifiedBy: v.nullable(v.string()),
      changedOn: s.dayText,
      mine: v.boolean(),
    }),
    hotline: v.string(),
  }),
};

/** The lists a form or filter offers; cached on the phone by `hash`. */
export const catalogue = {
  input: v.strictObject({ known: v.optional(v.string()) }),
  output: v.strictObject({
    hash: v.string(),
    catalogue: v.nullable(v.strictObject({
      groups: v.array(v.string()),
      formats: v.array(v.strictObject({ code: v.string(), name: v.string(), class: v.picklist(['basic', 'quality', 'other']), group: v.string(), sixOne: v.nullable(v.string()) })),
      services: v.array(v.strictObject({ code: v.string(), name: v.string(), smallRepair: v.boolean() })),
      paces: v.array(v.strictObject({ code: s.paceCode, name: v.string(), metresPerMinute: v.number(), note: v.string() })),
      status: v.string(),
      source: v.string(),
    })),
  }),
};

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
  creditCode: v.nullable(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(18))),
  unlicensedReason: v.nullable(s.shortText(100)),
  facts: s.facts,
});

export const registrationState = v.picklist(['pending', 'approved', 'returned']);
export const registration = v.strictObject({
  id: s.uuid,
  /** Grows with each correction, so an officer never decides on something else than what she read. */
  revision: s.count,
  outlet: v.nullable(s.uuid),
  state: registrationState,
  draft,
  reason: v.nullable(v.string()),
  submittedAt: s.instantText,
  decidedAt: v.nullable(s.instantText),
  demo: v.boolean(),
});

export const register = {
  /** The same id again with a higher revision corrects a returned registration; the same revision again changes nothing. */
  input: v.strictObject({ id: s.uuid, revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), outlet: v.nullable(s.uuid), draft }),
  output: v.strictObject({ registration }),
};
export const mine = {
  input: v.strictObject({}),
  output: v.strictObject({ registrations: v.array(registration), hotline: v.string() }),
};

export type Origin = v.InferOutput<typeof origin>;
export type FactName = v.InferOutput<typeof factName>;
export type OpenState = v.InferOutput<typeof openState>;
export type OutletCard = v.InferOutput<typeof outletCard>;
export type Draft = v.InferOutput<typeof draft>;
export type Registration = v.InferOutput<typeof registration>;
export type Catalogue = NonNullable<v.InferOutput<typeof catalogue.output>['catalogue']>;
export type NearbyInput = v.InferInput<typeof nearby.input>;
