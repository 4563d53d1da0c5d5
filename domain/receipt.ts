/**
 * Receipt numbers: short enough to be written on paper by someone over seventy and typed back in. Twelve characters, the last a check
 * character (checked-code.ts).
 *
 * S1 A receipt looks like XXXX-XXXX-XXXX and holds the first 55 bits of the bytes given: of a leaf, so that anybody who
 *    has the list of a round's leaves finds hers in it.
 * S2 Any one wrong character is caught.
 * S3 Any swap of two different neighbours is caught.
 * S4 Read: small letters, spaces, dashes and full width are accepted; O is read as 0, I and L as 1.
 * S5 What is not a receipt reads as null.
 * S6 The leaves a receipt can mean lie between the two ends of its range, and no others do.
 */
import { readChecked, valueOfCharacter, withCheck } from './checked-code';

const dataLength = 11;
const bits = dataLength * 5;
const grouped = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}`;

/** The five bits that begin at bit 5·i, from the front. */
const fiveBits = (bytes: Uint8Array, i: number): number => {
  const at = i * 5;
  const two = (bytes[at >> 3]! << 8) | (bytes[(at >> 3) + 1] ?? 0);
  return (two >> (11 - (at & 7))) & 31;
};

/** A receipt from the first 55 bits of at least 7 bytes. Throws RangeError on fewer. */
export function receiptFrom(leaf: Uint8Array): string {
  if (leaf.length * 8 < bits) throw new RangeError('receiptFrom: at least 7 bytes');
  const values: number[] = [];
  for (let i = 0; i < dataLength; i += 1) values.push(fiveBits(leaf, i));
  return grouped(withCheck(values));
}

/** The first and the last leaf of 32 bytes that a receipt (in its own spelling) can mean. */
export function leavesOfReceipt(receipt: string): { readonly low: Uint8Array; readonly high: Uint8Array } {
  const values = Array.from(receipt.replace(/-/g, '').slice(0, dataLength), valueOfCharacter);
  const low = new Uint8Array(32);
  values.forEach((value, i) => {
    for (let bit = 0; bit < 5; bit += 1) {
      const at = i * 5 + bit;
      if (value & (16 >> bit)) low[at >> 3]! |= 128 >> (at & 7);
    }
  });
  const high = low.map((byte, i) => (i < bits >> 3 ? byte : i === bits >> 3 ? byte | (255 >> (bits & 7)) : 255));
  return { low, high };
}

/** The receipt in its own spelling, or null where it can't be one. */
export function normaliseReceipt(text: string): string | null {
  const plain = readChecked(text, dataLength);
  return plain === null ? null : grouped(plain);
}
