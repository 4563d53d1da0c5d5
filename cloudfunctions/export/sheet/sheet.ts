/**
 * A list that was sent as a file, .xlsx or .csv, told by its content and not by its name. What can't be read is refused in one sentence
 * (`SheetFault`): an old .xls or one with a password, a workbook with macros, a picture.
 */
import { SheetFault, tableOf, type Table } from '../../../domain/census-list/table';
import { readCsv } from './csv';
import { isZip, refuseOtherOffice } from './office';
import { readXlsx } from './xlsx';

/** `heading` is one that must be there: it tells the row of headings from a title above it. `aside`: sheets of ours that hold no rows. */
export const readSheet = async (bytes: Uint8Array, name: string, heading: string, aside: readonly string[] = []): Promise<Table> => {
  refuseOtherOffice(bytes, name);
  if (isZip(bytes) || /\.xlsx$/i.test(name)) {
    const { lines, notes } = await readXlsx(bytes, aside);
    return tableOf(lines, heading, notes);
  }
  if (!/\.csv$/i.test(name)) throw new SheetFault('只认 .xlsx 和 .csv 文件。旧的 .xls 请先另存为 .xlsx。');
  return tableOf(readCsv(bytes), heading);
};
