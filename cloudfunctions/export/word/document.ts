/** A report as a .docx: the parts, what leads from one to another, and what each is. Written by hand, so that the same report is the same bytes. */
import { strToU8 } from 'fflate';
import type { Block, Chart } from '../../../domain/report/blocks';
import type { CellRef } from '../../../domain/tables';
import { zipped } from '../zipped';
import { bodyOf } from './body';
import { chartData, chartXml } from './chart';
import { fontsXml, stylesXml } from './styles';
import { declared, escaped } from './xml';

export interface WordDocument {
  readonly title: string;
  /** ISO: the moment that the document is of, and that it says it was made at. */
  readonly at: string;
  /** At the foot of every page, after its number. */
  readonly foot: string;
  readonly blocks: readonly Block[];
  readonly linkOf: (ref: CellRef) => string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

interface Relation { readonly id: string; readonly type: string; readonly target: string; readonly outside?: boolean }
const relationsXml = (relations: readonly Relation[]) =>
  declared(`<Relationships xmlns="${packaged}/relationships">${relations.map(({ id, type, target, outside }) => `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${outside ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`);

export const documentOf = async ({ title, at, foot, blocks, linkOf }: WordDocument): Promise<Buffer> => {
  const links = new Map<string, string>();
  const charts: Chart[] = [];
  const body = bodyOf(blocks, linkOf, {
    link: (address) => { const id = links.get(address) ?? `link${links.size + 1}`; links.set(address, id); return id; },
    chart: (chart) => { charts.push(chart); return { id: `chart${charts.length}`, number: charts.length }; },
  });
  const parts: Record<string, string> = {
    '[Content_Types].xml': declared(`<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>`
      + [['/word/document.xml', `${word}.document.main+xml`], ['/word/styles.xml', `${word}.styles+xml`], ['/word/fontTable.xml', `${word}.fontTable+xml`], ['/word/settings.xml', `${word}.settings+xml`], ['/word/footer1.xml', `${word}.footer+xml`],
        ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'], ...charts.map((_, i) => [`/word/charts/chart${i + 1}.xml`, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'])]
        .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')
      + '</Types>'),
    '_rels/.rels': relationsXml([{ id: 'document', type: `${office}/officeDocument`, target: 'word/document.xml' }, { id: 'core', type: `${packaged}/relationships/metadata/core-properties`, target: 'docProps/core.xml' }]),
    'docProps/core.xml': declared(`<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:created></cp:coreProperties>`),
    'word/document.xml': declared(`<w:document ${w} xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': stylesXml,
    'word/fontTable.xml': fontsXml,
    'word/settings.xml': declared(`<w:settings ${w}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`),
    'word/footer1.xml': declared(`<w:ftr ${w}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">第 </w:t></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> 页，共 </w:t></w:r>${field('NUMPAGES')}<w:r><w:t xml:space="preserve"> 页 · ${escaped(foot)}</w:t></w:r></w:p></w:ftr>`),
    'word/_rels/document.xml.rels': relationsXml([
      ...['styles', 'fontTable', 'settings'].map((name) => ({ id: name, type: `${office}/${name}`, target: `${name}.xml` })),
      { id: 'footer', type: `${office}/footer`, target: 'footer1.xml' },
      ...charts.map((_, i) => ({ id: `chart${i + 1}`, type: `${office}/chart`, target: `charts/chart${i + 1}.xml` })),
      ...[...links].map(([address, id]) => ({ id, type: `${office}/hyperlink`, target: address, outside: true })),
    ]),
  };
  const files: Record<string, Uint8Array> = {};
  for (const [i, chart] of charts.entries()) {
    parts[`word/charts/chart${i + 1}.xml`] = chartXml(chart);
    parts[`word/charts/_rels/chart${i + 1}.xml.rels`] = relationsXml([{ id: 'data', type: `${office}/package`, target: `../embeddings/chart${i + 1}.xlsx` }]);
    files[`word/embeddings/chart${i + 1}.xlsx`] = await chartData(chart);
  }
  return zipped({ ...Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])), ...files });
};

const field = (code: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
