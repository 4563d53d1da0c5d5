/** Two entries that may be one outlet: side by side, kept apart or merged. Function `desk`. */
import * as v from 'valibot';
import * as s from './shared';
import { sameness } from './merchant';

/** One entry of a pair, as far as somebody must see to tell whether it is the other. */
export const pairSide = v.strictObject({
  id: s.uuid, name: v.string(), format: v.string(), services: v.array(v.string()), community: v.strictObject({ code: s.communityCode, name: v.string() }),
  point: s.gcj02Point, address: v.string(), phone: v.nullable(v.string()), hours: v.nullable(s.weekHours), creditCode: v.nullable(v.string()),
  /** Somebody owns it; `own`: the officer who asks does, and leaves it to a colleague. */
  owned: v.boolean(), own: v.boolean(), verifiedOn: v.nullable(s.dayText), confirmedOn: v.nullable(s.dayText), demo: v.boolean(),
});
/** Pairs within one street that may be one outlet, the surest first; those across two streets are seen by the district. */
export const duplicates = {
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({
    pairs: v.array(v.strictObject({
      score: s.count, level: sameness, reasons: v.array(v.string()), metres: v.nullable(s.count),
      /** Which of the two had better stay (domain/merging.ts, G7). */
      stays: s.uuid,
      sides: v.pipe(v.array(pairSide), v.length(2)),
    })),
    /** How many there are; `pairs` holds the first fifty. */
    total: s.count,
    /** Merged of late, the newest first, and whether that can still be taken back. */
    merged: v.array(v.strictObject({ id: s.uuid, kept: v.strictObject({ id: s.uuid, name: v.string() }), gone: v.string(), community: v.string(), at: s.instantText, undoable: v.boolean() })),
    undoDays: s.count,
    /** Of the rules by which they were found. */
    status: v.string(),
    hotline: v.string(),
  }),
};
/** They are two outlets, and the pair does not come again; with `apart` false it may. */
export const keepApart = {
  input: v.strictObject({ outlets: v.pipe(v.array(s.uuid), v.length(2)), apart: v.boolean() }),
  output: v.strictObject({ apart: v.boolean() }),
};
/** They are one: `gone` becomes part of `kept`. The same id again changes nothing. */
export const merge = {
  input: v.strictObject({ id: s.uuid, kept: s.uuid, gone: s.uuid }),
  output: v.strictObject({ kept: s.uuid, tookOwner: v.boolean() }),
};
export const unmerge = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ kept: s.uuid, gone: s.uuid }),
};
export type DuplicatePair = v.InferOutput<typeof duplicates.output>['pairs'][number];
export type PairSide = v.InferOutput<typeof pairSide>;
