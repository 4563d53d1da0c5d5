/**
 * A form, filled: the row with placeholders once for each place, all below it further down, and under everything what has to be said of the table.
 *
 * S1 The form looks as it did: its merged cells, widths, edges, letters, page and headings on every page stay; heights grow where a text needs room.
 * S2 A number is a number, a share is shown as a percentage, what is not known is 「—」, and what a place has no figure for stays empty.
 * S3 A printed page ends with the lines under the table, whatever the form's own print area was.
 * S4 The same form and figures are the same bytes.
 */
import type { TableCell } from '../../../domain/tables';
import { codesIn, withSnapshot, type SnapshotWords } from '../../../domain/placeholders';
import type { TextSheet } from '../tables/origins';
import { addressOf, lastLine, lastPlace, rangeOf, rangeText, type Content, type GridCell, type GridRow, type Range } from './grid';
import { heightOf, linesOf, roomOf, widthsOf } from './layout';
import { packed } from './packed';
import { writtenIn, type Form } from './readForm';
import { stylesOf, type Styles } from './styles';
import { childrenOf, element, writeXml, type Element } from './xml';

export interface Filling {
  /** A row for each place, with a cell for each of the form's columns. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly words: SnapshotWords;
  /** Under the table. */
  readonly notes: readonly string[];
  readonly second: TextSheet;
}

const sheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kept = { before: ['sheetPr'], between: ['sheetViews', 'sheetFormatPr', 'cols'], page: ['printOptions', 'pageMargins', 'pageSetup', 'headerFooter'] };
const inline = (text: string): Element => element('is', {}, [element('t', { 'xml:space': 'preserve' }, [text])]);
const textCell = (address: string, style: number, text: string): Element => element('c', { r: address, s: String(style), t: 'inlineStr' }, [inline(text)]);

export const fillForm = (form: Form, { rows, words, notes, second }: Filling): Buffer => {
  const { opened, grid, line } = form;
  const styles = stylesOf(opened.styles);
  const widthAt = widthsOf(opened);
  const room = roomOf(widthAt, grid);
  const moved = rows.length - 1;
  const lineNow = (at: number) => (at > line ? at + moved : at);
  const said = (text: string) => withSnapshot(writtenIn(text), words);

  const repeated = (row: GridRow) => rows.map((cells, i) => {
    const filled = row.cells.map((cell) => { const at = form.places.indexOf(cell.place); return at < 0 ? { cell, value: null } : { cell, value: cells[at]! }; });
    const made = filled.map(({ cell, value }) => {
      const address = addressOf(line + i, cell.place);
      return value === null ? cellXml(address, cell.style, cell.content, said) : valueXml(address, cell, value, styles, room(line, cell.place));
    });
    const needed = Math.max(0, ...filled.map(({ cell, value }) => { const text = value === null ? '' : wordsOf(value); const lines = linesOf(text, room(line, cell.place), styles.size(cell.style)); return lines > 1 ? heightOf(lines, styles.size(cell.style)) : 0; }));
    return rowXml(row.attributes, line + i, made, needed);
  });
  const end = lastLine(grid) + moved;
  const across = printArea(opened.printed) ?? { left: 0, right: lastPlace(grid) };
  const breadth = Array.from({ length: across.right - across.left + 1 }, (_, i) => widthAt(across.left + i)).reduce((sum, width) => sum + width, 0);
  const under = styles.with(0, { wrap: true });
  const noteRows = notes.map((note, i) => rowXml({}, end + 1 + i, [textCell(addressOf(end + 1 + i, across.left), under, note)], heightOf(linesOf(note, breadth, styles.size(0)), styles.size(0))));
  const last = end + notes.length;

  const merges: Range[] = [
    ...grid.merges.flatMap((merge) => (merge.top <= line && line <= merge.bottom ? rows.map((_, i) => ({ ...merge, top: line + i, bottom: line + i })) : [{ ...merge, top: lineNow(merge.top), bottom: lineNow(merge.bottom) }])),
    ...(across.right > across.left ? notes.map((_, i) => ({ top: end + 1 + i, bottom: end + 1 + i, ...across })) : []),
  ];
  const data = grid.rows.flatMap((row) => (row.line === line ? repeated(row) : [rowXml(row.attributes, lineNow(row.line), row.cells.map((cell) => cellXml(addressOf(lineNow(row.line), cell.place), cell.style, cell.content, said)), 0)]));
  const part = (names: readonly string[]) => names.flatMap((name) => childrenOf(opened.sheet, name));
  const breaks = (name: string, at: (id: number) => number) => childrenOf(opened.sheet, name).map((list) => element(name, list.attributes, childrenOf(list).map((one) => element('brk', { ...one.attributes, id: String(at(Number(one.attributes.id))) }))));
  const sheet = element('worksheet', { xmlns: sheetNamespace }, [
    ...part(kept.before), element('dimension', { ref: `A1:${addressOf(last, Math.max(across.right, lastPlace(grid)))}` }), ...part(kept.between),
    element('sheetData', {}, [...data, ...noteRows]),
    ...(merges.length > 0 ? [element('mergeCells', { count: String(merges.length) }, merges.map((merge) => element('mergeCell', { ref: rangeText(merge) })))] : []),
    ...part(kept.page), ...breaks('rowBreaks', lineNow), ...breaks('colBreaks', (id) => id),
  ]);
  return packed({ first: { name: opened.name, xml: writeXml(sheet), printed: printedNow(opened.printed, opened.name, line, last) }, second, styles, theme: opened.theme, date1904: opened.date1904 });
};

