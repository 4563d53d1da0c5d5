/**
 * What a reader of values does not tell of an .xlsx: macros, formulas, merged cells, and how large it becomes when unpacked. Looked up
 * in the text of the first sheet; nothing is worked out.
 */
import { strFromU8, unzipSync } from 'fflate';
import { SheetFault } from '../../../domain/census-list/table';

export const unreadable = '这个 .xlsx 文件打不开，可能已损坏或有密码。请用 Excel 或 WPS 重新另存为 .xlsx 再试。';

/** Bytes of XML. A hundred thousand rows of a census have some 60 MB; a file made to burst has more. */
const mostUnpacked = 200 * 2 ** 20;
/** Cells that one merged range may cover before its end is cut off: a whole column merged is told by its first rows. */
const mostCovered = 2000;

/** Line → place in the line → what is wrong with the cell. */
export type CellFacts = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** `most`: bytes it may have when unpacked. */
export const xlsxFacts = (bytes: Uint8Array, most = mostUnpacked): CellFacts => {
  const { names, size } = contents(bytes);
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new SheetFault('这个文件里有宏（自动运行的程序），不收。请用 Excel 或 WPS 另存为不带宏的 .xlsx 再试。');
  if (size > most) throw new SheetFault('这个 .xlsx 解开后太大。请只留网点这一张表，去掉图片和空行，再试。');
  const sheet = firstSheet(bytes);
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

const contents = (bytes: Uint8Array): { names: string[]; size: number } => {
  const names: string[] = [];
  let size = 0;
  unzip(bytes, ({ name, originalSize }) => {
    names.push(name);
    size += originalSize;
    return false;
  });
  return { names, size };
};

const unzip = (bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) => {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw new SheetFault(unreadable);
  }
};

/** The text of the sheet that stands first in the workbook; empty where there is none, which the reader of values says. */
const firstSheet = (bytes: Uint8Array): string => {
  const text = (path: string) => { const found = unzip(bytes, ({ name }) => name === path)[path]; return found ? strFromU8(found) : ''; };
  const id = /<(?:\w+:)?sheet\b[^>]*\b\w+:id="([^"]+)"/.exec(text('xl/workbook.xml'))?.[1];
  const relation = [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(`Id="${id ?? ''}"`));
  const target = /\bTarget="([^"]+)"/.exec(relation ?? '')?.[1];
  return target === undefined ? '' : text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
};

/** Addresses of cells that hold a formula: from each formula back to the cell it stands in. */
function* formulas(sheet: string): Generator<string> {
  for (const { index } of sheet.matchAll(/<(?:\w+:)?f[\s>/]/g)) {
    const cell = /<(?:\w+:)?c\b[^>]*\br="([A-Z]+\d+)"/.exec(sheet.slice(Math.max(sheet.lastIndexOf('<c ', index), sheet.lastIndexOf(':c ', index) - 12), index));
    if (cell?.[1]) yield cell[1];
  }
}

const placeOf = (address: string): { line: number; place: number } | null => {
  const [, letters, digits] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  return { line: Number(digits), place: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
};
