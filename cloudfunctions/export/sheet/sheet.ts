/**
 * A list that was sent as a file, .xlsx or .csv, told by its content and not by its name. What can't be read is refused in one sentence
 * (`SheetFault`): an old .xls or one with a password, a workbook with macros, a picture.
 */
import { SheetFault, tableOf, type Table } from '../../../domain/census-list/table';
import { readCsv } from './csv';
import { readXlsx } from './xlsx';

const beginsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);

/** `heading` is one that must be there: it tells the row of headings from a title above it. `aside`: sheets of ours that hold no rows. */
export const readSheet = async (bytes: Uint8Array, name: string, heading: string, aside: readonly string[] = []): Promise<Table> => {
  if (bytes.length === 0) throw new SheetFault('这个文件是空的。');
  if (/\.xls[mb]$/i.test(name)) throw new SheetFault('带宏的文件不收。请用 Excel 或 WPS 另存为 .xlsx 再试。');
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetFault('这是旧的 .xls 文件，或者设了密码。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 再试。');
  if (beginsWith(bytes, 0x50, 0x4b) || /\.xlsx$/i.test(name)) {
    const { lines, notes } = await readXlsx(bytes, aside);
    return tableOf(lines, heading, notes);
  }
  if (!/\.csv$/i.test(name)) throw new SheetFault('只认 .xlsx 和 .csv 文件。旧的 .xls 请先另存为 .xlsx。');
  return tableOf(readCsv(bytes), heading);
};
