/** A sheet as rows of cells. Lines count from 1, as people see them; places in a line from 0. */
import { columnName, SheetFault } from '../../../domain/census-list/table';
import { placeOf, unreadable } from '../sheet/office';
import type { Opened } from './opened';
import { childOf, childrenOf, element, textOf, type Element } from './xml';

export type Content =
  | { readonly kind: 'text'; readonly text: string; /** As it was written, with what is bold in it. */ readonly runs: readonly Element[] }
  | { readonly kind: 'value'; readonly type: string; readonly value: string };
export interface GridCell { readonly place: number; readonly style: number; readonly content: Content | null; readonly formula: boolean }
export interface GridRow { readonly line: number; readonly attributes: Element['attributes']; readonly cells: readonly GridCell[] }
/** All four belong to it. */
export interface Range { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
export interface Grid { readonly rows: readonly GridRow[]; readonly merges: readonly Range[] }

const most = { lines: 500, places: 200, merges: 2000 };
const tooLarge = `这张表太大：最多 ${most.lines} 行、${most.places} 列。请删掉多余的空行空列再试。`;

export const addressOf = (line: number, place: number): string => `${columnName(place)}${line}`;
export const rangeText = ({ top, left, bottom, right }: Range): string => `${addressOf(top, left)}:${addressOf(bottom, right)}`;
export const rangeOf = (text: string): Range | null => {
  const [from, to = from] = text.replace(/\$/g, '').split(':').map(placeOf);
  return from && to ? { top: from.line, left: from.place, bottom: to.line, right: to.place } : null;
};
/** As they are shown: without the sounds that some programs keep beside. */
const shownText = (runs: readonly Element[]) => runs.filter(({ name }) => name === 't' || name === 'r').map((run) => (run.name === 'r' ? childrenOf(run, 't').map(textOf).join('') : textOf(run))).join('');
const textContent = (item: Element | undefined): Content => {
  const runs = item ? childrenOf(item).filter(({ name }) => name === 't' || name === 'r') : [];
  return { kind: 'text', runs, text: shownText(runs) };
};

const contentOf = (cell: Element, strings: Opened['strings']): Content | null => {
  const { t: type = 'n' } = cell.attributes;
  if (type === 'inlineStr') return textContent(childOf(cell, 'is'));
  const value = childOf(cell, 'v');
  if (!value) return null;
  const written = textOf(value);
  if (type === 's') return textContent(strings[Number(written)]);
  return type === 'str' ? { kind: 'text', text: written, runs: [element('t', { 'xml:space': 'preserve' }, [written])] } : { kind: 'value', type, value: written };
};

/** `shows`: whether a style is seen in an empty cell. What nobody sees at the end of the sheet is no part of it. */
export const gridOf = ({ sheet, strings }: Pick<Opened, 'sheet' | 'strings'>, shows: (style: number) => boolean): Grid => {
  const merges = childrenOf(childOf(sheet, 'mergeCells') ?? element('mergeCells'), 'mergeCell').flatMap(({ attributes }) => rangeOf(attributes.ref ?? '') ?? []);
  const rows: GridRow[] = [];
  for (const row of childrenOf(childOf(sheet, 'sheetData') ?? element('sheetData'), 'row')) {
    const line = row.attributes.r === undefined ? (rows.at(-1)?.line ?? 0) + 1 : Number(row.attributes.r);
    const cells: GridCell[] = [];
    for (const cell of childrenOf(row, 'c')) {
      const place = cell.attributes.r === undefined ? (cells.at(-1)?.place ?? -1) + 1 : placeOf(cell.attributes.r)?.place ?? -1;
      if (place <= (cells.at(-1)?.place ?? -1)) throw new SheetFault(unreadable);
      cells.push({ place, style: Number(cell.attributes.s ?? 0), content: contentOf(cell, strings), formula: childOf(cell, 'f') !== undefined });
    }
    if (!(line > (rows.at(-1)?.line ?? 0))) throw new SheetFault(unreadable);
    rows.push({ line, attributes: row.attributes, cells });
  }
  const seen = ({ content, formula, style }: GridCell) => (content !== null && !(content.kind === 'text' && content.text === '')) || formula || shows(style);
  const last = Math.max(0, ...merges.map(({ bottom }) => bottom), ...rows.filter(({ cells }) => cells.some(seen)).map(({ line }) => line));
  const right = Math.max(0, ...merges.map((range) => range.right), ...rows.flatMap(({ cells }) => cells.filter(seen).map(({ place }) => place)));
  if (last > most.lines || right >= most.places || merges.length > most.merges) throw new SheetFault(tooLarge);
  return { merges, rows: rows.filter(({ line }) => line <= last).map((row) => ({ ...row, cells: row.cells.filter(({ place }) => place <= right) })) };
};

export const lastLine = ({ rows, merges }: Grid): number => Math.max(0, ...rows.map(({ line }) => line), ...merges.map(({ bottom }) => bottom));
export const lastPlace = ({ rows, merges }: Grid): number => Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ place }) => place)), ...merges.map(({ right }) => right));
