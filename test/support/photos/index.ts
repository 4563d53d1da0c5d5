/** Photos for tests: drawn by a browser (shop front, and 64 × 48 of each kind), and what phones and mischief add to them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ascii, joined } from '../../../domain/photo-parts';

export type PhotoFile = 'front.jpg' | 'small.jpg' | 'small.png' | 'alpha.png' | 'small.webp' | 'alpha.webp' | 'lossless.webp';
export const photoFile = (name: PhotoFile): Uint8Array => new Uint8Array(readFileSync(join(__dirname, name)));
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What nobody may find again in what is stored. */
export const secretWords = ['GPS-CANARY', 'HUAWEI-CANARY', 'xmp-canary', 'comment-canary'] as const;

const u16 = (n: number) => Uint8Array.of(n >> 8, n & 0xff);
const u32 = (n: number) => joined([u16(n >>> 16), u16(n & 0xffff)]);
const entry = (tag: number, type: number, count: number, value: Uint8Array) => joined([u16(tag), u16(type), u32(count), value]);

/** EXIF as a phone writes it: maker, orientation, and a GPS directory of 37°55′44.4″N 102°38′31.5″E with a place's name. */
export const exif = (orientation: number): Uint8Array => {
  const make = ascii('HUAWEI-CANARY\0');
  const place = ascii('ASCII\0\0\0GPS-CANARY');
  const degrees = (d: number, m: number, s10: number) => joined([u32(d), u32(1), u32(m), u32(1), u32(s10), u32(10)]);
  const makeAt = 8 + 2 + 3 * 12 + 4;
  const gpsAt = makeAt + make.length;
  const latAt = gpsAt + 2 + 5 * 12 + 4;
  const lngAt = latAt + 24;
  return joined([
    ascii('Exif\0\0'), ascii('MM'), u16(42), u32(8),
    u16(3), entry(0x010f, 2, make.length, u32(makeAt)), entry(0x0112, 3, 1, joined([u16(orientation), u16(0)])), entry(0x8825, 4, 1, u32(gpsAt)), u32(0),
    make,
    u16(5), entry(1, 2, 2, ascii('N\0\0\0')), entry(2, 5, 3, u32(latAt)), entry(3, 2, 2, ascii('E\0\0\0')), entry(4, 5, 3, u32(lngAt)), entry(0x1b, 7, place.length, u32(lngAt + 24)), u32(0),
    degrees(37, 55, 444), degrees(102, 38, 315), place,
  ]);
};
const segment = (marker: number, body: Uint8Array) => joined([Uint8Array.of(0xff, marker), u16(body.length + 2), body]);

/** The JPEG with all that phones and programs hide in one, and a ZIP's beginning behind it. */
export const loaded = (jpeg: Uint8Array, orientation = 1): Uint8Array => joined([
  jpeg.subarray(0, 2),
  segment(0xe1, exif(orientation)), segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>xmp-canary</x:xmpmeta>')), segment(0xe2, ascii('MPF\0GPS-CANARY')),
  segment(0xed, ascii('Photoshop 3.0\0comment-canary')), segment(0xfe, ascii('comment-canary <script>alert(1)</script>')),
  jpeg.subarray(2), ascii('PK\x03\x04 GPS-CANARY'),
]);

export const svg = ascii('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
export const exe = joined([ascii('MZ\x90\0\x03\0\0\0'), new Uint8Array(600), ascii('PE\0\0')]);
/** A JPEG whose header claims another size. */
export const claiming = (jpeg: Uint8Array, width: number, height: number): Uint8Array => {
  const copy = Uint8Array.from(jpeg);
  const at = copy.findIndex((byte, i) => byte === 0xff && copy[i + 1] === 0xc0);
  copy.set(joined([u16(height), u16(width)]), at + 5);
  return copy;
};
