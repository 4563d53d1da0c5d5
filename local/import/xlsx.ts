/**
 * The first sheet of an .xlsx, every cell as the text a person typed. A number keeps its digits (a telephone
 * number or a code is no quantity); a cell that Excel turned into a date becomes a date in words again.
 */
import readXlsxFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import { StartError } from '../config';
import type { Line } from './table';

type Cell = string | boolean | Date | null;

export const readXlsx = async (bytes: Buffer): Promise<{ lines: Line[]; notes: string[] }> => {
  const sheets = await readXlsxFile(bytes, { parseNumber: plainDigits }).catch((error: unknown) => {
    if (error instanceof InvalidInputError && error.code === 'NO_DATA') return [];
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) throw new StartError('这个 .xlsx 文件打不开，可能已损坏或有密码。请用 Excel 或 WPS 重新另存为 .xlsx 再试。');
    throw error;
  });
  const [first, ...others] = sheets;
  const lines = (first?.data ?? []).map((row, i) => ({ line: i + 1, cells: (row as unknown as Cell[]).map(textOf) }));
  const unread = others.filter(({ data }) => data.length > 0).map(({ sheet }) => `「${sheet}」`);
  return { lines, notes: unread.length > 0 ? [`只读第一张工作表「${first?.sheet ?? ''}」，没有读${unread.join('、')}。`] : [] };
};

/** 1.38E+10 → 13800000000. What Excel wrote with all its digits stays as it is. */
const plainDigits = (text: string): string => {
  const value = Number(text);
  if (!/e/i.test(text) || !Number.isFinite(value)) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(12).replace(/\.?0+$/, '');
};

const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (cell instanceof Date || Object.prototype.toString.call(cell) === '[object Date]') return dateText(cell as unknown as Date);
  return String(cell).trim();
};

/** A time of day alone has the day on which Excel's calendar begins. */
const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().slice(0, 16).split('T');
  if (date.getUTCFullYear() < 1901) return time;
  return time === '00:00' ? day : `${day} ${time}`;
};
