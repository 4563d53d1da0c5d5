/** Pieces that several actions share. Lengths are generous for people and fatal for abuse. */
import * as v from 'valibot';

export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
export const communityCode = v.pipe(v.string(), v.regex(/^\d{12}$/));
export const streetCode = v.pipe(v.string(), v.regex(/^\d{9}$/));
export const circleId = v.pipe(v.string(), v.regex(/^[a-z-]{2,32}$/));
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
export const shortText = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
export const instantText = v.pipe(v.string(), v.isoTimestamp());
export const dayText = v.pipe(v.string(), v.isoDate());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** 表号、制定机关、批准机关、批准文号、有效期 of an approved government survey; null until it is approved. */
export const approval = v.nullable(v.record(v.string(), v.string()));

export const facts = v.strictObject({ cash: fact, stepFree: fact, seats: fact, staffed: fact });
export const role = v.picklist(['street', 'district', 'oversight']);
/** Those who work at the desk and whom the district invites. `oversight` stands above the district and is invited from the command line alone. */
export const deskRole = v.picklist(['street', 'district']);
export const source = v.picklist(['drawn', 'open']);
export const mode = v.picklist(['self', 'assisted']);

export type Approval = v.InferOutput<typeof approval>;
export type Fact = v.InferOutput<typeof fact>;
export type Facts = v.InferOutput<typeof facts>;
export type PaceCode = v.InferOutput<typeof paceCode>;
export type Span = v.InferOutput<typeof span>;
export type WeekHours = v.InferOutput<typeof weekHours>;
export type Role = v.InferOutput<typeof role>;
export type DeskRole = v.InferOutput<typeof deskRole>;
export type Source = v.InferOutput<typeof source>;
export type Mode = v.InferOutput<typeof mode>;
