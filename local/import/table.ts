/** A list as it stands in a file: headings, and rows of text with the line each stands on. Says nothing about what it means. */
import { readFile } from 'node:fs/promises';
import { StartError } from '../config';
import { readCsv } from './csv';
import { readXlsx } from './xlsx';

export interface Line {
  /** As a spreadsheet or editor counts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
export interface Table {
  /** What stands above the headings: a title, where the list is from. */
  readonly above: readonly Line[];
  readonly headings: readonly string[];
  readonly rows: readonly Line[];
  /** What the person should know about the file, e.g. sheets that were not read. */
  readonly notes: readonly string[];
}

/** How far down the headings may stand: lists often begin with a title. */
const headingsWithin = 10;

/** Reads .xlsx or .csv. `heading` is one that must be there: it tells the row of headings from a title above it. Throws `StartError` in one sentence. */
export const readTable = async (path: string, heading: string): Promise<Table> => {
  const kind = /\.(xlsx|csv)$/i.exec(path)?.[1]?.toLowerCase();
  if (kind === undefined) throw new StartError(`只认 .xlsx 和 .csv 文件。旧的 .xls 请先另存为 .xlsx：${path}`);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(error.code === 'ENOENT' ? `没有找到文件 ${path}。` : `文件 ${path} 打不开（${error.code ?? '原因不明'}）。`);
  });
  const { lines, notes } = kind === 'xlsx' ? await readXlsx(bytes) : { lines: readCsv(bytes), notes: [] };
  return tableOf(lines, heading, notes);
};

export const tableOf = (lines: readonly Line[], heading: string, notes: readonly string[] = []): Table => {
  const written = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const at = written.slice(0, headingsWithin).findIndex(({ cells }) => cells.some((cell) => headingOf(cell) === heading));
  if (at < 0) throw new StartError(`表里没有找到「${heading}」这一列。第一行应是列名。`);
  return { above: written.slice(0, at), headings: written[at]!.cells.map(headingOf), rows: written.slice(at + 1), notes };
};

/** 经度 (GCJ-02) * → 经度: width, notes in brackets and marks of what is required do not make another column. */
const headingOf = (cell: string) => cell.normalize('NFKC').replace(/\(.*?\)/g, '').replace(/[\s*]/g, '');
