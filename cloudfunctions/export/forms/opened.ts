/** The parts of an .xlsx that a table is laid out by: its first sheet and what that sheet refers to. Whatever else is in the file is left there. */
import { SheetFault } from '../../../domain/census-list/table';
import { firstSheetPath, isZip, officeParts, refuseOtherOffice, related, unreadable } from '../sheet/office';
import { childOf, childrenOf, element, readXml, textOf, type Element } from './xml';

export interface Opened {
  /** Of the first sheet. */
  readonly name: string;
  readonly sheet: Element;
  /** The texts that cells refer to by their number. */
  readonly strings: readonly Element[];
  readonly styles: Element;
  /** Colours and fonts that the styles refer to, as they stand. */
  readonly theme: string | null;
  /** What the workbook calls ranges of the first sheet for printing, by name. */
  readonly printed: Readonly<Record<string, string>>;
  readonly date1904: boolean;
}

/** Bytes of XML; a form has a tenth of it. */
const mostUnpacked = 8 * 2 ** 20;

const noStyles = () => element('styleSheet', {}, [
  element('fonts', { count: '1' }, [element('font', {}, [element('sz', { val: '11' }), element('name', { val: '宋体' })])]),
  element('fills', { count: '2' }, [element('fill', {}, [element('patternFill', { patternType: 'none' })]), element('fill', {}, [element('patternFill', { patternType: 'gray125' })])]),
  element('borders', { count: '1' }, [element('border')]),
  element('cellStyleXfs', { count: '1' }, [element('xf')]),
  element('cellXfs', { count: '1' }, [element('xf', { xfId: '0' })]),
]);

export const opened = (bytes: Uint8Array, name: string): Opened => {
  refuseOtherOffice(bytes, name);
  if (!isZip(bytes)) throw new SheetFault('这不是 .xlsx 文件。请用 Excel 或 WPS 另存为 .xlsx 再试。');
  const text = officeParts(bytes, mostUnpacked, '这个 .xlsx 解开后太大。请只留表样这一张工作表，去掉多余的空行和格式，再试。');
  const part = (path: string | null) => { const found = path === null ? null : text(path); return found === null ? null : readXml(found); };
  const [book, sheet] = [part('xl/workbook.xml'), part(firstSheetPath(text))];
  const first = book && childrenOf(childOf(book, 'sheets') ?? book, 'sheet')[0];
  if (!book || !first || sheet?.name !== 'worksheet') throw new SheetFault(unreadable);
  const strings = part(related(text, '/sharedStrings"'));
  const theme = related(text, '/theme"');
  const names = childrenOf(childOf(book, 'definedNames') ?? element('definedNames')).filter(({ attributes }) => attributes.localSheetId === '0');
  return {
    name: first.attributes.name ?? '表', sheet, strings: strings ? childrenOf(strings, 'si') : [], styles: part(related(text, '/styles"')) ?? noStyles(), theme: theme === null ? null : text(theme),
    printed: Object.fromEntries(names.map((one) => [one.attributes.name ?? '', textOf(one)])), date1904: /^(1|true)$/.test(childOf(book, 'workbookPr')?.attributes.date1904 ?? ''),
  };
};
