/** Pieces that several actions share. Lengths are generous for people and fatal for abuse. */
import * as v from 'valibot';

export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
export const communityCode = v.pipe(v.string(), v.regex(/^\d{12}$/));
export const streetCode = v.pipe(v.string(), v.regex(/^\d{9}$/));
export const circleId = v.pipe(v.string(), v.regex(/^[a-z-]{2,32}$/));
export const marketId = v.pipe(v.string(), v.regex(/^[a-z-]{2,40}$/));
export const roundId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{3,40}$/));
/** What WeChat allows in a mini-program code: at most 32 characters. Unknown ones are not an error, so anything that fits passes. */
export const scene = v.pipe(v.string(), v.maxLength(32));
/** 32 bytes, hexadecimal. */
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** As typed from a slip: domain/codes folds it. */
export const withdrawSecret = v.pipe(v.string(), v.minLength(10), v.maxLength(60));
export const degrees = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180));
export const gcj02Point = v.strictObject({ lng: degrees, lat: degrees });
export const fact = v.picklist(['yes', 'no', 'unknown']);
export const paceCode = v.picklist(['normal', 'slow', 'cart']);
export const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));
/** One opening span. `to` ≤ `from` means past midnight only where `overnight` says so. */
export const span = v.strictObject({ from: minuteOfDay, to: minuteOfDay, overnight: v.optional(v.boolean()) });
/** Monday first; an empty list is a day of rest. */
export const weekHours = v.pipe(v.array(v.pipe(v.array(span), v.maxLength(4))), v.length(7));
const spans = v.pipe(v.array(span), v.minLength(1), v.maxLength(4));
/**
 * What the hours of a week can't say (domain/dated-hours.ts). Every part is optional, as is the whole: phones of last month know nothing of it.
 * On holidays: as usual, closed, or hours of their own; left out: nobody said.
 */
export const datedHours = v.strictObject({
  holidays: v.optional(v.union([v.literal('usual'), v.literal('closed'), spans])),
  /** On a weekend day that the holiday notice makes a working day (调休): Saturday as Friday, Sunday as Monday. */
  adjusted: v.optional(v.literal(true)),
  /** Market days (逢集): days of the month of one calendar, and their hours. */
  market: v.optional(v.strictObject({
    calendar: v.picklist(['solar', 'lunar']),
    days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31))), v.minLength(1), v.maxLength(31)),
    spans,
  })),
  /** Closed for a while; both days are closed ones. */
  closed: v.optional(v.strictObject({ from: v.optional(v.pipe(v.string(), v.isoDate())), until: v.pipe(v.string(), v.isoDate()), reason: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20))) })),
});
export const shortText = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
export const instantText = v.pipe(v.string(), v.isoTimestamp());
export const dayText = v.pipe(v.string(), v.isoDate());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** 表号、制定机关、批准机关、批准文号、有效期 of an approved government survey; null until it is approved. */
export const approval = v.nullable(v.record(v.string(), v.string()));

export const facts = v.strictObject({ cash: fact, stepFree: fact, seats: fact, staffed: fact });
export const role = v.picklist(['community', 'street', 'department', 'district', 'administrator', 'oversight']);
/** Those who work at the desk and are invited in the app. `oversight` stands above the district and is invited from the command line alone. */
export const deskRole = v.picklist(['community', 'street', 'department', 'district', 'administrator']);
/** A department's code in the work plan's rule file. */
export const departmentCode = v.pipe(v.string(), v.regex(/^[a-z-]{2,40}$/));
export const named = v.strictObject({ code: v.string(), name: v.string() });
/** Where a role holds, by its name: a community worker's community, a street officer's street, an official's department; else all null. */
export const dutyPlace = { street: v.nullable(named), community: v.nullable(named), department: v.nullable(named) };
export const source = v.picklist(['drawn', 'open']);
/** What a round asks about: 满意度, or 有什么、缺什么. */
export const topic = v.picklist(['satisfaction', 'needs']);
export const mode = v.picklist(['self', 'assisted']);

export type Approval = v.InferOutput<typeof approval>;
export type Fact = v.InferOutput<typeof fact>;
export type Facts = v.InferOutput<typeof facts>;
export type PaceCode = v.InferOutput<typeof paceCode>;
export type Span = v.InferOutput<typeof span>;
export type WeekHours = v.InferOutput<typeof weekHours>;
export type DatedHours = v.InferOutput<typeof datedHours>;
export type Role = v.InferOutput<typeof role>;
export type DeskRole = v.InferOutput<typeof deskRole>;
export type Topic = v.InferOutput<typeof topic>;
export type Source = v.InferOutput<typeof source>;
export type Mode = v.InferOutput<typeof mode>;
