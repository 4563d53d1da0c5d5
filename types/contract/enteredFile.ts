/** What only people know of many places at once, filled in by a table. Function `export`, which has the libraries of tables. */
import * as v from 'valibot';
import { sentFile } from './export';
import * as s from './shared';

const kind = v.picklist(['community', 'circle']);

/** The table of the caller's places: a row for each, what stands already filled in, and a sheet that says how to fill in the rest. */
export const entryTable = {
  input: v.strictObject({ kind }),
  output: v.strictObject({ file: v.strictObject({ name: v.string(), /** Base64. */ content: v.string(), rows: s.count }) }),
};

const row = v.strictObject({
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.string(),
  /** What is wrong under which heading. */
  faults: v.array(v.strictObject({ heading: v.string(), cell: v.string(), reason: v.string() })),
  /** What stands now and what the table says, each with its unit; empty: nothing stands. */
  differences: v.array(v.strictObject({ heading: v.string(), now: v.string(), list: v.string() })),
  /** Of the differences. */
  source: v.string(),
  asOf: v.string(),
});
const check = v.strictObject({
  notes: v.array(v.string()),
  /** With faults those alone, and nothing can be entered; else those in which something would change. */
  rows: v.array(row),
  /** Rows that change nothing. */
  unchanged: s.count,
  /** Stands for what was compared; null with faults. */
  seen: v.nullable(s.sha256),
});
/** Reads a table and holds it against what stands. Nothing is kept. `fault`: the file can't be read, in one sentence. Neither: other parts are still awaited. */
export const checkEntries = {
  input: v.strictObject({ id: s.uuid, kind, ...sentFile }),
  output: v.strictObject({ check: v.nullable(check), fault: v.nullable(v.string()) }),
};
/**
 * Enters all of it or nothing. `seen` is of the check that somebody looked at: where something of what was compared changed since, `entries_changed`.
 * `sending`, made by the phone once: the same again enters nothing twice. Null: other parts are still awaited.
 */
export const enterEntries = {
  input: v.strictObject({ sending: s.uuid, kind, seen: s.sha256, ...sentFile }),
  output: v.strictObject({ entered: v.nullable(v.strictObject({ places: s.count, values: s.count })) }),
};

export type EntriesCheck = v.InferOutput<typeof check>;
export type EntriesRow = v.InferOutput<typeof row>;
