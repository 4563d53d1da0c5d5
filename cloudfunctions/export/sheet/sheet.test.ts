import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readTable } from '../../../local/import/table';
import { xlsxFacts } from './xlsxFacts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'lz-table-')); });
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return readTable(join(folder, name), '网点名称');
};

/** What Excel writes at its smallest: shared strings, an inline string, numbers, a boolean, a date by its style, two sheets. */
const xlsx = (rows: string, second = '') => zipSync(Object.fromEntries(Object.entries({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="网点" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'worksheet', 'worksheets/sheet2.xml'], ['rId3', 'sharedStrings', 'sharedStrings.xml'], ['rId4', 'styles', 'styles.xml']]
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${['网点名称', '电话', '经度', '编号', '收现金', ' 老街面馆 '].map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
  'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${second}</sheetData></worksheet>`,
}).map(([path, text]) => [path, strToU8(text)])));

const headings = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>';

describe('an .xlsx', () => {
  test('cells arrive as text: shared and inline strings, numbers with their digits, a date, a boolean', async () => {
    const table = await read('a.xlsx', xlsx(`${headings}
      <row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2"><v>1.3800000001E10</v></c><c r="C2"><v>102.63800000000001</v></c><c r="D2" s="1"><v>45658</v></c><c r="E2" t="b"><v>1</v></c></row>
      <row r="4"><c r="A4" t="inlineStr"><is><t>修鞋摊</t></is></c><c r="B4"><v>13900000000</v></c></row>`));
    expect(table.headings).toEqual(['网点名称', '电话', '经度', '编号', '收现金']);
    expect(table.rows).toEqual([
      { line: 2, cells: ['老街面馆', '13800000001', '102.63800000000001', '2025-01-01', '是'], faults: new Map([[3, expect.stringContaining('D2 是日期') as string]]), dates: new Set([3]) },
      { line: 4, cells: ['修鞋摊', '13900000000', '', '', ''] },
    ]);
    expect(table.notes).toEqual([]);
  });

  test('a second sheet that holds something is named as not read', async () => {
    const { notes } = await read('b.xlsx', xlsx(headings, '<row r="1"><c r="A1"><v>1</v></c></row>'));
    expect(notes).toEqual(['只读第一张工作表「网点」，没有读「说明」。']);
  });

  test('a file that is none is refused in one sentence', async () => {
    await expect(read('c.xlsx', 'not a zip')).rejects.toThrow('打不开');
  });
});

describe('a .csv', () => {
  const text = '网点名称,经度(GCJ-02),地址\r\n老街面馆,102.63,"东巷\n1号"\r\n\r\n修鞋摊,102.64,西巷\r\n';
  const rows = [{ line: 2, cells: ['老街面馆', '102.63', '东巷\n1号'] }, { line: 5, cells: ['修鞋摊', '102.64', '西巷'] }];
  // 网点名称,地址 ⏎ 早点铺,东巷 in GB18030
  const gb18030 = Uint8Array.from([0xcd, 0xf8, 0xb5, 0xe3, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb5, 0xd8, 0xd6, 0xb7, 0x0a, 0xd4, 0xe7, 0xb5, 0xe3, 0xc6, 0xcc, 0x2c, 0xb6, 0xab, 0xcf, 0xef]);

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['a title above the headings', Buffer.from(`凉州区网点普查表,,\n${text}`), 1],
  ])('%s is read, with the line each row begins on', async (_, bytes, shift = 0) => {
    const table = await read('a.csv', bytes);
    expect(table.headings).toEqual(['网点名称', '经度', '地址']);
    expect(table.rows).toEqual(rows.map(({ line, cells }) => ({ line: line + shift, cells })));
  });

  test('GB18030, as Chinese Excel saves it', async () => {
    expect(await read('b.csv', gb18030)).toMatchObject({ headings: ['网点名称', '地址'], rows: [{ line: 2, cells: ['早点铺', '东巷'] }] });
  });

  test.each([
    ['no headings', 'a.csv', '名字,地址\n面馆,东巷\n', '没有找到「网点名称」'],
    ['a quote that never ends', 'a.csv', '网点名称,地址\n"面馆,东巷\n', '引号'],
    ['bytes in no known encoding', 'a.csv', Uint8Array.from([0xff, 0x81, 0xff]), '编码'],
    ['another kind of file', 'a.xls', 'x', '.xlsx'],
  ])('%s is refused in one sentence', async (_, name, bytes, sentence) => {
    await expect(read(name, bytes)).rejects.toThrow(sentence);
  });

  test('a file that is not there', async () => {
    await expect(readTable(join(folder, 'none.csv'), '网点名称')).rejects.toThrow('没有找到文件');
  });
});

