/**
 * What a table's form says: the row that is repeated, and what stands in it.
 *
 * S1 Exactly one row of the first sheet has placeholders of figures: it is filled once for each place. What is said of the snapshot may stand anywhere.
 * S2 Braces that an input method made wide, and spaces within them, are taken for what was meant.
 * S3 What can't be filled as it stands is said with the address of its cell, and nothing of the file is kept: a placeholder that is no figure, or is not
 *    counted for the rows' places; braces without their partner; a formula; a merged cell that would have to be torn; pictures and remarks, which have
 *    no place in a row.
 */
import { columnName } from '../../../domain/census-list/table';
import type { FigureDefinition } from '../../../domain/figures/definitions';
import { codesIn, ofSnapshot, placeholder, placeholderFault } from '../../../domain/placeholders';
import type { TableColumn, TableTemplate } from '../../../types/rules';
import { addressOf, gridOf, lastPlace, rangeText, type Grid, type GridCell } from './grid';
import type { Opened } from './opened';
import { stylesOf } from './styles';
import { childOf, childrenOf } from './xml';

export interface Form {
  readonly opened: Opened;
  readonly grid: Grid;
  /** The row with placeholders. */
  readonly line: number;
  /** Places in that row that are filled, in order; a column of the table each. */
  readonly places: readonly number[];
  readonly columns: TableColumn[];
}

/** What a rule of the tables can hold. */
const mostColumns = 100;
const mostLetters = 200;
/** Lines of headings that are looked at above the row. */
const mostHeadings = 8;
/** Problems that are told at once; more would not be read. */
const mostTold = 8;

export const writtenIn = (text: string): string => text.replace(/[{｛]{2}/g, '{{').replace(/[}｝]{2}/g, '}}').replace(placeholder, (_, code: string) => `{{${code.trim()}}}`);

interface Written { readonly line: number; readonly cell: GridCell; readonly text: string; readonly at: string }
const texts = ({ rows }: Grid): Written[] => rows.flatMap(({ line, cells }) => cells.flatMap((cell) => (cell.content?.kind === 'text' ? [{ line, cell, text: writtenIn(cell.content.text), at: addressOf(line, cell.place) }] : [])));
const figuresIn = (text: string) => codesIn(text).filter((code) => !ofSnapshot(code));

export const readForm = (opened: Opened): Form | null => {
  const grid = gridOf(opened, stylesOf(opened.styles).shows);
  const written = texts(grid);
  const line = written.find(({ text }) => figuresIn(text).length > 0)?.line;
  if (line === undefined) return null;
  const filled = written.filter((one) => one.line === line && codesIn(one.text).length > 0);
  return { opened, grid, line, places: filled.map(({ cell }) => cell.place), columns: filled.map(({ cell, text }) => ({ heading: headingOf(grid, written, line, cell.place), value: text })) };
};

/** A sentence each; none: it can be filled. */
export const formProblems = (opened: Opened, template: Pick<TableTemplate, 'rows' | 'total'>, definitions: readonly FigureDefinition[]): string[] => {
  const form = readForm(opened);
  const grid = form?.grid ?? gridOf(opened, () => false);
  const written = texts(grid);
  const rows = written.filter(({ text }) => figuresIn(text).length > 0);
  const other = rows.find(({ line }) => line !== form?.line);
  const problems = [
    ...grid.rows.flatMap(({ line, cells }) => cells.filter(({ formula }) => formula).map(({ place }) => `${addressOf(line, place)} 是公式。表样里不能有公式，请改成文字，或写占位符。`)),
    ...written.flatMap(({ text, at }) => (/[{}｛｝]/.test(text.replace(placeholder, '')) ? [`${at} 的花括号没有成对。占位符前后各要两个花括号，像 {{name}}。`] : [])),
    ...written.flatMap(({ text, at }) => [...new Set(codesIn(text))].flatMap((code) => {
      const fault = placeholderFault(code, template, definitions);
      return fault === null ? [] : [`${at} 的占位符 {{${code}}} ${fault}。能用哪些，请看占位符清单。`];
    })),
    ...(form && other ? [`${rows[0]!.at} 和 ${other.at} 都有占位符，却不在同一行。占位符要写在一行里，系统会把这一行按${template.rows === 'circles' ? '圈' : '街道'}重复。`] : []),
    ...(form ? grid.merges.filter(({ top, bottom }) => top !== bottom && top <= form.line && form.line <= bottom).map((merge) => `${rangeText(merge)} 是合并的单元格，占位符那一行（第 ${form.line} 行）和别的行合在一起，没法重复。请取消这处合并。`) : []),
    ...(form ? form.columns.flatMap(({ value }, i) => (value.length > mostLetters ? [`${addressOf(form.line, form.places[i]!)} 的字太多，最多 ${mostLetters} 个。`] : [])) : []),
    ...(form && form.columns.length > mostColumns ? [`第 ${form.line} 行有 ${form.columns.length} 格占位符，最多 ${mostColumns} 格。`] : []),
    ...(objectsIn(opened) ? ['表里有图片、图表、文本框或批注，填数以后位置会乱。请去掉再载入。'] : []),
  ];
  if (problems.length === 0 && !form) return ['第一张工作表里没有占位符。请在要按行填数的那一行写上占位符，像 {{name}}、{{outlets}}。'];
  return problems.length > mostTold ? [...problems.slice(0, mostTold), `另外还有 ${problems.length - mostTold} 处。`] : problems;
};

const objectsIn = ({ sheet }: Opened) => childrenOf(sheet).some(({ name, attributes }) => /^(drawing|legacyDrawing|oleObjects|controls|tableParts)$/.test(name) && attributes.count !== '0');

/** How a column is called: what stands nearest above it, after the heading of its group, where some columns share one. */
const headingOf = (grid: Grid, written: readonly Written[], line: number, place: number): string => {
  const above: { readonly text: string; readonly wide: boolean }[] = [];
  for (let at = line - 1; at > Math.max(0, line - 1 - mostHeadings); at -= 1) {
    const merge = grid.merges.find(({ top, bottom, left, right }) => top <= at && at <= bottom && left <= place && place <= right);
    const [from, to] = [merge?.left ?? place, merge?.right ?? place];
    const text = written.find((one) => one.line === (merge?.top ?? at) && one.cell.place === from)?.text.replace(/\s+/g, '') ?? '';
    // a title goes over all columns
    if (to - from >= lastPlace(grid) * 0.9 && to > from) break;
    if (text !== '' && above.at(-1)?.text !== text) above.push({ text, wide: to > from });
  }
  const [nearest, group] = above;
  if (!nearest) return `${columnName(place)} 列`;
  return (group?.wide && !nearest.wide ? `${group.text}·${nearest.text}` : nearest.text).slice(0, 40);
};

export const paperOf = ({ sheet }: Opened): Pick<TableTemplate, 'paper' | 'landscape'> => {
  const { paperSize, orientation } = childOf(sheet, 'pageSetup')?.attributes ?? {};
  return { paper: paperSize === '8' ? 'A3' : 'A4', landscape: orientation === 'landscape' };
};
