/**
 * The first sheet of an .xlsx, every cell as the text a person typed. A number keeps its digits (a telephone number or a code is no
 * quantity). What the cell's value alone does not tell is looked up in the file itself (`xlsxFacts`): formulas, merged cells, macros.
 */
import readXlsxFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import { columnName, SheetFault, type Line } from '../../../domain/census-list/table';
import { unreadable } from './office';
import { xlsxFacts } from './xlsxFacts';

type Cell = string | boolean | Date | null;

/** `aside`: sheets of ours that hold no rows, so that nobody need be told they were not read. */
export const readXlsx = async (bytes: Uint8Array, aside: readonly string[] = []): Promise<{ lines: Line[]; notes: string[] }> => {
  const facts = xlsxFacts(bytes);
  const sheets = await readXlsxFile(Buffer.from(bytes), { parseNumber: plainDigits }).catch((error: unknown) => {
    if (error instanceof InvalidInputError && error.code === 'NO_DATA') return [];
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) throw new SheetFault(unreadable);
    throw error;
  });
  const [first, ...others] = sheets;
  const lines = (first?.data ?? []).map((row, i): Line => {
    const faults = new Map(facts.get(i + 1));
    const dates = new Set<number>();
    const cells = (row as unknown as Cell[]).map((cell, place) => {
      const text = textOf(cell);
      if (isDate(cell) && !faults.has(place)) {
        dates.add(place);
        faults.set(place, `${columnName(place)}${i + 1} 是日期或时间「${text}」，多半是表格软件自己改的。请把这一列设成文本，再填原来的字`);
      }
      return text;
    });
    return { line: i + 1, cells, ...(faults.size > 0 ? { faults } : {}), ...(dates.size > 0 ? { dates } : {}) };
  });
  const unread = others.filter(({ data, sheet }) => data.length > 0 && !aside.includes(sheet)).map(({ sheet }) => `「${sheet}」`);
  return { lines, notes: unread.length > 0 ? [`只读第一张工作表「${first?.sheet ?? ''}」，没有读${unread.join('、')}。`] : [] };
};

/** 1.38E+10 → 13800000000. What Excel wrote with all its digits stays as it is. */
const plainDigits = (text: string): string => {
  const value = Number(text);
  if (!/e/i.test(text) || !Number.isFinite(value)) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(12).replace(/\.?0+$/, '');
};

const isDate = (cell: Cell): boolean => Object.prototype.toString.call(cell) === '[object Date]';

const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (isDate(cell)) return dateText(cell as unknown as Date);
  return String(cell).trim();
};

/** A time of day alone has the day on which Excel's calendar begins. */
const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().slice(0, 16).split('T');
  if (date.getUTCFullYear() < 1901) return time;
  return time === '00:00' ? day : `${day} ${time}`;
};