describe('what people and programs do to an .xlsx', () => {
  const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const headed = (rows: string, tail = '') => zipWith(`<row r="1">${cell('A1', '网点名称')}${cell('B1', '电话')}${cell('C1', '所属社区')}</row>${rows}`, tail);
  /** As `xlsx`, with what stands behind the rows of the first sheet, and other files. */
  function zipWith(rows: string, tail: string, files: Readonly<Record<string, string>> = {}) {
    const parts = unzipSync(xlsx(rows));
    const path = 'xl/worksheets/sheet1.xml';
    return zipSync({ ...parts, [path]: strToU8(strFromU8(parts[path]!).replace('</sheetData>', `</sheetData>${tail}`)), ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) });
  }
  const faultsOf = async (bytes: Uint8Array) => (await read('bad.xlsx', bytes)).rows.flatMap(({ line, faults }) => [...(faults ?? new Map<number, string>())].map(([place, reason]) => [line, place, reason] as const));

  test('a formula is told with its cell, and its last result is not taken for what was typed', async () => {
    expect(await faultsOf(headed(`<row r="2">${cell('A2', '面馆')}<c r="B2"><f>C2&amp;"1"</f><v>13800000000</v></c></row>`))).toEqual([[2, 1, expect.stringContaining('B2 是公式')]]);
  });

  test('cells merged over several rows are told in each row that lost its own', async () => {
    const rows = [2, 3, 4].map((n) => `<row r="${n}">${cell(`A${n}`, `面馆${n}`)}${n === 2 ? cell('C2', '南苑社区') : ''}</row>`).join('');
    expect(await faultsOf(headed(rows, '<mergeCells count="1"><mergeCell ref="C2:C4"/></mergeCells>'))).toEqual([3, 4].map((line) => [line, 2, expect.stringContaining('C2:C4 是合并的单元格') as string]));
  });

  test('a merged title above the headings is nobody’s fault', async () => {
    const titled = zipWith(`<row r="1">${cell('A1', '凉州区网点普查表')}</row><row r="2">${cell('A2', '网点名称')}${cell('B2', '电话')}</row><row r="3">${cell('A3', '面馆')}</row>`, '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>');
    expect(await faultsOf(titled)).toEqual([]);
  });

  test('a file with macros is refused, whatever it is called', async () => {
    await expect(read('macro.xlsx', zipWith(headings, '', { 'xl/vbaProject.bin': 'x' }))).rejects.toThrow('有宏');
    await expect(read('macro.xlsm', zipWith(headings, ''))).rejects.toThrow('带宏');
  });

  test('what becomes far too large when it is unpacked is refused before it is', () => {
    const bytes = zipWith(headings, '', { 'xl/media/a.bin': 'x'.repeat(100_000) });
    expect(bytes.length).toBeLessThan(10_000);
    expect(() => xlsxFacts(bytes, 50_000)).toThrow('解开后太大');
  });

  test('fifty thousand rows without anything in them are no rows', async () => {
    const empty = Array.from({ length: 50_000 }, (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" s="1"/><c r="B${i + 3}" s="1"/></row>`).join('');
    const table = await read('empty.xlsx', headed(`<row r="2">${cell('A2', '面馆')}</row>${empty}`));
    expect(table.rows.map(({ line }) => line)).toEqual([2]);
  });
});
