import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { figureDefinitions } from '../../../domain/figures/definitions';
import { fillTable, type TableCell } from '../../../domain/tables';
import type { Sheet } from '../../../domain/figures/sheet';
import { classification, formats, tables } from '../../../rules';
import { officialForm, type FormChange } from '../../../test/support/officialForm';
import { originSheet } from '../tables/origins';
import { blankForm } from './blankForm';
import { fillForm } from './fillForm';
import { opened } from './opened';
import { formProblems, readForm } from './readForm';
import { readXml, writeXml } from './xml';

const definitions = figureDefinitions({ formats: formats.formats, levels: ['基础型', '提升型', '品质型'], freshDays: 90 });
const summary = tables.tables.find(({ code }) => code === 'summary')!;
const read = (change: FormChange = {}) => readForm(opened(officialForm(change), '表样.xlsx'))!;
const words = { 'snapshot-name': '十一月底', 'snapshot-time': '2026年11月30日 18:30', 'snapshot-day': '2026年11月30日' };
const second = originSheet([]);
const number = (value: number, unit = '家'): TableCell => ({ kind: 'number', value, unit, ref: { code: 'outlets', kind: 'street', id: 's' } });
const text = (words: string): TableCell => ({ kind: 'text', text: words, refs: [] });
const unknown: TableCell = { kind: 'unknown', why: '还没填', ref: { code: 'population', kind: 'street', id: 's' } };
const blank: TableCell = { kind: 'blank' };
const rows: TableCell[][] = [
  [text('东大街街道'), number(3), number(120), number(80), number(40), number(41_000, '人'), number(0.256, '%')],
  [text('名字很长很长很长很长很长很长很长很长的街道'), number(0), number(0), number(0), number(0), unknown, unknown],
  [text('凉州城区'), blank, number(120), number(80), number(40), unknown, number(0.256, '%')],
];
const fill = (change: FormChange = {}, notes = ['演示数据，不是真实情况', '「—」是还不知道的']) => fillForm(read(change), { rows, words, notes, second });
const partsOf = (bytes: Uint8Array) => { const parts = unzipSync(bytes); return (path: string) => strFromU8(parts[path]!); };
const grid = async (bytes: Buffer) => (await readXlsxFile(bytes))[0]!.data as unknown as (string | number | null)[][];

describe('a form is read: the one row with placeholders, and how its columns are called', () => {
  test('wide braces and spaces are taken for what was meant; a heading knows its group', () => {
    const form = read();
    expect(form.line).toBe(5);
    expect(form.columns).toEqual([
      { heading: '街道', value: '{{name}}' }, { heading: '生活圈数', value: '{{circles}}' }, { heading: '网点数·合计', value: '{{outlets}}' }, { heading: '网点数·基本保障类', value: '{{outlets-basic}}' },
      { heading: '网点数·品质提升类', value: '{{outlets-quality}}' }, { heading: '常住人口', value: '{{population}}' }, { heading: '连锁化率', value: '{{chain}}' },
    ]);
    expect(formProblems(form.opened, summary, definitions)).toEqual([]);
  });

  test.each<[string, FormChange, string | RegExp]>([
    ['a placeholder that is no figure', { cells: { C5: '{{luck}}' } }, /^C5 的占位符 \{\{luck\}\} 没有这个数。/],
    ['one of another kind of place', { cells: { D5: '{{score}}' } }, /^D5 的占位符 \{\{score\}\} 不是按街道算的。/],
    ['a brace without its partner', { cells: { B5: '{{circles' } }, /^B5 的花括号没有成对。/],
    ['a single brace', { cells: { B5: '{circles}' } }, /^B5 的花括号没有成对。/],
    ['two rows', { cells: { C8: '{{outlets}}' } }, /^A5 和 C8 都有占位符，却不在同一行。.*按街道重复/],
    ['a merged cell into the next row', { merges: ['I5:J6'] }, /^I5:J6 是合并的单元格，占位符那一行（第 5 行）/],
    ['a formula', { xml: (sheet) => sheet.replace('<c r="H5" s="5"/>', '<c r="H5" s="5"><f>SUM(C5:E5)</f><v>0</v></c>') }, /^H5 是公式。/],
    ['no placeholder', { cells: Object.fromEntries(['A5', 'B5', 'C5', 'D5', 'E5', 'F5', 'G5'].map((at) => [at, '数'])) }, /^第一张工作表里没有占位符。/],
    ['a picture', { xml: (sheet) => sheet.replace('</worksheet>', '<drawing r:id="rId2"/></worksheet>') }, /^表里有图片、图表、文本框或批注/],
    ['too many letters in a cell', { cells: { A5: `{{name}}${'长'.repeat(300)}` } }, /^A5 的字太多/],
  ])('%s is said with its address', (_what, change, said) => {
    const found = formProblems(opened(officialForm(change), '表样.xlsx'), summary, definitions);
    expect(found).toEqual([expect.stringMatching(said)]);
  });

  test('all that is wrong is said at once, as far as anybody reads', () => {
    const cells = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map((column) => [`${column}5`, `{{no-${column}}}`]));
    const found = formProblems(opened(officialForm({ cells }), '表样.xlsx'), summary, definitions);
    expect(found).toHaveLength(9);
    expect(found.at(-1)).toBe('另外还有 2 处。');
  });

  test.each<[string, Buffer, string, RegExp]>([
    ['a text', Buffer.from('街道,网点数'), '表.xlsx', /^这不是 \.xlsx 文件/],
    ['nothing', Buffer.alloc(0), '表.xlsx', /空的/],
    ['an old .xls, or a password', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '表.xls', /旧的 \.xls 文件，或者设了密码/],
    ['macros', officialForm({ files: { 'xl/vbaProject.bin': 'x' } }), '表.xlsx', /有宏/],
    ['macros by its name', officialForm(), '表.xlsm', /带宏/],
    ['a broken zip', officialForm().subarray(0, 900), '表.xlsx', /打不开/],
    ['a sheet that is no XML', officialForm({ xml: () => '<worksheet><row></worksheet>' }), '表.xlsx', /打不开/],
    ['a sheet that declares things for itself', officialForm({ xml: (sheet) => `<!DOCTYPE x [<!ENTITY a "b">]>${sheet}` }), '表.xlsx', /打不开/],
    ['one that bursts', officialForm({ files: { 'xl/media.xml': ' '.repeat(9 * 2 ** 20) } }), '表.xlsx', /解开后太大/],
    ['a thousand rows', officialForm({ cells: { A1000: '末行' } }), '表.xlsx', /^这张表太大：最多 500 行/],
  ])('%s is refused', (_what, bytes, name, said) => expect(() => readForm(opened(bytes, name))).toThrow(said));
});