const cellXml = (address: string, style: number, content: Content | null, said: (text: string) => string): Element => {
  const attributes = { r: address, s: String(style) };
  if (content === null) return element('c', attributes);
  if (content.kind === 'value') return element('c', { ...attributes, t: content.type }, [element('v', {}, [content.value])]);
  // what is partly bold stays so, where nothing is filled in
  return codesIn(writtenIn(content.text)).length > 0 ? textCell(address, style, said(content.text)) : element('c', { ...attributes, t: 'inlineStr' }, [element('is', {}, content.runs)]);
};

const wordsOf = (value: TableCell): string => (value.kind === 'text' ? value.text : '');
const valueXml = (address: string, { style }: GridCell, value: TableCell, styles: Styles, width: number): Element => {
  if (value.kind === 'blank') return element('c', { r: address, s: String(style) });
  if (value.kind === 'number') {
    const number = value.unit === '%' ? 'percent' : value.unit === '分' ? 'whole' : 'plain';
    return element('c', { r: address, s: String(styles.with(style, { number })) }, [element('v', {}, [String(value.value)])]);
  }
  if (value.kind === 'unknown') return textCell(address, style, '—');
  return textCell(address, linesOf(value.text, width, styles.size(style)) > 1 ? styles.with(style, { wrap: true }) : style, value.text);
};

/** `needed`: points; 0: as the form has it. */
const rowXml = (attributes: Element['attributes'], line: number, cells: readonly Element[], needed: number): Element => {
  const own = Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== 'r' && name !== 'spans'));
  return element('row', { r: String(line), ...own, ...(needed > (Number(own.ht) || 0) ? { ht: String(needed), customHeight: '1' } : {}) }, cells);
};

/** The part of 「'表'!$A$1:$K$20」 after the sheet; null where there are several, or it is no range. */
const only = (text: string | undefined): string | null => { const parts = text?.split('!') ?? []; return parts.length === 2 ? parts[1]! : null; };
const printArea = (printed: Form['opened']['printed']): { left: number; right: number } | null => {
  const range = rangeOf(only(printed['_xlnm.Print_Area']) ?? '');
  return range && { left: range.left, right: range.right };
};
const printedNow = (printed: Form['opened']['printed'], name: string, line: number, last: number): Record<string, string> => {
  const area = rangeOf(only(printed['_xlnm.Print_Area']) ?? '');
  const titles = printed['_xlnm.Print_Titles'];
  const quoted = `'${name.replace(/'/g, "''")}'!`;
  const headings = /\$(\d+):\$(\d+)$/.exec(titles ?? '');
  return {
    ...(area ? { '_xlnm.Print_Area': `${quoted}$${addressOf(area.top, area.left).replace(/(?=\d)/, '$')}:$${addressOf(last, area.right).replace(/(?=\d)/, '$')}` } : {}),
    // headings stand above what is repeated, or they would be repeated with it
    ...(titles !== undefined && (headings === null || Number(headings[2]) < line) ? { '_xlnm.Print_Titles': titles } : {}),
  };
};
