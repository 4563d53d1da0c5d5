/**
 * A list as it stands in a file: headings, and rows of text with the line each stands on. Says nothing about what it means.
 *
 * S1 Rows in which nothing is written are no rows, however many a spreadsheet keeps.
 * S2 The headings are the row that holds the one that must be there, among the first ten: lists often begin with a title.
 * S3 Width, notes in brackets and marks of what is required do not make another heading: 经度 (GCJ-02) * is 经度.
 */
export interface Line {
  /** As a spreadsheet or editor counts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** By place in `cells`: why what stands there can't be taken at its word (a formula, a merged cell, a date that was something else). */
  readonly faults?: ReadonlyMap<number, string>;
  /** Places of cells that have a fault for nothing but being a date: right where a date belongs. */
  readonly dates?: ReadonlySet<number>;
}
export interface Table {
  /** What stands above the headings: a title, where the list is from. */
  readonly above: readonly Line[];
  readonly headings: readonly string[];
  /** The line the headings stand on. */
  readonly headedAt: number;
  readonly rows: readonly Line[];
  /** What the person should know about the file, e.g. sheets that were not read. */
  readonly notes: readonly string[];
}
/** A file that can't be read as a list at all: its message is the one sentence the person reads. */
export class SheetFault extends Error {}

const headingsWithin = 10;

export const tableOf = (lines: readonly Line[], heading: string, notes: readonly string[] = []): Table => {
  const written = lines.filter(({ cells, faults }) => cells.some((cell) => cell !== '') || (faults !== undefined && faults.size > 0));
  const at = written.slice(0, headingsWithin).findIndex(({ cells }) => cells.some((cell) => headingOf(cell) === heading));
  if (at < 0) throw new SheetFault(`表里没有找到「${heading}」这一列。第一行应是列名。`);
  return { above: written.slice(0, at), headings: written[at]!.cells.map(headingOf), headedAt: written[at]!.line, rows: written.slice(at + 1), notes };
};

const headingOf = (cell: string) => cell.normalize('NFKC').replace(/\(.*?\)/g, '').replace(/[\s*]/g, '');

/** 1 → A, 27 → AA: as a spreadsheet names its columns. */
export const columnName = (place: number): string => (place < 0 ? '' : columnName(Math.floor(place / 26) - 1) + String.fromCharCode(65 + (place % 26)));
