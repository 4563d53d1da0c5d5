/**
 * The check code a resident gets for her answer: a promise that anybody can hold the server to, because the server
 * signed it. It names the leaf, by when it will stand under a seal, and the last seal when it was taken; it says
 * nothing of what was answered, to anyone.
 *
 * A signature takes longer than all the hashing of an answer, and a loudspeaker brings many answers at once. So promises
 * that are in hand at the same moment are signed together: they are the leaves of a small tree (domain/merkle), its root is
 * signed once, and each code carries its own way to that root. An outsider needs what he needed before: SHA-256 and the
 * public key.
 *
 *   LZ1.⟨round⟩.⟨leaf⟩.⟨sealed by⟩.⟨size⟩.⟨root⟩.⟨signature of all before it⟩
 *   LZ2.⟨round⟩.⟨leaf⟩.⟨sealed by⟩.⟨size⟩.⟨root⟩.⟨blind⟩.⟨place⟩-⟨n⟩.⟨way⟩.⟨signature of “LZ2.⟨n⟩.⟨root of the tree⟩”⟩
 *
 * Leaf and root are hexadecimal in LZ1; all other bytes are base64url. Sealed by: seconds since the epoch, base 36. Size and
 * root: the last seal. A leaf of the tree is H(0x00 ‖ the code up to its blind); the way goes from it to the root, nearest first.
 *
 * Why a blind: whoever has the list of leaves and the seals can guess everything else in a promise, and the hashes along her
 * way would tell him which answers came in the same moment as hers. So each promise is mixed with random bytes that its own
 * code alone holds, and stands in the order of these hashes, not as it came.
 *
 * S1 A code reads back as what was written, with a signature that `verify` accepts.
 * S2 A code that was changed anywhere, cut or extended, or signed by another key, reads as null.
 * S3 It fits into 400 characters, and so into a QR code that any phone reads.
 * S4 One promise is signed alone, as LZ1; two to eight together, as LZ2, in the order of their blinded hashes.
 * S5 A neighbour's promise can't be recognised in a code.
 */
import { hex } from './leaf';
import { inclusionPaths, leafHash, rootFromPath, type Hash } from './merkle';

export interface Promised {
  readonly round: string;
  /** 32 bytes. */
  readonly leaf: Uint8Array;
  /** ms since the epoch; whole seconds. */
  readonly sealedBy: number;
  /** The last seal of the round at that moment. */
  readonly last: { readonly size: number; readonly root: Uint8Array };
}

/** SHA-256, and base64url without padding. */
export interface Coding {
  readonly hash: Hash;
  readonly text: (bytes: Uint8Array) => string;
  readonly bytes: (text: string) => Uint8Array;
}

/** S3: nine would need a way of four hashes, which no longer fits. */
export const mostTogether = 8;
/** Random bytes that one promise needs. */
export const blindBytes = 16;

const hashBytes = 32;
const seconds = (ms: number) => (ms / 1000).toString(36);
const aloneText = ({ round, leaf, sealedBy, last }: Promised) => `LZ1.${round}.${hex(leaf)}.${seconds(sealedBy)}.${last.size}.${hex(last.root)}`;
const blindedText = ({ round, leaf, sealedBy, last }: Promised, blind: Uint8Array, { text }: Coding) =>
  `LZ2.${round}.${text(leaf)}.${seconds(sealedBy)}.${last.size}.${text(last.root)}.${text(blind)}`;
const treeText = (together: string | number, root: Uint8Array, { text }: Coding) => `LZ2.${together}.${text(root)}`;
const treeLeaf = (blinded: string, { hash }: Coding) => leafHash(hash, new TextEncoder().encode(blinded));

/**
 * The codes of one to `mostTogether` promises, in their order, with one signature. `blinds`: `blindBytes` of chance for each;
 * `sign`: the signature of a text, base64url. Throws RangeError on another number.
 */
