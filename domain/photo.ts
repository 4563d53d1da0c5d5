/**
 * What a photo is, read from its content and from nothing else: a name or a declared type is somebody's word. What comes out is
 * written anew from the parts that drawing it takes, so that no place, time, name of a phone, comment or second file travels along.
 *
 * S1 The kind is read from the first bytes: JPEG, PNG or WebP. Anything else (SVG, HEIC, a program) is `not_image`.
 * S2 At most 1 MB, each side 32 to 4096 pixels as the header says, before anything is unpacked: `too_large`, `dimensions`.
 * S3 Only what drawing takes comes out; every part that can carry more (EXIF, XMP, IPTC, ICC, MPF, thumbnails, comments, text) is gone.
 * S4 A JPEG that lies on its side keeps how it is to be turned, in a fresh EXIF part that says nothing else; width and height are as seen.
 * S5 Nothing behind the end of the picture comes out (a ZIP, a second photo, a film).
 * S6 A file that ends early, or whose parts don't hold together, is `broken`; so is one that moves.
 * S7 What came out comes out of it again unchanged.
 */
import { readJpeg } from './photo-jpeg';
import { readPng } from './photo-png';
import { readWebp } from './photo-webp';

export type PhotoMedia = 'image/jpeg' | 'image/png' | 'image/webp';
export type PhotoFault = 'not_image' | 'too_large' | 'dimensions' | 'broken';
export interface Photo { readonly media: PhotoMedia; readonly width: number; readonly height: number; readonly bytes: Uint8Array }
export type ReadPhoto = { readonly ok: true; readonly photo: Photo } | { readonly ok: false; readonly why: PhotoFault };

export const mostPhotoBytes = 1024 * 1024;
/** Pixels. */
export const photoSide = { least: 32, most: 4096 } as const;

/** S1; null for what is none of the three. */
export const mediaOf = (bytes: Uint8Array): PhotoMedia | null => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP'))) return 'image/webp';
  return null;
};

/** Also what a phone's own camera writes and a phone may be able to draw, before it is shrunk: HEIC and AVIF, GIF, BMP. */
export const phoneMayDraw = (bytes: Uint8Array): boolean =>
  mediaOf(bytes) !== null || startsWith(bytes.subarray(4), ascii('ftyp')) || startsWith(bytes, ascii('GIF8')) || startsWith(bytes, ascii('BM'));

const readers = { 'image/jpeg': readJpeg, 'image/png': readPng, 'image/webp': readWebp } as const;

export const readPhoto = (bytes: Uint8Array): ReadPhoto => {
  const media = mediaOf(bytes);
  if (media === null) return { ok: false, why: 'not_image' };
  if (bytes.length > mostPhotoBytes) return { ok: false, why: 'too_large' };
  const read = readers[media](bytes);
  if (read === null) return { ok: false, why: 'broken' };
  const { width, height } = read;
  if (Math.min(width, height) < photoSide.least || Math.max(width, height) > photoSide.most) return { ok: false, why: 'dimensions' };
  return { ok: true, photo: { media, ...read } };
};

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);
