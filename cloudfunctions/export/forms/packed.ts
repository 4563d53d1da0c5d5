/** Two sheets as an .xlsx: only what they need, made anew, so that nothing of where the form came from goes along. */
import { strToU8 } from 'fflate';
import type { TextSheet } from '../tables/origins';
import { declared, escaped } from '../word/xml';
import { zipped } from '../zipped';
import { addressOf } from './grid';
import { heightOf, linesOf } from './layout';
import type { Styles } from './styles';
import { element, writeXml } from './xml';

interface Packing {
  readonly first: { readonly name: string; readonly xml: string; /** Names of ranges for printing. */ readonly printed: Readonly<Record<string, string>> };
  readonly second: TextSheet;
  readonly styles: Styles;
  readonly theme: string | null;
  readonly date1904: boolean;
}

const office = 'http://schemas.openxmlformats.org';
const spreadsheet = `${office}/spreadsheetml/2006/main`;
const relation = `${office}/officeDocument/2006/relationships`;
const contentType = 'application/vnd.openxmlformats-officedocument';

export const packed = ({ first, second, styles, theme, date1904 }: Packing): Buffer => {
  const secondXml = textSheetXml(second, styles);
  // a form may have that name already, however unlikely
  const secondName = first.name === second.name ? `${second.name}2` : second.name;
  const related: (readonly [id: string, type: string, target: string])[] = [
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'worksheet', 'worksheets/sheet2.xml'], ['rId3', 'styles', 'styles.xml'], ...(theme === null ? [] : [['rId4', 'theme', 'theme/theme1.xml'] as const]),
  ];
  const names = [...Object.entries(first.printed).map(([name, range]) => [name, 0, range] as const), ['_xlnm.Print_Titles', 1, `'${secondName}'!$1:$1`] as const];
  const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="${contentType}.${type}+xml"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'spreadsheetml.sheet.main')}${override('/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet')}${override('/xl/worksheets/sheet2.xml', 'spreadsheetml.worksheet')}${override('/xl/styles.xml', 'spreadsheetml.styles')}${theme === null ? '' : override('/xl/theme/theme1.xml', 'theme')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${relation}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<bookViews><workbookView/></bookViews><sheets><sheet name="${escaped(first.name)}" sheetId="1" r:id="rId1"/><sheet name="${secondName}" sheetId="2" r:id="rId2"/></sheets><definedNames>${names.map(([name, sheet, range]) => `<definedName name="${name}" localSheetId="${sheet}">${escaped(range)}</definedName>`).join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships">${related.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': first.xml,
    'xl/worksheets/sheet2.xml': secondXml,
    'xl/styles.xml': styles.xml(),
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(declared(xml))]));
  return zipped(theme === null ? bytes : { ...bytes, 'xl/theme/theme1.xml': strToU8(theme) });
};

const textSheetXml = ({ headings, widths, lines }: TextSheet, styles: Styles): string => {
  const [bold, plain] = [styles.with(0, { wrap: true, bold: true }), styles.with(0, { wrap: true })];
  const size = styles.size(0);
  const row = (cells: readonly string[], line: number, style: number) => element('row', { r: String(line), ht: String(heightOf(Math.max(1, ...cells.map((cell, i) => linesOf(cell, widths[i] ?? 10, size))), size)), customHeight: '1' },
    cells.map((cell, i) => element('c', { r: addressOf(line, i), s: String(style), t: 'inlineStr' }, [element('is', {}, [element('t', { 'xml:space': 'preserve' }, [cell])])])));
  return writeXml(element('worksheet', { xmlns: spreadsheet }, [
    element('sheetPr', {}, [element('pageSetUpPr', { fitToPage: '1' })]),
    element('sheetViews', {}, [element('sheetView', { workbookViewId: '0' }, [element('pane', { ySplit: '1', topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' })])]),
    element('cols', {}, widths.map((width, i) => element('col', { min: String(i + 1), max: String(i + 1), width: String(width), customWidth: '1' }))),
    element('sheetData', {}, [headings, ...lines].map((cells, i) => row(cells, i + 1, i === 0 ? bold : plain))),
    element('pageMargins', { left: '0.4', right: '0.4', top: '0.5', bottom: '0.5', header: '0.2', footer: '0.2' }),
    element('pageSetup', { paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' }),
  ]));
};
