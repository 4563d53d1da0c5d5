/**
 * JPEG (ITU-T T.81) as phones write it: baseline or progressive, Huffman, eight bits. Kept are tables, frame, scans, and of the
 * application parts what says how colours are meant (JFIF, Adobe) and which side is up, each written anew.
 */
import { ascii, joined, text, u16, u32, type Redone } from './photo-parts';

const start = Uint8Array.of(0xff, 0xd8);
const end = Uint8Array.of(0xff, 0xd9);
/** Version 1.1, no density, no thumbnail. */
const jfif = joined([Uint8Array.of(0xff, 0xe0, 0, 16), ascii('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0)]);
const adobe = (transform: number) => joined([Uint8Array.of(0xff, 0xee, 0, 14), ascii('Adobe'), Uint8Array.of(0, 100, 0, 0, 0, 0, transform)]);
/** A directory with one entry, orientation, and no other. */
const turned = (orientation: number) => joined([
  Uint8Array.of(0xff, 0xe1, 0, 34), ascii('Exif\0\0MM'), Uint8Array.of(0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0),
]);

export const readJpeg = (bytes: Uint8Array): Redone | null => {
  const kept: Uint8Array[] = [];
  let frame: { width: number; height: number } | null = null;
  let scans = 0;
  let hasJfif = false;
  let transform: number | null = null;
  let orientation: number | null = null;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1; // fill bytes
    const marker = bytes[at + 1];
    if (marker === undefined) return null;
    if (marker === 0xd9) break;
    const body = at + 4;
    const length = u16(bytes, at + 2);
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) return null;
    const part = bytes.subarray(body, next);
    if (marker === 0xe0) hasJfif ||= text(part, 0, 5) === 'JFIF\0';
    else if (marker === 0xe1) orientation ??= orientationOf(part);
    else if (marker === 0xee) transform ??= text(part, 0, 5) === 'Adobe' && part.length >= 12 ? part[11]! : null;
    else if (isFrame(marker)) {
      if (frame || !soundFrame(part)) return null;
      frame = { height: u16(part, 1), width: u16(part, 3) };
      kept.push(bytes.subarray(at, next));
    } else if (marker === 0xda) {
      if (!frame || part.length !== 4 + 2 * (part[0] ?? 0)) return null;
      scans += 1;
      at = endOfScan(bytes, next);
      kept.push(bytes.subarray(body - 4, at));
      continue;
    } else if (marker === 0xdb || marker === 0xc4 || marker === 0xdd) {
      if (!soundTable(marker, part)) return null;
      kept.push(bytes.subarray(at, next));
    } else if (!isNote(marker)) return null;
    at = next;
  }
  if (!frame || scans === 0) return null;
  const sideways = orientation !== null && orientation >= 5;
  return {
    width: sideways ? frame.height : frame.width,
    height: sideways ? frame.width : frame.height,
    bytes: joined([
      start, ...(hasJfif ? [jfif] : []), ...(orientation === null || orientation === 1 ? [] : [turned(orientation)]), ...(transform === null ? [] : [adobe(transform)]), ...kept, end,
    ]),
  };
};

/** Baseline, extended, progressive; the lossless and arithmetic ones no browser draws. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2;
/** Application parts and comments: read past. */
const isNote = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

const soundFrame = (part: Uint8Array) => {
  const components = part[5] ?? 0;
  return part[0] === 8 && (components === 1 || components === 3 || components === 4) && part.length === 6 + 3 * components;
};

/** A table is exactly as long as it says: nothing hides behind it. */
const soundTable = (marker: number, part: Uint8Array): boolean => {
  if (marker === 0xdd) return part.length === 2;
  let at = 0;
  while (at < part.length) {
    if (marker === 0xdb) at += 1 + ((part[at] ?? 0) >> 4 === 0 ? 64 : 128);
    else at += 17 + part.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
  }
  return at === part.length && at > 0;
};

/** Where the next marker stands that is neither a stuffed byte nor a restart; the end of the file where there is none. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; ; at += 1) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const after = bytes[at + 1];
    if (after === undefined) return bytes.length;
    if (after !== 0 && after !== 0xff && (after < 0xd0 || after > 0xd7)) return at;
  }
};

/** 1–8, or null where the EXIF part does not say or can't be read. */
const orientationOf = (part: Uint8Array): number | null => {
  if (text(part, 0, 6) !== 'Exif\0\0') return null;
  const tiff = part.subarray(6);
  const little = text(tiff, 0, 2) === 'II';
  if (!little && text(tiff, 0, 2) !== 'MM') return null;
  const short = (at: number) => (little ? (tiff[at] ?? 0) | ((tiff[at + 1] ?? 0) << 8) : u16(tiff, at));
  const directory = little ? short(4) + short(6) * 0x1_0000 : u32(tiff, 4);
  if (directory + 2 > tiff.length) return null;
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > tiff.length) return null;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
};
