/** Rows of text → an .xlsx in which every cell is a text, so that no program makes numbers, dates or formulas of them. */
import writeExcelFile, { type SheetData } from 'write-excel-file/node';

export interface Sheet {
  readonly name: string;
  /** One of each column; its mark and what it is about in brackets, which reading leaves out. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows that are shown as not belonging to the list: an example. */
  readonly pale?: number;
}

export const makeXlsx = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcelFile(sheets.map(({ name, headings, rows, widths, pale = 0 }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: [
      headings.map((value) => ({ value, type: String, format: '@', fontWeight: 'bold', backgroundColor: '#e6f0ed' })),
      ...rows.map((row, i) => row.map((value) => (value === '' ? null : { value, type: String, format: '@', ...(i < pale ? { textColor: '#6b6b6b' } : {}) }))),
    ] as SheetData,
  }))).toBuffer();
