/** Outlets: finding them, looking at one, saying that it is wrong; and what the app tells whoever has to do with one. Function `outlet`. */
import * as v from 'valibot';
import { photoRefs, publicPhoto } from './photos';
import * as s from './shared';

const whole = v.pipe(v.number(), v.integer());

export const origin = v.union([
  v.strictObject({ kind: v.literal('community'), code: s.communityCode }),
  v.strictObject({ kind: v.literal('point'), point: s.gcj02Point }),
]);

export const factName = v.picklist(['cash', 'stepFree', 'seats', 'staffed']);

/** Today is this holiday, and nobody said what is on holidays. */
const unsure = v.optional(v.string());

export const openState = v.union([
  v.strictObject({ state: v.literal('open'), until: v.nullable(v.string()), unsure }),
  /** `at` is HH:mm; `day` says 今天, 明天, 周几 or 12月3日. `because`: why there are no hours today, 国庆节休息. */
  v.strictObject({ state: v.literal('closed'), opens: v.nullable(v.strictObject({ day: v.string(), at: v.string() })), because: v.optional(v.string()), unsure }),
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
  confirmedOn: v.optional(v.nullable(s.dayText)),
  /** 可能已关: residents who agree say so. */
  doubted: v.optional(v.boolean()),
});

export const standing = v.picklist(['fine', 'doubted', 'hidden', 'closed']);

export const entryBy = v.picklist(['owner', 'staff', 'residents', 'list', 'system']);

/** What is looked for, and around where. */
const sought = {
  origin,
  groups: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(12))),
  formats: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(30))),
  sixOnes: v.optional(v.pipe(v.array(v.picklist(['一店', '一早', '一菜', '一修', '一老', '一小'])), v.maxLength(6))),
  smallRepair: v.optional(v.boolean()),
  /** Any of these services, whatever else it is. */
  services: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(30))),
  openNow: v.optional(v.boolean()),
  facts: v.optional(v.pipe(v.array(factName), v.maxLength(4))),
  text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
};

const found = {
  origin: v.strictObject({ name: v.string(), point: s.gcj02Point, status: v.string() }),
  asOf: s.instantText,
  /** True: nothing holds the text as it was typed; these are one character off, or read the same. */
  inexact: v.optional(v.boolean()),
  more: v.boolean(),
  /** Nothing farther than this is listed. */
  radius: s.count,
};

