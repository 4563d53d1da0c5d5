/**
 * Codes that people write down and type: capitals and digits without I, L, O and U, the last one a check character.
 *
 * A weighted sum modulo 32 can't do that job: to catch every wrong character its weights must be odd, and two odd weights miss some
 * swaps of neighbours. So it is counted in the field of 32 elements instead, where every weight but 0 will do and neighbours differ.
 *
 * C1 Any one wrong character is caught.
 * C2 Any swap of two different neighbours is caught.
 * C3 Read: small letters, spaces, dashes and full width are accepted; O is read as 0, I and L as 1.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// One multiplication by x in GF(2)[x] / (x⁵ + x² + 1).
const timesX = (v: number) => ((v << 1) ^ (v & 16 ? 0b100101 : 0)) & 31;
const checkOf = (values: readonly number[]) => timesX(values.reduce((sum, v) => timesX(sum) ^ v, 0));

/** The value of a character, 0 … 31, or -1. */
export const valueOfCharacter = (character: string): number => alphabet.indexOf(character);

/** Values of 0 … 31 as characters, with their check character. */
export function withCheck(values: readonly number[]): string {
  let text = '';
  for (const value of values) text += alphabet.charAt(value);
  return text + alphabet.charAt(checkOf(values));
}

/** The characters of what was typed, without check, grouping and case; null where it can't be such a code with so many values. */
export function readChecked(text: string, values: number): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const read = Array.from(plain, valueOfCharacter);
  if (read.length !== values + 1 || read.includes(-1)) return null;
  return checkOf(read.slice(0, values)) === read[values] ? plain : null;
}
