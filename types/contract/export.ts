/** Lists of outlets as files: a census list that comes in, is compared, decided and loaded; the same list going out. Function `export`. */
import * as v from 'valibot';
import * as s from './shared';

/** Bytes of a file that may be sent: as text it stays under what a cloud function takes (6 MB). */
export const mostFileBytes = 4 * 2 ** 20;

export const coordinateSystem = v.picklist(['gcj02', 'wgs84', 'bd09']);
export const outcome = v.picklist(['new', 'same', 'changed', 'conflict', 'bad']);
export const counts = v.strictObject({ new: s.count, same: s.count, changed: s.count, conflict: s.count, bad: s.count });
export const done = v.strictObject({ added: s.count, updated: s.count, unchanged: s.count, kept: s.count });
const line = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A list as it stands. */
export const list = v.strictObject({
  id: s.uuid,
  file: v.string(),
  hash: s.sha256,
  state: v.picklist(['staged', 'loaded', 'dropped']),
  stagedAt: s.instantText,
  comparedAt: s.instantText,
  /** Who: an officer is no name here, so the first letters of what she is known by. */
  by: v.string(),
  mine: v.boolean(),
  system: v.nullable(coordinateSystem),
  notes: v.array(v.string()),
  /** 像是 WGS-84：普遍偏了约 … 米 */
  suspicion: v.nullable(v.strictObject({ system: v.picklist(['wgs84', 'bd09']), metres: s.count, of: s.count, by: v.picklist(['outlets', 'communities']) })),
  counts,
  /** Conflicts that nobody decided yet. */
  undecided: s.count,
  endedAt: v.nullable(s.instantText),
  done: v.nullable(done),
});

export const row = v.strictObject({
  line,
  name: v.string(),
  outlet: v.nullable(s.uuid),
  choice: v.nullable(v.picklist(['list', 'kept'])),
  /** Of a bad row: what is wrong under which heading. */
  faults: v.array(v.strictObject({ heading: v.string(), cell: v.string(), reason: v.string() })),
  /** Of a changed one or a conflict: heading, what stands now, what the list says. */
  differences: v.array(v.strictObject({ heading: v.string(), now: v.string(), list: v.string() })),
  /** Of a conflict: why what stands is not simply replaced. */
  vouched: v.nullable(v.string()),
});

/** A file of a table, whole or in parts. */
export const sentFile = {
  file: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  /** Base64. */
  content: v.pipe(v.string(), v.maxLength(Math.ceil(mostFileBytes / 3) * 4), v.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  /** `content` is a part of so many: WeChat carries 100 KB of text in a call. */
  part: v.optional(v.pipe(v.strictObject({ at: v.pipe(s.count, v.maxValue(79)), of: v.pipe(s.count, v.minValue(1), v.maxValue(80)) }), v.check(({ at, of }) => at < of))),
};
/** Reads a file, holds it against the outlets, and keeps it to be decided. The same `id` again gets the same reply. */
export const stage = {
  input: v.strictObject({
    id: s.uuid,
    ...sentFile,
    system: v.nullable(coordinateSystem),
  }),
  /** `fault`: the file can't be read as a list, in one sentence; nothing was kept. Neither: other parts are still awaited. */
  output: v.strictObject({ list: v.nullable(list), fault: v.nullable(v.string()) }),
};
/** A list and a page of one group of its rows. Without `outcome` none. */
export const staged = {
  input: v.strictObject({ id: s.uuid, outcome: v.optional(outcome), after: v.optional(s.count) }),
  output: v.strictObject({ list, rows: v.array(row), more: v.boolean() }),
};
/** 用名单的 or 留现在的, for one line or for all that conflict. */
export const choose = {
  input: v.strictObject({ id: s.uuid, line: v.nullable(line), choice: v.picklist(['list', 'kept']) }),
  output: v.strictObject({ list }),
};
/** Holds the rows against the outlets as they are now. A choice stays where nothing changed under it. */
export const compare = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ list }),
};
/** All of it or nothing. Again: the same reply, and nothing is done twice. */
export const load = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ list }),
};
/** A list that will not be loaded: what it said is deleted. */
export const drop = {
  input: v.strictObject({ id: s.uuid }),
  output: v.strictObject({ list }),
};
/** The newest 50. */
export const lists = {
  input: v.strictObject({}),
  output: v.strictObject({ lists: v.array(list) }),
};

