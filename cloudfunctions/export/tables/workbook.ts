/** A table as an .xlsx, laid out for printing by the program, with a second sheet of text. */
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { FilledTable, TableCell } from '../../../domain/tables';
import type { TableTemplate } from '../../../types/rules';
import { lengthOf } from '../forms/layout';
import type { TextSheet } from './origins';
import { printed } from './printed';

export interface Workbook {
  readonly table: FilledTable;
  readonly template: Pick<TableTemplate, 'paper' | 'landscape'>;
  /** Under the title: of when, made by what, what status. */
  readonly subtitle: string;
  /** Under the table. */
  readonly notes: readonly string[];
  readonly second: TextSheet;
  /** No column is wider than so many characters. */
  readonly widest?: number;
}

const border = { borderStyle: 'thin' as const, borderColor: '#7f8c86' };
const text = (value: string, more: object = {}) => ({ value, type: String, format: '@', wrap: true, alignVertical: 'center' as const, ...border, ...more });
const formatOf = (unit: string) => (unit === '%' ? { format: '0.0%' } : unit === '分' ? { format: '0' } : {});

const cellOf = (cell: TableCell) => {
  if (cell.kind === 'number') return { value: cell.value, type: Number, align: 'right' as const, alignVertical: 'center' as const, ...border, ...formatOf(cell.unit) };
  if (cell.kind === 'text') return text(cell.text);
  return cell.kind === 'unknown' ? text('—', { align: 'center', textColor: '#6b6b6b' }) : text('');
};

const wordsOf = (cell: TableCell) => (cell.kind === 'text' ? cell.text : cell.kind === 'number' ? '00000' : '');
/** A column of numbers is narrow, with its heading broken into lines; words get more where there are few columns. */
const widthOf = (cells: readonly TableCell[], widest: number) => Math.min(widest, Math.max(7, ...cells.map((cell) => lengthOf(wordsOf(cell)) + 2)));
/** Points that a row needs, so that nothing in it is cut off: programs don't make room by themselves for what is wrapped. */
const heightOf = (words: readonly string[], widths: readonly number[]) => 6 + 15 * Math.max(1, ...words.map((one, i) => Math.ceil(lengthOf(one) / ((widths[i] ?? 7) - 1))));

export const workbookOf = async ({ table, template, subtitle, notes, second, widest = table.headings.length > 20 ? 16 : 48 }: Workbook): Promise<Buffer> => {
  const columns = table.headings.length;
  const widths = table.headings.map((_, i) => widthOf(table.rows.flatMap((row) => row[i] ?? []), widest));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const across = (value: string, more: object = {}) => [{ value, type: String, format: '@', columnSpan: columns, wrap: true, alignVertical: 'center' as const, height: heightOf([value], [whole]), ...more }, ...Array<null>(columns - 1).fill(null)];
  const main: SheetData = [
    across(table.title, { align: 'center', fontWeight: 'bold', fontSize: 16, height: 30 }),
    across(subtitle, { textColor: '#55605b' }),
    table.headings.map((heading) => text(heading, { fontWeight: 'bold', align: 'center', backgroundColor: '#e6f0ed', height: heightOf(table.headings, widths) })),
    ...table.rows.map((row) => row.map((cell) => ({ ...cellOf(cell), height: heightOf(row.map(wordsOf), widths) }))),
    ...notes.map((note) => across(note, { textColor: '#55605b' })),
  ] as SheetData;
  const where = [
    second.headings.map((heading) => text(heading, { fontWeight: 'bold', backgroundColor: '#e6f0ed' })),
    ...second.lines.map((line) => line.map((value) => text(value, { height: heightOf(line, second.widths) }))),
  ] as SheetData;
  const made = await writeExcelFile([
    { sheet: '表', columns: widths.map((width) => ({ width })), stickyRowsCount: 3, orientation: template.landscape ? 'landscape' : undefined, data: main },
    { sheet: second.name, columns: second.widths.map((width) => ({ width })), stickyRowsCount: 1, orientation: 'landscape', data: where },
  ]).toBuffer();
  return printed(made, template.paper, second.name);
};
