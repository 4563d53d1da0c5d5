/** A list in a file on this machine, read as the functions read one that was sent. Throws `StartError` in one sentence. */
import { readFile } from 'node:fs/promises';
import { readSheet } from '../../cloudfunctions/export/sheet/sheet';
import { SheetFault, type Table } from '../../domain/census-list/table';
import { StartError } from '../config';

export { tableOf, type Line, type Table } from '../../domain/census-list/table';

/** `heading` is one that must be there: it tells the row of headings from a title above it. */
export const readTable = async (path: string, heading: string): Promise<Table> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(error.code === 'ENOENT' ? `没有找到文件 ${path}。` : `文件 ${path} 打不开（${error.code ?? '原因不明'}）。`);
  });
  return readSheet(bytes, path, heading).catch((error: unknown) => {
    throw error instanceof SheetFault ? new StartError(error.message) : error;
  });
};