const file = v.strictObject({ name: v.string(), /** Base64. */ content: v.string(), rows: s.count });
/** Every listed outlet of a street, or of all, as a list that can be loaded again. */
export const sheet = {
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({ file }),
};
/** The empty list: headings, a row marked 示例, and what may be written. */
export const template = {
  input: v.strictObject({}),
  output: v.strictObject({ file }),
};

/** One of the official tables as an .xlsx, of a snapshot: the whole, or a street's own part. The first file made of it stays, and is given again. */
export const table = {
  input: v.strictObject({ snapshot: s.uuid, table: s.shortText(40), street: v.optional(s.streetCode) }),
  output: v.strictObject({ file: v.strictObject({ name: v.string(), /** Base64. */ content: v.string(), hash: s.sha256, madeAt: s.instantText }) }),
};

/** Bytes of a table's form: in base64 it stays under what WeChat carries in a call. */
export const mostFormBytes = 70_000;
/** The template of one of the official tables as an .xlsx: the form that is in force, or, if `plain` or there is none, one with a list of all placeholders. */
export const form = {
  input: v.strictObject({ table: s.shortText(40), plain: v.boolean() }),
  output: v.strictObject({ file: v.strictObject({ name: v.string(), /** Base64. */ content: v.string() }) }),
};
/**
 * An .xlsx with placeholders for one table. `source`: where it is from. `rule`: the rules of all tables with that one replaced, as a file in base64 for
 * `desk.stageRule`; nothing is in force by this. With `problems`, a sentence each, nothing was kept.
 */
export const loadForm = {
  input: v.strictObject({
    table: s.shortText(40), file: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)), source: s.shortText(200), official: v.boolean(),
    content: v.pipe(v.string(), v.minLength(1), v.maxLength(96_000), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  }),
  output: v.strictObject({ rule: v.nullable(v.string()), problems: v.array(v.string()) }),
};

const jobKind = v.picklist(['report', 'archive']);
/** A file that takes a while. `doing`: the step that comes next; null once all are done. `file`: once it is made. */
const job = v.strictObject({
  id: s.uuid, snapshot: s.uuid, kind: jobKind, circle: v.nullable(v.strictObject({ id: s.circleId, name: v.string() })),
  state: v.picklist(['waiting', 'working', 'made', 'failed']), done: s.count, steps: s.count, doing: v.nullable(v.string()), askedAt: s.instantText, mine: v.boolean(),
  file: v.nullable(v.strictObject({ name: v.string(), size: s.count, hash: s.sha256, madeAt: s.instantText })),
});
/** The same wish again is the same job, whatever its `id`; one that failed begins anew where it stopped. `circle`: of an archive, and of nothing else. */
export const ask = { input: v.strictObject({ id: s.uuid, snapshot: s.uuid, kind: jobKind, circle: v.nullable(s.circleId) }), output: v.strictObject({ job }) };
/** How far it is. The call does the next step itself if nobody is at it. */
const oneJob = { input: v.strictObject({ id: s.uuid }), output: v.strictObject({ job }) };
export { oneJob as job };
/** The newest 50 snapshots and what was asked for of them; with `circle`, what is about that circle or the whole district. */
export const jobs = {
  input: v.strictObject({ circle: v.optional(s.circleId) }),
  output: v.strictObject({ snapshots: v.array(v.strictObject({ id: s.uuid, name: v.string(), at: s.instantText, demo: v.boolean() })), jobs: v.array(job), hotline: v.string() }),
};
/** A part of a file that is made, from a byte on; `next` where the following one begins, null after the last. The bytes are the same whenever it is asked for. */
const filePart = {
  input: v.strictObject({ id: s.uuid, from: s.count }),
  output: v.strictObject({ name: v.string(), size: s.count, hash: s.sha256, madeAt: s.instantText, /** Base64. */ content: v.string(), next: v.nullable(s.count) }),
};
export { filePart as file };

export type ExportJobShown = v.InferOutput<typeof job>;
export type ExportJobs = v.InferOutput<typeof jobs.output>;
export type ImportList = v.InferOutput<typeof list>;
export type ImportRow = v.InferOutput<typeof row>;
export type ImportCounts = v.InferOutput<typeof counts>;
export type ImportDone = v.InferOutput<typeof done>;
export type OutcomeName = v.InferOutput<typeof outcome>;
