/**
 * The one-time code of a letter. It is typed from paper by people over seventy, and nobody may guess one: 17 characters of five bits
 * and a check character, in three groups of six.
 *
 * The server keeps the hash of its hash. The phone sends the hash, so that not even the server's memory ever holds a code; and who
 * reads the table can't answer with what stands there.
 *
 * L1 A code looks like XXXXXX-XXXXXX-XXXXXX and holds 85 bits; each of 17 bytes gives five of them.
 * L2 Any one wrong character and any swap of neighbours is caught before anything is sent (checked-code.ts).
 * L3 What is hashed names its use, so no other hash of the project can be taken for it.
 */
import { readChecked, withCheck } from './checked-code';
import { canonicalJson } from './canonical';

const dataLength = 17;
export const letterCodeBytes = dataLength;

const grouped = (plain: string) => plain.match(/.{6}/g)!.join('-');

/** A code from 17 uniform bytes. Throws RangeError on fewer. */
export function letterCodeFrom(bytes: Uint8Array): string {
  if (bytes.length < dataLength) throw new RangeError(`letterCodeFrom: ${dataLength} bytes`);
  return grouped(withCheck(Array.from(bytes.slice(0, dataLength), (byte) => byte & 31)));
}

/** The code in its own spelling, or null where it can't be one. */
export function normaliseLetterCode(text: string): string | null {
  const plain = readChecked(text, dataLength);
  return plain === null ? null : grouped(plain);
}

/** What the phone hashes and sends; `code` in its own spelling. ASCII. */
export const letterText = (code: string): string => canonicalJson(['lz-letter-1', code]);