describe('a form is filled', () => {
  test('S1 the row is there once for each place, what stood below has moved with its merged cells, and nothing else has', async () => {
    const sheet = partsOf(fill())('xl/worksheets/sheet1.xml');
    const merges = [...sheet.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref);
    expect(merges).toEqual(['A1:I1', 'A2:I2', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:F4', 'G3:G4', 'H3:I4', 'H5:I5', 'H6:I6', 'H7:I7', 'A8:B8', 'C8:E8', 'F8:I8', 'A9:I9', 'A10:I10', 'A11:I11']);
    const [title, under, , , first, , third, signed, remark, mark, note] = await grid(fill());
    expect([title![0], under![0]]).toEqual(['城市一刻钟便民生活圈建设情况汇总表', expect.stringContaining('数据截至2026年11月30日（十一月底）')]);
    expect(first!.slice(0, 7)).toEqual(['东大街街道', 3, 120, 80, 40, 41_000, 0.256]);
    expect(third!.slice(0, 7)).toEqual(['凉州城区', null, 120, 80, 40, '—', 0.256]);
    expect([signed![0], signed![5], remark![0], mark![0], note![0]]).toEqual(['填报人：', '填报日期：    年  月  日', '说明：本表由街道填报，区商务局汇总。', '演示数据，不是真实情况', '「—」是还不知道的']);
    expect(sheet).toContain('<col min="1" max="1" width="18" customWidth="1"/>');
    expect(sheet).toContain('<row r="1" ht="36" customHeight="1">');
    expect(sheet).toContain('<row r="8" ht="28" customHeight="1">');
    expect(sheet).toContain('<rPr><b/></rPr>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>');
    expect(sheet).toContain('<dimension ref="A1:I11"/>');
    expect(sheet).not.toMatch(/x14ac|\{\{|r:id/);
  });

  test('S1 a row grows where a name needs more lines, and is broken into them', () => {
    const parts = partsOf(fill());
    const [, second = ''] = /<row r="6"([^>]*)>/.exec(parts('xl/worksheets/sheet1.xml'))!;
    expect(Number(/ht="(\d+)"/.exec(second)![1])).toBeGreaterThan(22);
    const style = Number(/<c r="A6" s="(\d+)"/.exec(parts('xl/worksheets/sheet1.xml'))![1]);
    expect([...parts('xl/styles.xml').split('<cellXfs')[1]!.matchAll(/<xf .*?(?:\/>|<\/xf>)/g)][style]![0]).toContain('wrapText="1"');
  });

  test('S2 numbers are numbers even where the form kept them as text, and a share is a percentage', () => {
    const parts = partsOf(fill());
    const sheet = parts('xl/worksheets/sheet1.xml');
    const looks = [...parts('xl/styles.xml').split('<cellXfs')[1]!.matchAll(/<xf .*?(?:\/>|<\/xf>)/g)].map(([look]) => look);
    const lookOf = (at: string) => looks[Number(new RegExp(`<c r="${at}" s="(\\d+)"`).exec(sheet)![1])]!;
    expect(lookOf('C5')).toContain('numFmtId="0"');
    expect(lookOf('C5')).toContain('borderId="1"');
    const percent = /numFmtId="(\d+)" formatCode="0.0%"/.exec(parts('xl/styles.xml'))![1]!;
    expect(lookOf('G5')).toContain(`numFmtId="${percent}"`);
    expect(sheet).toMatch(/<c r="F6" s="4" t="inlineStr"><is><t xml:space="preserve">—<\/t>/);
    expect(sheet).toMatch(/<c r="B7" s="4"\/>/);
  });

  test('S3 what is printed goes as far as the lines under the table, with the headings on each page', () => {
    const book = partsOf(fill())('xl/workbook.xml');
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'汇总表'!$A$1:$I$11</definedName>`);
    expect(book).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">汇总表!$3:$4</definedName>');
  });

  test('S4 the same is the same bytes, and of the form’s file nothing goes along but what lays the table out', () => {
    expect(fill().equals(fill())).toBe(true);
    expect(Object.keys(unzipSync(fill({ files: { 'docProps/core.xml': '<a>王某</a>', 'xl/calcChain.xml': '<calcChain/>', 'xl/externalLinks/externalLink1.xml': '<x/>' } }))).sort()).toEqual([
      '[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml',
    ]);
  });

  test('words that look like XML or a formula stay words', async () => {
    const filled = fillForm(read(), { rows: [[text('=1+1 <甲>&"乙"'), ...rows[0]!.slice(1)]], words: { ...words, 'snapshot-name': '{{outlets}}<b>' }, notes: [], second });
    const [, under, , , first] = await grid(filled);
    expect([first![0], under![0]]).toEqual(['=1+1 <甲>&"乙"', expect.stringContaining('（{{outlets}}<b>）')]);
  });

  test('a sheet of another program, with prefixes and without addresses, is the same form', async () => {
    const plain = (sheet: string) => sheet.replace(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns="', 'xmlns:x="').replace(/ spans="[^"]*"/g, '');
    expect(await grid(fill({ xml: plain }))).toEqual(await grid(fill()));
  });
});

test('each table’s template comes as an .xlsx that is taken back as it is, with a list of all that may be written', async () => {
  for (const template of tables.tables.filter(({ rows: of }) => of !== 'formats')) {
    const columns = template.columns.filter(({ eachFormat }) => eachFormat === undefined);
    const file = await blankForm(template, columns, definitions);
    const back = opened(file, '表样.xlsx');
    expect(formProblems(back, template, definitions)).toEqual([]);
    expect(readForm(back)!.columns).toEqual(columns.filter(({ value }) => value !== ''));
    const list = (await readXlsxFile(file))[1]!.data as unknown as string[][];
    expect(list[0]).toEqual(['占位符', '意思', '单位', '怎么算', '哪些行有']);
    expect(list.map(([code]) => code)).toEqual(expect.arrayContaining(['{{outlets}}', '{{snapshot-name}}', ...(template.rows === 'circles' ? ['{{score}}'] : ['{{circles}}'])]));
    expect(list.some(([code]) => code === (template.rows === 'circles' ? '{{circles}}' : '{{score}}'))).toBe(false);
  }
});

test('a table of the rules is filled in a form as the program would fill it', async () => {
  const sheet: Sheet = { at: 0, rules: [], definitions, circles: [], places: [{ kind: 'street', id: 's', name: '东大街街道', figures: { name: { kind: 'text', text: '东大街街道' }, outlets: { kind: 'number', value: 7 }, chain: { kind: 'unknown', why: '没人填' } } }] };
  const form = read();
  const filled = fillTable({ ...summary, columns: form.columns }, { sheet, words, classification, formats: formats.formats });
  expect((await grid(fillForm(form, { rows: filled.rows, words, notes: [], second })))[4]!.slice(0, 7)).toEqual(['东大街街道', null, 7, null, null, null, '—']);
});

test('XML is written as it was read, without what belongs to another vocabulary', () => {
  const xml = '<a xmlns="m" xmlns:y="n" b="1 &lt; 2" y:c="3"><d>甲&amp;乙&#65;</d><y:e><d/></y:e><![CDATA[<丙>]]></a>';
  expect(writeXml(readXml(xml))).toBe('<a b="1 &lt; 2"><d>甲&amp;乙A</d>&lt;丙&gt;</a>');
});
