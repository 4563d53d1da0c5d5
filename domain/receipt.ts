/**
 * Receipt numbers: short enough to be written on paper by someone over seventy and typed back in.
 *
 * Twelve characters of 32 (digits and capitals without I, L, O, U), the last a check character. A weighted
 * sum modulo 32 can't do that job: to catch every wrong character its weights must be odd, and two odd
 * weights miss some swaps of neighbours. So it is counted in the field of 32 elements instead, where
 * every weight but 0 will do and neighbours differ.
 *
 * S1 A receipt looks like XXXX-XXXX-XXXX and holds 55 bits of the bytes given.
 * S2 Any one wrong character is caught.
 * S3 Any swap of two different neighbours is caught.
 * S4 Read: small letters, spaces, dashes and full width are accepted; O is read as 0, I and L as 1.
 * S5 What is not a receipt reads as null.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataLength = 11;

// One multiplication by x in GF(2)[x] / (x⁵ + x² + 1).
const timesX = (v: number) => ((v << 1) ^ (v & 16 ? 0b100101 : 0)) & 31;
const checkOf = (values: readonly number[]) => timesX(values.reduce((sum, v) => timesX(sum) ^ v, 0));
const grouped = (text: string) => `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}`;

/** A receipt from at least 11 unpredictable bytes (five bits of each are used). Throws RangeError on fewer. */
export function receiptFrom(bytes: Uint8Array): string {
  if (bytes.length < dataLength) throw new RangeError(`receiptFrom: at least ${dataLength} bytes`);
  const values = Array.from(bytes.slice(0, dataLength), (byte) => byte & 31);
  return grouped([...values, checkOf(values)].map((v) => alphabet.charAt(v)).join(''));
}

/** The receipt in its own spelling, or null where it can't be one. */
export function normaliseReceipt(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const values = Array.from(plain, (c) => alphabet.indexOf(c));
  if (values.length !== dataLength + 1 || values.includes(-1)) return null;
  return checkOf(values.slice(0, dataLength)) === values[dataLength] ? grouped(plain) : null;
}
