/**
 * How PostgreSQL's values arrive in TypeScript, the same from a server and from PGlite: instants as ISO
 * strings in UTC, days as YYYY-MM-DD, big integers and numerics as numbers (nothing here exceeds 2^53).
 */
const oid = { int8: 20, float8: 701, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 } as const;

export const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: Number,
  [oid.float8]: Number,
  [oid.numeric]: Number,
  [oid.date]: (text) => text,
  [oid.timestamptz]: (text) => new Date(text).toISOString(),
};
