/** WebP (RFC 9649): one still picture, lossy or lossless, with its transparency. EXIF, XMP, colour profile and unknown chunks are left behind. */
import { ascii, joined, text, u16le, u32le, type Redone } from './photo-parts';

export const readWebp = (bytes: Uint8Array): Redone | null => {
  const end = 8 + u32le(bytes, 4);
  if (end > bytes.length || end < 20) return null;
  let alpha: Uint8Array | null = null;
  for (let at = 12; at + 8 <= end;) {
    const type = text(bytes, at, 4);
    const length = u32le(bytes, at + 4);
    if (at + 8 + length > end) return null;
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'ANIM' || type === 'ANMF') return null;
    if (type === 'ALPH') alpha ??= body;
    if (type === 'VP8 ' || type === 'VP8L') {
      const size = type === 'VP8 ' ? lossySize(body) : losslessSize(body);
      return size && { ...size, bytes: written(type, body, type === 'VP8 ' ? alpha : null, size) };
    }
    at += 8 + length + (length & 1);
  }
  return null;
};

/** A key frame that is shown, with its start code. */
const lossySize = (body: Uint8Array) =>
  body.length > 10 && ((body[0] ?? 1) & 1) === 0 && text(body, 3, 3) === '\x9d\x01\x2a' ? { width: u16le(body, 6) & 0x3fff, height: u16le(body, 8) & 0x3fff } : null;

const losslessSize = (body: Uint8Array) => {
  if (body.length < 6 || body[0] !== 0x2f) return null;
  const bits = u32le(body, 1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
};

const written = (type: string, body: Uint8Array, alpha: Uint8Array | null, { width, height }: { width: number; height: number }): Uint8Array => {
  const chunks = alpha === null ? [chunk(type, body)] : [chunk('VP8X', joined([Uint8Array.of(0x10, 0, 0, 0), low24(width - 1), low24(height - 1)])), chunk('ALPH', alpha), chunk(type, body)];
  const content = joined([ascii('WEBP'), ...chunks]);
  return joined([ascii('RIFF'), low32(content.length), content]);
};
const chunk = (type: string, body: Uint8Array) => joined([ascii(type), low32(body.length), body, ...(body.length & 1 ? [Uint8Array.of(0)] : [])]);
const low32 = (n: number) => Uint8Array.of(n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, n >>> 24);
const low24 = (n: number) => low32(n).subarray(0, 3);
