/**
 * What any .xlsx that was sent is looked at for first: whether it is one, whether it holds macros, and how large it becomes when unpacked. All that
 * is wrong is thrown as `SheetFault`, one sentence each.
 */
import { strFromU8, unzipSync } from 'fflate';
import { SheetFault } from '../../../domain/census-list/table';

export const unreadable = '这个 .xlsx 文件打不开，可能已损坏或有密码。请用 Excel 或 WPS 重新另存为 .xlsx 再试。';

const beginsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
export const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, 0x50, 0x4b);

/** Told by its content; an old .xls and one with a password begin alike. */
export const refuseOtherOffice = (bytes: Uint8Array, name: string): void => {
  if (bytes.length === 0) throw new SheetFault('这个文件是空的。');
  if (/\.xls[mb]$/i.test(name)) throw new SheetFault('带宏的文件不收。请用 Excel 或 WPS 另存为 .xlsx 再试。');
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetFault('这是旧的 .xls 文件，或者设了密码。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 再试。');
};

/** Its parts as text, by their path. `most`: bytes that it may have when unpacked; `tooLarge`: what is said of one that has more. */
export const officeParts = (bytes: Uint8Array, most: number, tooLarge: string): ((path: string) => string | null) => {
  let size = 0;
  unzip(bytes, ({ name, originalSize }) => {
    if (/vbaProject\.bin$/i.test(name)) throw new SheetFault('这个文件里有宏（自动运行的程序），不收。请用 Excel 或 WPS 另存为不带宏的 .xlsx 再试。');
    size += originalSize;
    return false;
  });
  if (size > most) throw new SheetFault(tooLarge);
  return (path) => {
    const found = unzip(bytes, ({ name }) => name === path)[path];
    return found ? strFromU8(found) : null;
  };
};

const unzip = (bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) => {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof SheetFault ? error : new SheetFault(unreadable);
  }
};

const relations = 'xl/_rels/workbook.xml.rels';
/** The path of what the workbook is related to, by a property of the relation; null where there is none. */
export const related = (text: (path: string) => string | null, property: string): string | null => {
  const relation = [...(text(relations) ?? '').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(property));
  const target = /\bTarget="([^"]+)"/.exec(relation ?? '')?.[1];
  return target === undefined ? null : target.startsWith('/') ? target.slice(1) : `xl/${target}`;
};

/** The path of the sheet that stands first in the workbook. */
export const firstSheetPath = (text: (path: string) => string | null): string | null => {
  const id = /<(?:\w+:)?sheet\b[^>]*\b\w+:id="([^"]+)"/.exec(text('xl/workbook.xml') ?? '')?.[1];
  return id === undefined ? null : related(text, `Id="${id}"`);
};

/** C5 → line 5, place 2. */
export const placeOf = (address: string): { readonly line: number; readonly place: number } | null => {
  const [, letters, digits] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  return { line: Number(digits), place: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
};
