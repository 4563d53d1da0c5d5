/**
 * A form as a district's clerk would get one: title, unit line, two rows of headings with merged cells, the row of placeholders, a line for signatures and
 * a remark, edges, letters, a page set up for printing. Written as a spreadsheet program writes it: texts are shared, one of them partly bold.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';

export interface FormChange {
  /** Texts by address, in place of or besides those of the form. */
  readonly cells?: Readonly<Record<string, string>>;
  /** Besides those of the form. */
  readonly merges?: readonly string[];
  /** Put into the sheet's XML. */
  readonly xml?: (sheet: string) => string;
  /** Files besides. */
  readonly files?: Readonly<Record<string, string>>;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = (path: string, kind: string) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
/** Styles by their place below. */
const style = { plain: 0, title: 1, small: 2, heading: 3, number: 4, text: 5, foot: 6 } as const;
type StyleName = keyof typeof style;

const styles = `<styleSheet xmlns="${main}"><fonts count="4"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="20"/><name val="方正小标宋简体"/></font><font><sz val="10"/><name val="仿宋"/></font><font><b/><sz val="11"/><name val="黑体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center" vertical="center"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"><alignment horizontal="right"/></xf><xf numFmtId="0" fontId="3" fillId="2" borderId="1" xfId="0"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0"><alignment horizontal="right" vertical="center"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0"><alignment horizontal="center" vertical="center"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"/></cellXfs>
<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Address → text and style; of the table of streets. */
const texts: Readonly<Record<string, readonly [text: string, look: StyleName]>> = {
  A1: ['城市一刻钟便民生活圈建设情况汇总表', 'title'], A2: ['填报单位：凉州区商务局    数据截至{{snapshot-day}}（{{snapshot-name}}）    单位：家、人', 'small'],
  A3: ['街道', 'heading'], B3: ['生活圈数', 'heading'], C3: ['网点数', 'heading'], F3: ['常住人口', 'heading'], G3: ['连锁化率', 'heading'], H3: ['备注', 'heading'],
  C4: ['合计', 'heading'], D4: ['基本保障类', 'heading'], E4: ['品质提升类', 'heading'],
  A5: ['{{name}}', 'text'], B5: ['{{circles}}', 'number'], C5: ['{{outlets}}', 'number'], D5: ['{{outlets-basic}}', 'number'], E5: ['｛｛ outlets-quality ｝｝', 'number'], F5: ['{{population}}', 'number'], G5: ['{{chain}}', 'number'], H5: ['', 'text'], I5: ['', 'text'],
  A6: ['填报人：', 'foot'], C6: ['审核人：', 'foot'], F6: ['填报日期：    年  月  日', 'foot'], A7: ['说明：本表由街道填报，区商务局汇总。', 'foot'],
};
const merges = ['A1:I1', 'A2:I2', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:F4', 'G3:G4', 'H3:I4', 'H5:I5', 'A6:B6', 'C6:E6', 'F6:I6', 'A7:I7'];
const heights: Readonly<Record<number, number>> = { 1: 36, 3: 24, 4: 24, 5: 22, 6: 28 };
/** Where cells have an edge though nothing stands in them. */
const edged = ['A4', 'B4', 'D3', 'E3', 'F4', 'G4', 'H4', 'I3', 'I4'];

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const officialForm = ({ cells = {}, merges: more = [], xml = (sheet) => sheet, files = {} }: FormChange = {}): Buffer => {
  const all: Record<string, readonly [string, StyleName]> = { ...Object.fromEntries(edged.map((at) => [at, ['', 'heading'] as const])), ...texts };
  for (const [at, text] of Object.entries(cells)) all[at] = [text, all[at]?.[1] ?? 'text'];
  const shared: string[] = [];
  const rows = new Map<number, string[]>();
  for (const at of Object.keys(all).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const [text, look] = all[at]!;
    const line = Number(/\d+/.exec(at)![0]);
    const cell = text === '' ? `<c r="${at}" s="${style[look]}"/>` : `<c r="${at}" s="${style[look]}" t="s"><v>${shared.push(`<si>${at === 'A7' ? `<r><rPr><b/></rPr><t>说明：</t></r><r><t>${escaped(text.slice(3))}</t></r>` : `<t xml:space="preserve">${escaped(text)}</t>`}</si>`) - 1}</v></c>`;
    rows.set(line, [...(rows.get(line) ?? []), cell]);
  }
  const data = [...rows].sort(([a], [b]) => a - b).map(([line, row]) => `<row r="${line}" spans="1:9"${heights[line] ? ` ht="${heights[line]}" customHeight="1"` : ''}>${row.join('')}</row>`).join('');
  const ranges = [...merges, ...more];
  const sheet = `<worksheet xmlns="${main}" xmlns:r="${relation}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:I7"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.2"/><cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="7" width="12" customWidth="1"/><col min="8" max="9" width="9" customWidth="1"/></cols><sheetData>${data}</sheetData><mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rId1"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter></worksheet>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/worksheets/sheet1.xml', 'worksheet')}${type('xl/styles.xml', 'styles')}${type('xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><bookViews><workbookView/></bookViews><sheets><sheet name="汇总表" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">汇总表!$A$1:$I$7</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">汇总表!$3:$4</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': xml(sheet), 'xl/styles.xml': styles, 'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared.join('')}</sst>`,
    ...files,
  };
  const zip: Zippable = {};
  for (const [path, text] of Object.entries(parts)) zip[path] = [strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`), { mtime: new Date('1980-01-01T00:00:00') }];
  return Buffer.from(zipSync(zip));
};
