/** How much room a form gives: widths of its columns, and the height that a text needs in them. */
import type { Grid } from './grid';
import type { Opened } from './opened';
import { childOf, childrenOf, element } from './xml';

/** In characters of the Latin width, as a spreadsheet counts; a Chinese one takes two. */
export const lengthOf = (words: string): number => [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1), 0);

/** What a column has that says nothing of its width. */
const usual = 8.4;

/** Of each place of a line, in characters. */
export const widthsOf = ({ sheet }: Opened): ((place: number) => number) => {
  const columns = childrenOf(childOf(sheet, 'cols') ?? element('cols'), 'col').map(({ attributes: { min, max, width } }) => ({ from: Number(min) - 1, to: Number(max) - 1, width: Number(width) || usual }));
  const other = Number(childOf(sheet, 'sheetFormatPr')?.attributes.defaultColWidth) || usual;
  return (place) => columns.find(({ from, to }) => from <= place && place <= to)?.width ?? other;
};

/** Of a cell: of all the columns that it is merged over. */
export const roomOf = (widthAt: (place: number) => number, { merges }: Pick<Grid, 'merges'>) => (line: number, place: number): number => {
  const merge = merges.find(({ top, bottom, left }) => top <= line && line <= bottom && left === place);
  return Array.from({ length: merge ? merge.right - merge.left + 1 : 1 }, (_, i) => widthAt(place + i)).reduce((sum, width) => sum + width, 0);
};

/** Lines that a text takes; `size` of its letters, in points. */
export const linesOf = (words: string, width: number, size: number): number => words.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((lengthOf(part) * (size / 11)) / Math.max(1, width - 1))), 0);
/** Points that so many lines need. */
export const heightOf = (lines: number, size: number): number => 6 + Math.ceil(size * 1.4) * lines;
