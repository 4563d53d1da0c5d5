/** Reading and writing the bytes of a picture file. Reading past the end gives zeros: whoever reads checks lengths first. */

/** A picture as its file says, and the file written anew; null of a reader means that the parts don't hold together. */
export interface Redone { readonly width: number; readonly height: number; readonly bytes: Uint8Array }

export const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
export const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x1_0000 + u16(bytes, at + 2);
/** Little-endian, as RIFF writes. */
export const u16le = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
export const u32le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) + u16le(bytes, at + 2) * 0x1_0000;

export const text = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length));
export const ascii = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
