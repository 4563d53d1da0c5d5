/**
 * An .xlsx laid out for its paper. The library that writes it knows no paper but A4 and lets a wide table run over several pages side by side; here
 * each sheet gets its paper, is fitted to the width of one page, and repeats its headings on each; and the file gets a fixed date, so that the
 * same table is the same bytes.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipped } from '../zipped';

const paperSize = { A3: 8, A4: 9 } as const;
const book = 'xl/workbook.xml';

/** `paper` of the table; the sheet of text beside it, called `second`, is on A4. */
export const printed = (xlsx: Uint8Array, paper: keyof typeof paperSize, second: string): Buffer => {
  const parts = unzipSync(xlsx);
  // of each sheet, the rows that are repeated on every page
  const sheets = [{ path: 'xl/worksheets/sheet1.xml', name: '表', repeated: '$3:$3' }, { path: 'xl/worksheets/sheet2.xml', name: second, repeated: '$1:$1' }] as const;
  for (const [i, { path }] of sheets.entries()) parts[path] = strToU8(fitted(strFromU8(parts[path]!), paperSize[i === 0 ? paper : 'A4']));
  const titles = sheets.map(({ name, repeated }, i) => `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${name}'!${repeated}</definedName>`).join('');
  parts[book] = strToU8(strFromU8(parts[book]!).replace('<definedNames/>', () => `<definedNames>${titles}</definedNames>`));
  return zipped(parts);
};

const fitted = (sheet: string, size: number) => sheet
  .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
  .replace(/<pageSetup[^>]*\/>|(?=<\/worksheet>)/, (found) => `<pageSetup paperSize="${size}"${found.includes('landscape') ? ' orientation="landscape"' : ''} fitToWidth="1" fitToHeight="0"/>`)
  .replace(/<pageMargins[^>]*\/>/, '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" footer="0.2"/>');
