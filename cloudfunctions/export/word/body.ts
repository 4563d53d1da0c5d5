/** Blocks of a report as the body of a Word document. The children of each element stand in the order that its schema wants, or Word calls the file broken. */
import type { Block, Chart, Span, Spans } from '../../../domain/report/blocks';
import type { CellRef } from '../../../domain/tables';
import { escaped } from './xml';

/** What the body leads to outside of itself; each gets the id of a relationship. */
export interface Relations { link(address: string): string; chart(chart: Chart): { readonly id: string; readonly number: number } }

/** A4 with 2.3 cm at the sides, in twentieths of a point. */
export const page = { width: 11906, height: 16838, side: 1304, top: 1361 } as const;
const lineWidth = page.width - 2 * page.side;
const emuPerTwip = 635;
const chartHeight = 2_700_000;

export const bodyOf = (blocks: readonly Block[], linkOf: (ref: CellRef) => string, relations: Relations): string => {
  const run = ({ text, strong }: Span, style = '') => `<w:r>${style || strong ? `<w:rPr>${style ? `<w:rStyle w:val="${style}"/>` : ''}${strong ? '<w:b/>' : ''}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const runs = (spans: Spans) => spans.filter(({ text }) => text !== '').map((span) => {
    const address = span.link ?? (span.ref && linkOf(span.ref));
    return address === undefined ? run(span) : `<w:hyperlink r:id="${relations.link(address)}" w:history="1">${run(span, span.link === undefined ? 'Figure' : 'Hyperlink')}</w:hyperlink>`;
  }).join('');
  const paragraph = (style: string, spans: Spans) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs(spans)}</w:p>`;

  const table = ({ headings, rows, widths }: Extract<Block, { kind: 'table' }>) => {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const twips = widths.map((width) => Math.floor((lineWidth * width) / whole));
    const style = headings.length > 6 ? 'TableSmall' : 'TableText';
    const cell = (spans: Spans, i: number, heading: boolean) =>
      `<w:tc><w:tcPr><w:tcW w:w="${twips[i]}" w:type="dxa"/>${heading ? '<w:shd w:val="clear" w:color="auto" w:fill="E6F0ED"/>' : ''}<w:vAlign w:val="center"/></w:tcPr>${paragraph(heading ? `${style}Head` : style, spans)}</w:tc>`;
    const row = (cells: readonly Spans[], heading: boolean) => `<w:tr><w:trPr><w:cantSplit/>${heading ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((spans, i) => cell(spans, i, heading)).join('')}</w:tr>`;
    const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7F8C86"/>`;
    return `<w:tbl><w:tblPr><w:tblW w:w="${twips.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>`
      + `<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${twips.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
      // two tables that touch would become one, and a cell's last child must be a paragraph
      + `${row(headings.map((text) => [{ text }]), true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>${paragraph('Gap', [])}`;
  };

  const picture = (chart: Chart) => {
    const { id, number } = relations.chart(chart);
    const said = escaped(`图：${chart.title}。图里的数在下面的表里。`);
    return `<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${lineWidth * emuPerTwip}" cy="${chartHeight}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>`
      + `<wp:docPr id="${number}" name="${escaped(chart.title)}" descr="${said}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`
      + `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  };

  const written = (block: Block): string => {
    switch (block.kind) {
      case 'title': return paragraph('Title', [{ text: block.text }]);
      case 'subtitle': return paragraph('Subtitle', [{ text: block.text }]);
      case 'heading': return paragraph(`Heading${block.level}`, [{ text: block.text }]);
      case 'text': return paragraph(block.mute ? 'Mute' : 'Text', block.spans);
      case 'item': return paragraph('Item', [{ text: '·\t' }, ...block.spans]);
      case 'table': return table(block);
      case 'chart': return picture(block.chart);
    }
  };
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${page.top}" w:right="${page.side}" w:bottom="${page.top}" w:left="${page.side}" w:header="720" w:footer="600" w:gutter="0"/></w:sectPr>`;
  return `${blocks.map(written).join('')}${section}`;
};
