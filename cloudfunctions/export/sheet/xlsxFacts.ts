/**
 * What a reader of values does not tell of an .xlsx: macros, formulas, merged cells, and how large it becomes when unpacked. Looked up
 * in the text of the first sheet; nothing is worked out.
 */
import { firstSheetPath, officeParts, placeOf } from './office';

/** Bytes of XML. A hundred thousand rows of a census have some 60 MB; a file made to burst has more. */
const mostUnpacked = 200 * 2 ** 20;
/** Cells that one merged range may cover before its end is cut off: a whole column merged is told by its first rows. */
const mostCovered = 2000;

/** Line → place in the line → what is wrong with the cell. */
export type CellFacts = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** `most`: bytes it may have when unpacked. */
export const xlsxFacts = (bytes: Uint8Array, most = mostUnpacked): CellFacts => {
  const text = officeParts(bytes, most, '这个 .xlsx 解开后太大。请只留网点这一张表，去掉图片和空行，再试。');
  const path = firstSheetPath(text);
  // without a first sheet there is nothing to note, and the reader of values says so
  const sheet = (path === null ? null : text(path)) ?? '';
  const facts = new Map<number, Map<number, string>>();
  const note = (line: number, place: number, reason: string) => facts.set(line, (facts.get(line) ?? new Map<number, string>()).set(place, reason));
  for (const address of formulas(sheet)) {
    const at = placeOf(address);
    if (at) note(at.line, at.place, `${address} 是公式。请复制这一列，用「选择性粘贴→数值」变成字再试`);
  }
  for (const [, from = '', to = ''] of sheet.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const [start, end] = [placeOf(from), placeOf(to)];
    if (!start || !end) continue;
    let covered = 0;
    for (let line = start.line; line <= end.line && covered < mostCovered; line += 1) {
      for (let { place } = start; place <= end.place && covered < mostCovered; place += 1, covered += 1) {
        if (line !== start.line || place !== start.place) note(line, place, `${from}:${to} 是合并的单元格。请取消合并，每一行都填上`);
      }
    }
  }
  return facts;
};

/** Addresses of cells that hold a formula: from each formula back to the cell it stands in. */
function* formulas(sheet: string): Generator<string> {
  for (const { index } of sheet.matchAll(/<(?:\w+:)?f[\s>/]/g)) {
    const cell = /<(?:\w+:)?c\b[^>]*\br="([A-Z]+\d+)"/.exec(sheet.slice(Math.max(sheet.lastIndexOf('<c ', index), sheet.lastIndexOf(':c ', index) - 12), index));
    if (cell?.[1]) yield cell[1];
  }
}
