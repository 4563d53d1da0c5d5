/** .csv as offices save it: UTF-8 with or without a mark, GB18030 from Chinese Excel, or UTF-16 with tabs (its “Unicode text”). */
import { CsvError, parse } from 'csv-parse/sync';
import { SheetFault, type Line } from '../../../domain/census-list/table';

interface Parsed { readonly record: string[]; readonly info: { readonly lines: number } }

export const readCsv = (bytes: Uint8Array): Line[] => {
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  const firstLine = text.slice(0, text.search(/\n|$/));
  try {
    const parsed = parse(text, {
      record_delimiter: '\n', delimiter: firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',', info: true, relax_column_count: true, skip_empty_lines: true,
    }) as unknown as Parsed[];
    return parsed.map(({ record, info }) => ({
      // `info.lines` is where the record ends; a quoted cell may hold line breaks
      line: info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0),
      cells: record.map((cell) => cell.trim()),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SheetFault(`CSV 文件${typeof error.lines === 'number' ? `到第 ${error.lines} 行` : ''}读不下去，多半是前面有引号没有成对。`);
  }
};

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) throw new SheetFault('这不是表格文件。请选 .xlsx 或 .csv。');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // not UTF-8: what Chinese Excel writes
  }
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    throw new SheetFault('CSV 文件的文字编码认不出来。请另存为「CSV UTF-8」再试。');
  }
};