export function writeCheckCodes(promised: readonly Promised[], blinds: Uint8Array, sign: (text: string) => string, coding: Coding): string[] {
  if (promised.length < 1 || promised.length > mostTogether || blinds.length < blindBytes * promised.length) throw new RangeError('writeCheckCodes: one to eight promises, with their blinds');
  if (promised.length === 1) return promised.map(aloneText).map((text) => `${text}.${sign(text)}`);
  const held = promised.map((one, i) => {
    const text = blindedText(one, blinds.subarray(blindBytes * i, blindBytes * (i + 1)), coding);
    const leaf = treeLeaf(text, coding);
    return { text, leaf, order: hex(leaf) };
  });
  const ordered = [...held].sort((a, b) => (a.order < b.order ? -1 : 1));
  const { root, paths } = inclusionPaths(coding.hash, ordered.map(({ leaf }) => leaf));
  const signature = sign(treeText(held.length, root, coding));
  return held.map((one) => {
    const place = ordered.indexOf(one);
    return `${one.text}.${place}-${held.length}.${coding.text(joined(paths[place]!))}.${signature}`;
  });
}

const joined = (hashes: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(hashBytes * hashes.length);
  hashes.forEach((hash, i) => bytes.set(hash, hashBytes * i));
  return bytes;
};
const cutUp = (bytes: Uint8Array) => Array.from({ length: bytes.length / hashBytes }, (_, i) => bytes.subarray(hashBytes * i, hashBytes * (i + 1)));

const shapes = {
  alone: /^LZ1\.[a-z0-9-]{3,40}\.[0-9a-f]{64}\.[0-9a-z]{1,9}\.[0-9]{1,15}\.[0-9a-f]{64}\.[\w-]{86}$/,
  together: /^LZ2\.[a-z0-9-]{3,40}\.[\w-]{43}\.[0-9a-z]{1,7}\.[0-9]{1,15}\.[\w-]{43}\.[\w-]{22}\.[0-7]-[2-8]\.(?:[\w-]{43}|[\w-]{86}|[\w-]{128})\.[\w-]{86}$/,
};
type Pieces = readonly [kind: string, round: string, leaf: string, sealedBy: string, size: string, root: string, ...more: string[]];

/** What a code promises, or null where it was not signed by the key that `verify` knows. */
export function readCheckCode(code: string, verify: (text: string, signature: string) => boolean, coding: Coding): Promised | null {
  const signature = code.slice(code.lastIndexOf('.') + 1);
  // the last letter of base64url can be written in several ways, of which one is ours
  if (coding.text(coding.bytes(signature)) !== signature) return null;
  if (shapes.alone.test(code)) return verify(code.slice(0, -signature.length - 1), signature) ? promisedIn(code, bytesOfHex) : null;
  const signed = shapes.together.test(code) ? signedTogether(code, coding) : null;
  return signed !== null && verify(signed, signature) ? promisedIn(code, coding.bytes) : null;
}

const promisedIn = (code: string, bytesOf: (text: string) => Uint8Array): Promised => {
  const [, round, leaf, sealedBy, size, root] = code.split('.') as unknown as Pieces;
  return { round, leaf: bytesOf(leaf), sealedBy: parseInt(sealedBy, 36) * 1000, last: { size: Number(size), root: bytesOf(root) } };
};

/** What must have been signed for a code of the second kind to be true. */
const signedTogether = (code: string, coding: Coding): string | null => {
  const pieces = code.split('.');
  const [where, way] = pieces.slice(7) as [string, string];
  const [place, together] = where.split('-') as [string, string];
  if (coding.text(coding.bytes(way)) !== way) return null;
  const root = rootFromPath(coding.hash, treeLeaf(pieces.slice(0, 7).join('.'), coding), Number(place), Number(together), cutUp(coding.bytes(way)));
  return root && treeText(together, root, coding);
};

const bytesOfHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16));
