/**
 * The check code a resident gets for her answer: a promise that anybody can hold the server to, because the server
 * signed it. It names the leaf, by when it will stand under a seal, and the last seal when it was taken; it says
 * nothing of what was answered, to anyone.
 *
 * S1 A code reads back as what was written, with a signature that `verify` accepts.
 * S2 A code that was changed, cut or extended, or signed by another key, reads as null.
 * S3 It fits into 400 characters, and so into a QR code that any phone reads.
 */
import { hex } from './leaf';

export interface Promised {
  readonly round: string;
  /** 32 bytes. */
  readonly leaf: Uint8Array;
  /** ms since the epoch; whole seconds. */
  readonly sealedBy: number;
  /** The last seal of the round at that moment. */
  readonly last: { readonly size: number; readonly root: Uint8Array };
}

const shape = /^LZ1\.([a-z0-9-]{3,40})\.([0-9a-f]{64})\.([0-9a-z]{1,9})\.([0-9]{1,15})\.([0-9a-f]{64})$/;

/** What is signed. */
export const promiseText = ({ round, leaf, sealedBy, last }: Promised): string =>
  `LZ1.${round}.${hex(leaf)}.${(sealedBy / 1000).toString(36)}.${last.size}.${hex(last.root)}`;

/** The whole code: what is signed, and the signature as text without dots. */
export const writeCheckCode = (promised: Promised, signature: string): string => `${promiseText(promised)}.${signature}`;

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16));

/** What a code promises, or null where it was not signed by the key that `verify` knows. */
export function readCheckCode(code: string, verify: (text: string, signature: string) => boolean): Promised | null {
  const cut = code.lastIndexOf('.');
  const signed = code.slice(0, Math.max(cut, 0));
  const [, round, leaf, sealedBy, size, root] = shape.exec(signed) ?? [];
  if (round === undefined || leaf === undefined || sealedBy === undefined || size === undefined || root === undefined) return null;
  return verify(signed, code.slice(cut + 1)) ? { round, leaf: bytesOf(leaf), sealedBy: parseInt(sealedBy, 36) * 1000, last: { size: Number(size), root: bytesOf(root) } } : null;
}
