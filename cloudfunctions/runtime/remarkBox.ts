/**
 * What residents write, sealed. Whoever takes a text can't read it, and whoever reads texts never had the person before him:
 *
 *   survey  has the public key and nothing else: it closes a box and can't open one, not even its own
 *   clock   has the private key: it opens boxes, and closes the texts of a batch again for the district
 *   desk    has the district's key, made from the private one: it reads batches, and can't open a box
 *
 * So neither a dump of the database nor the function that everybody calls gives a text away. A box is X25519 with a key made for
 * it alone, HKDF-SHA-256 and AES-256-GCM, bound to its round; a text of a batch is AES-256-GCM bound to its place. (HPKE, RFC 9180,
 * does the same with more choices; node 20 has the parts of it and not the whole.) Both are padded, so their length tells nothing.
 */
import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

export interface Remark {
  readonly text: string;
  /** `passed`: the platform's check found nothing. Else a person has to look. */
  readonly state: 'held' | 'passed';
}
/** Where a text of a batch stands. */
export interface RemarkPlace { readonly round: string; readonly batch: number; readonly place: number }

export interface RemarkWriter { seal(round: string, remark: Remark): string }
export interface RemarkOpener extends RemarkWriter {
  /** Boxes that begin so were closed for this key. */
  readonly boxPrefix: string;
  /** Null where the box is another key's or another round's, or was changed. */
  open(round: string, box: string): Remark | null;
  /** Closes a text for the district. */
  show(place: RemarkPlace, text: string): string;
}
export interface RemarkReader {
  /** Null where it was closed under another key or for another place, or was changed. */
  read(place: RemarkPlace, shown: string): string | null;
}

/** Of each key, 32 bytes. */
export const remarkKeyLength = 32;

export const remarkWriter = (publicKey: Uint8Array): RemarkWriter => {
  const to = publicOf(publicKey);
  const prefix = prefixOf(publicKey);
  return {
    seal(round, remark) {
      const own = generateKeyPairSync('x25519');
      const ownPublic = rawOf(own.publicKey);
      const { key, nonce } = boxKey(diffieHellman({ privateKey: own.privateKey, publicKey: to }), ownPublic, publicKey);
      return prefix + Buffer.concat([ownPublic, closed(key, nonce, round, padded(JSON.stringify(remark)))]).toString('base64url');
    },
  };
};

export const remarkOpener = (privateKey: Uint8Array): RemarkOpener => {
  const secret = privateOf(privateKey);
  const publicKey = rawOf(createPublicKey(secret));
  const boxPrefix = prefixOf(publicKey);
  const { deskKey } = remarkKeysFrom(privateKey);
  return {
    ...remarkWriter(publicKey),
    boxPrefix,
    open: (round, box) => box.startsWith(boxPrefix) ? orNull(() => {
      const bytes = Buffer.from(box.slice(boxPrefix.length), 'base64url');
      const theirs = bytes.subarray(0, remarkKeyLength);
      const { key, nonce } = boxKey(diffieHellman({ privateKey: secret, publicKey: publicOf(theirs) }), theirs, publicKey);
      return JSON.parse(unpadded(opened(key, nonce, round, bytes.subarray(remarkKeyLength)))) as Remark;
    }) : null,
    show(place, text) {
      const nonce = randomBytes(nonceLength);
      return shownPrefix + Buffer.concat([nonce, closed(deskKey, nonce, placeText(place), padded(text))]).toString('base64url');
    },
  };
};

export const remarkReader = (deskKey: Uint8Array): RemarkReader => ({
  read: (place, shown) => orNull(() => {
    const bytes = Buffer.from(shown.slice(shownPrefix.length), 'base64url');
    return unpadded(opened(deskKey, bytes.subarray(0, nonceLength), placeText(place), bytes.subarray(nonceLength)));
  }),
});

/** What `survey` and `desk` are given: neither leads back to the private key. */
export const remarkKeysFrom = (privateKey: Uint8Array): { readonly publicKey: Buffer; readonly deskKey: Buffer } => ({
  publicKey: rawOf(createPublicKey(privateOf(privateKey))),
  deskKey: Buffer.from(hkdfSync('sha256', privateKey, '', 'lz remarks of the desk', remarkKeyLength)),
});

const shownPrefix = 's1.';
/** r1.<which key>. */
const prefixOf = (publicKey: Uint8Array) => `r1.${createHash('sha256').update('lz remark key').update(publicKey).digest('hex').slice(0, 16)}.`;
const placeText = ({ round, batch, place }: RemarkPlace) => `${round}/${batch}/${place}`;

// What stands before the 32 bytes of an X25519 key (RFC 8410).
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');
const privateOf = (bytes: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([privateHead, bytes]), format: 'der', type: 'pkcs8' });
const publicOf = (bytes: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: 'der', type: 'spki' });
const rawOf = (publicKey: KeyObject): Buffer => Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');

const nonceLength = 12;
const tagLength = 16;

/** A key for one box alone, so its nonce may follow from the same. */
const boxKey = (shared: Buffer, theirs: Uint8Array, ours: Uint8Array) => {
  const bytes = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([theirs, ours]), 'lz remark box', remarkKeyLength + nonceLength));
  return { key: bytes.subarray(0, remarkKeyLength), nonce: bytes.subarray(remarkKeyLength) };
};

const closed = (key: Uint8Array, nonce: Uint8Array, bound: string, bytes: Buffer): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
};
/** Throws where it does not open. */
const opened = (key: Uint8Array, nonce: Uint8Array, bound: string, bytes: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(-tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(0, -tagLength)), decipher.final()]);
};

/** Every text of up to two hundred characters fills one block. */
const block = 1024;
const padded = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  const whole = Buffer.alloc(Math.ceil((2 + bytes.length) / block) * block);
  whole.writeUInt16BE(bytes.length);
  bytes.copy(whole, 2);
  return whole;
};
const unpadded = (bytes: Buffer): string => bytes.subarray(2, 2 + bytes.readUInt16BE()).toString();

const orNull = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};
