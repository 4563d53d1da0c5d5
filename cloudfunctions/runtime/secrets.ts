/**
 * Everything that is derived from a secret. Each use has its own label and every part its length in front, so no two
 * uses can be made to produce the same value. No secret ever enters the database: what stands there can't be tied to
 * a person without it.
 *
 * `LZ_SECRET` belongs to the deployment. A round has a key of its own, random, kept outside the database and destroyed
 * when the round is over; from then on nobody, whoever holds the rest, can tell who took part.
 */
import { createCipheriv, createDecipheriv, createHmac, createPrivateKey, createPublicKey, createSecretKey, sign, verify, type KeyObject } from 'node:crypto';

export interface Secrets {
  /** Who someone is to officers' and merchants' tables. */
  person(identity: string): string;
  ticket(text: string): string;
  session(text: string): string;
  /** That a link to a file is ours, and until when. */
  fileLink(place: string, until: number): string;
  /** That the platform's check found nothing in this text. Who wrote it is not in it. */
  remarkChecked(round: string, text: string): string;
  /** The same of a text about an outlet. */
  voiceChecked(text: string): string;
  /** Whom a push goes to, for the consent of this id: AES-256-GCM. `nonce`: 12 random bytes. */
  sealReader(consent: string, identity: string, nonce: Uint8Array): string;
  /** Null: sealed under another secret, or for another consent. */
  openReader(consent: string, sealed: string): string | null;
  invite(code: string): string;
  /** 20 bytes, of which the code of this invite is made: the same for the same id, so a lost reply can be repeated. */
  inviteCode(id: string): Uint8Array;
  handover(code: string): string;
  /** 20 bytes, of which a hand-over code is made: the same for the same id. */
  handoverCode(id: string): Uint8Array;
  /** 20 bytes, of which a helper's token is made: the same for the same id. */
  assistToken(id: string): Uint8Array;
  /** Ed25519, base64url. */
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
  /** 32 bytes, for anybody who checks a signature. */
  readonly publicKey: Uint8Array;
  /** Rounds from before rounds had keys: their participation was tagged with the deployment's secret. */
  oldRound(round: string): RoundSecrets;
}

export interface RoundSecrets {
  /** Who took part. */
  tag(identity: string): Buffer;
  /** Who takes the place of an answer that was withdrawn: made from that answer's secret and not from a person. */
  againTag(withdrawHash: Uint8Array): Buffer;
  /** Who took part by a letter; `codeHash` is the hash of the code's hash. */
  letterTag(codeHash: Uint8Array): Buffer;
  /** Which phone a letter's code was entered on. */
  phoneTag(identity: string): Buffer;
  /** Whom somebody helped with a token: nobody knows who it was, so each sending is one. */
  assistTag(tokenHash: Uint8Array, submissionId: string): Buffer;
  /** Who said 「有人要求我怎么填」. */
  pressureTag(identity: string): Buffer;
  /** What was sent first, so that the same sending again is recognised. */
  submission(submissionId: string, leaf: Uint8Array): Buffer;
  /** The salt of an answer's commitment, 16 bytes: the same for the same sending, so a lost reply can be repeated. */
  salt(submissionId: string): Buffer;
  /** Stands where a phone sent no hash of a withdrawal secret: nobody knows a secret to it. */
  noWithdrawal(submissionId: string): Buffer;
}

/** Where the keys of rounds are kept. */
export interface RoundKeys {
  /** 32 bytes, or null where this deployment does not hold the key, or no longer. */
  of(round: string): Promise<Uint8Array | null>;
}

export const shortestSecret = 32;

/** Each part with its length in bytes (four of them, big-endian) in front: no two lists give the same bytes. */
const lengthPrefixed = (parts: readonly string[]): Buffer => {
  const bytes = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + 4 + Buffer.byteLength(part), 0));
  let at = 0;
  for (const part of parts) {
    const length = bytes.write(part, at + 4);
    bytes.writeUInt32BE(length, at);
    at += 4 + length;
  }
  return bytes;
};

type Mac = (...labelAndParts: string[]) => Buffer;
const macWith = (key: KeyObject): Mac => (...labelAndParts) => createHmac('sha256', key).update(lengthPrefixed(labelAndParts)).digest();
const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

/** The secrets of one round under its key. */
export const roundSecrets = (round: string, key: Uint8Array): RoundSecrets => {
  const mac = macWith(createSecretKey(key));
  return {
    tag: (identity) => mac('participation', round, identity),
    againTag: (withdrawHash) => mac('again', round, textOf(withdrawHash)),
    letterTag: (codeHash) => mac('letter', round, textOf(codeHash)),
    phoneTag: (identity) => mac('phone', round, identity),
    assistTag: (tokenHash, submissionId) => mac('assist', round, textOf(tokenHash), submissionId),
    pressureTag: (identity) => mac('pressure', round, identity),
    submission: (submissionId, leaf) => mac('submission', round, submissionId, textOf(leaf)),
    salt: (submissionId) => mac('salt', round, submissionId).subarray(0, 16),
    noWithdrawal: (submissionId) => mac('no-withdrawal', round, submissionId),
  };
};

// What PKCS #8 puts before the 32 bytes of an Ed25519 key (RFC 8410).
const ed25519Head = Buffer.from('302e020100300506032b657004220420', 'hex');

export const secretsFrom = (secret: string): Secrets => {
  if (secret.length < shortestSecret) throw new Error(`LZ_SECRET must have at least ${shortestSecret} characters`);
  const bytes = Buffer.from(secret, 'utf8');
  const mac = macWith(createSecretKey(bytes));
  const privateKey = createPrivateKey({ key: Buffer.concat([ed25519Head, mac('signing')]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return {
    person: (identity) => mac('person', identity).toString('hex').slice(0, 40),
    ticket: (text) => mac('ticket', text).toString('base64url').slice(0, 32),
    session: (text) => mac('session', text).toString('base64url'),
    fileLink: (place, until) => mac('file-link', place, String(until)).toString('base64url'),
    remarkChecked: (round, text) => mac('remark-checked', round, text).toString('base64url'),
    voiceChecked: (text) => mac('voice-checked', text).toString('base64url'),
    sealReader: (consent, identity, nonce) => {
      const cipher = createCipheriv('aes-256-gcm', mac('push-reader'), nonce).setAAD(Buffer.from(consent));
      return `p1.${Buffer.concat([nonce, cipher.update(identity, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')}`;
    },
    openReader: (consent, sealed) => {
      try {
        const box = Buffer.from(sealed.replace(/^p1\./, ''), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', mac('push-reader'), box.subarray(0, 12)).setAAD(Buffer.from(consent)).setAuthTag(box.subarray(-16));
        return decipher.update(box.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
    invite: (code) => mac('invite', code).toString('hex'),
    inviteCode: (id) => mac('invite-code', id).subarray(0, 20),
    handover: (code) => mac('handover', code).toString('hex'),
    handoverCode: (id) => mac('handover-code', id).subarray(0, 20),
    assistToken: (id) => mac('assist-token', id).subarray(0, 20),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    verify: (text, signature) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url')),
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url'),
    oldRound: (round) => roundSecrets(round, bytes),
  };
};
