/** PNG (ISO/IEC 15948): header, palette, transparency, pixels, end. Every other chunk, text and time and EXIF among them, is left behind. */
import { joined, text, u32, type Redone } from './photo-parts';

const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

export const readPng = (bytes: Uint8Array): Redone | null => {
  const parts = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | null = null;
  let pixels = false;
  for (let at = 8; ;) {
    const length = u32(bytes, at);
    const next = at + 12 + length;
    if (next > bytes.length) return null;
    const type = text(bytes, at + 4, 4);
    if ((type === 'IHDR') !== (size === null)) return null;
    if (u32(bytes, next - 4) !== crc32(bytes.subarray(at + 4, next - 4))) return null;
    if (type === 'IHDR') {
      if (length !== 13) return null;
      size = { width: u32(bytes, at + 8), height: u32(bytes, at + 12) };
    }
    pixels ||= type === 'IDAT' && length > 0;
    if (kept.has(type)) parts.push(bytes.subarray(at, next));
    else if (!isAncillary(type)) return null;
    if (type === 'IEND') return length === 0 && pixels && size ? { ...size, bytes: joined(parts) } : null;
    at = next;
  }
};

/** A small first letter: whoever does not know the chunk may pass over it. */
const isAncillary = (type: string) => /^[a-z][A-Za-z]{3}$/.test(type);

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
export const crc32 = (bytes: Uint8Array): number => (bytes.reduce((crc, byte) => table[(crc ^ byte) & 0xff]! ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