export const nearby = {
  input: v.strictObject({
    ...sought,
    pace: v.optional(s.paceCode),
    /** Pages of 20; the offset of the first item wanted. */
    from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
    /** Up to 200 at once. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
  }),
  output: v.strictObject({ ...found, pace: s.paceCode, items: v.array(outletCard) }),
};

/** The same outlets for a map: the nearest 2,000, each with what a mark and its card need. domain/map-points.ts unpacks them. */
export const mapPoints = v.strictObject({
  formats: v.array(v.string()),
  opens: v.array(openState),
  /** Id, name, which format, millionths of a degree east and north of the origin, which state of opening, 1 可能已关 + 2 demo. */
  rows: v.array(v.strictTuple([s.uuid, v.string(), s.count, whole, whole, s.count, v.pipe(s.count, v.maxValue(3))])),
});

export const points = {
  input: v.strictObject(sought),
  output: v.strictObject({
    ...found,
    ...mapPoints.entries,
    /** What a walk is reckoned by, so that another pace needs no other map. */
    walking: v.strictObject({ detour: v.number(), metresPerMinute: v.strictObject({ normal: v.number(), slow: v.number(), cart: v.number() }) }),
  }),
};

export const detail = {
  input: v.strictObject({ id: s.uuid, origin: v.optional(origin), pace: v.optional(s.paceCode) }),
  output: v.strictObject({
    outlet: v.strictObject({
      ...outletCard.entries,
      phone: v.nullable(v.string()),
      hours: v.nullable(s.weekHours),
      dated: v.optional(s.datedHours),
      /** Where hours differ on holidays: until which year their days are announced. */
      holidaysUntil: v.optional(s.count),
      /** The market that its stall stands in. */
      market: v.optional(v.strictObject({
        id: s.marketId, name: v.string(),
        /** Said where the hours above are the market's, since nobody said its own: how sure they are (待核), empty where they are official. */
        hoursStatus: v.optional(v.string()),
      })),
      community: v.strictObject({ code: s.communityCode, name: v.string() }),
      unlicensed: v.boolean(),
      verifiedBy: v.nullable(v.string()),
      changedOn: s.dayText,
      /** Of the shop front, those that passed. */
      photos: v.optional(v.array(publicPhoto)),
      mine: v.boolean(),
      /** The name of the entry that was asked for and has since become part of this one. */
      mergedFrom: v.optional(v.string()),
      /** Null: it needs none. `none`: nobody of the community was there yet. */
      witness: v.optional(v.nullable(v.strictObject({ state: v.picklist(['standing', 'ended', 'none']), on: v.nullable(s.dayText), until: v.nullable(s.dayText) }))),
      upkeep: v.optional(v.strictObject({
        standing,
        /** How long ago somebody last said that it is so: 新 · 渐旧 · 待确认. */
        freshness: v.picklist(['fresh', 'ageing', 'stale']),
        confirmed: v.nullable(v.strictObject({ on: s.dayText, by: v.picklist(['owner', 'staff']) })),
        /** Nobody owns it yet: whoever keeps it may claim it. */
        unowned: v.boolean(),
        /** The newest first; what was said, never the text of it. */
        history: v.array(v.strictObject({ on: s.dayText, by: entryBy, act: v.string(), fields: v.array(v.string()) })),
      })),
    }),
    hotline: v.string(),
  }),
};

/** 小修小补: the kinds of repair, and how many within a quarter of an hour's walk do each. */
export const repairs = {
  input: v.strictObject({ origin, pace: v.optional(s.paceCode) }),
  output: v.strictObject({
    minutes: s.count,
    kinds: v.array(v.strictObject({ code: v.string(), name: v.string(), inReach: s.count })),
    origin: v.strictObject({ name: v.string(), status: v.string() }),
  }),
};

const marketHead = {
  id: s.marketId,
  name: v.string(),
  kind: v.picklist(['night', 'morning', 'fair', 'street']),
  open: openState,
  /** Null: nobody said where it is. */
  point: v.nullable(s.gcj02Point),
  address: v.nullable(v.string()),
  walk: v.nullable(walk),
  /** 待核, 演示 and so on; empty where an official source says it. */
  placeStatus: v.string(),
  hoursStatus: v.string(),
  demo: v.boolean(),
};

/** Every market, what is on now first. */
export const markets = {
  input: v.strictObject({ origin: v.optional(origin), pace: v.optional(s.paceCode) }),
  output: v.strictObject({ markets: v.array(v.strictObject(marketHead)), asOf: s.instantText }),
};

export const market = {
  input: v.strictObject({ id: s.marketId, origin: v.optional(origin), pace: v.optional(s.paceCode) }),
  output: v.strictObject({
    market: v.strictObject({
      ...marketHead,
      clause: v.string(),
      hours: v.nullable(s.weekHours),
      dated: v.optional(s.datedHours),
      holidaysUntil: v.optional(s.count),
      rules: v.array(v.strictObject({ text: v.string(), status: v.string() })),
      /** The next days it is on, today among them as long as it has not ended. */
      next: v.array(v.strictObject({ on: s.dayText, lunar: v.string(), text: v.string() })),
    }),
    /** What is open now first, then nearest. */
    stalls: v.array(outletCard),
    more: v.boolean(),
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

export const outletHead = v.strictObject({ id: s.uuid, name: v.string(), address: v.string() });
export const correctionKind = v.picklist(['closed', 'hours', 'phone', 'place', 'name', 'facts', 'other']);

export const correctionState = v.picklist(['open', 'accepted', 'refused', 'answered', 'withdrawn']);

/** A resident says that an entry is wrong. `id`, made by the phone. */
export const report = {
  input: v.strictObject({ id: s.uuid, outlet: s.uuid, kind: correctionKind, note: v.nullable(s.shortText(200)), photos: photoRefs }),
  output: v.strictObject({ state: correctionState }),
};

/** What the caller reported, and what became of it. */
export const reports = {
  input: v.strictObject({}),
  output: v.strictObject({
    reports: v.array(v.strictObject({
      id: s.uuid, outlet: outletHead, kind: correctionKind, note: v.nullable(v.string()), state: correctionState,
      reason: v.nullable(v.string()), submittedAt: s.instantText, decidedAt: v.nullable(s.instantText),
    })),
    hotline: v.string(),
  }),
};

export const withdrawReport = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ state: v.literal('withdrawn') }),
};

/** The inbox: what the app has to tell her. `body` fills the words of its kind. */
export const messages = {
  input: v.strictObject({}),
  output: v.strictObject({
    messages: v.array(v.strictObject({ id: s.uuid, kind: v.string(), body: v.record(v.string(), v.string()), at: s.instantText, read: v.boolean() })),
    unread: s.count,
  }),
};

/** All that came until then are read. */
export const readMessages = {
  input: v.strictObject({ until: s.instantText }),
  output: v.strictObject({ unread: s.count }),
};

export type Origin = v.InferOutput<typeof origin>;
export type FactName = v.InferOutput<typeof factName>;
export type OpenState = v.InferOutput<typeof openState>;
export type MarketHead = v.InferOutput<typeof markets.output>['markets'][number];
export type OutletCard = v.InferOutput<typeof outletCard>;
export type Standing = v.InferOutput<typeof standing>;
export type EntryBy = v.InferOutput<typeof entryBy>;
export type CorrectionKind = v.InferOutput<typeof correctionKind>;
export type Report = v.InferOutput<typeof reports.output>['reports'][number];
export type Message = v.InferOutput<typeof messages.output>['messages'][number];
export type Catalogue = NonNullable<v.InferOutput<typeof catalogue.output>['catalogue']>;
export type NearbyInput = v.InferInput<typeof nearby.input>;
export type MapPoints = v.InferOutput<typeof mapPoints>;
export type PointsInput = v.InferInput<typeof points.input>;
export type PointsFound = v.InferOutput<typeof points.output>;
