/**
 * Everything that is derived from the one secret of a deployment (`LZ_SECRET`). Each use has its own
 * label and every part its length in front, so no two uses can be made to produce the same value.
 * The secret never enters the database: what stands there can't be tied to a person without it.
 */
import { createHash, createHmac, createSecretKey } from 'node:crypto';

export const sha256 = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest();
export const sha256Hex = (text: string): string => sha256(text).toString('hex');

export interface Secrets {
  /** Who someone is to officers' and merchants' tables. */
  person(identity: string): string;
  /** Who took part in this round; another value in every round. */
  participation(round: string, identity: string): Buffer;
  /** What was sent first, so that the same sending again is recognised. */
  submission(round: string, submissionId: string, content: string): Buffer;
  /** The bytes of a receipt number: the same for the same sending, so a lost reply can be repeated. */
  receipt(round: string, submissionId: string): Buffer;
  ticket(text: string): string;
  session(text: string): string;
  invite(code: string): string;
}

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

export const shortestSecret = 32;

export const secretsFrom = (secret: string): Secrets => {
  if (secret.length < shortestSecret) throw new Error(`LZ_SECRET must have at least ${shortestSecret} characters`);
  const key = createSecretKey(Buffer.from(secret, 'utf8'));
  const mac = (...labelAndParts: string[]): Buffer => createHmac('sha256', key).update(lengthPrefixed(labelAndParts)).digest();
  return {
    person: (identity) => mac('person', identity).toString('hex').slice(0, 40),
    participation: (round, identity) => mac('participation', round, identity),
    submission: (round, submissionId, content) => mac('submission', round, submissionId, content),
    receipt: (round, submissionId) => mac('receipt', round, submissionId),
    ticket: (text) => mac('ticket', text).toString('base64url').slice(0, 32),
    session: (text) => mac('session', text).toString('base64url'),
    invite: (code) => mac('invite', code).toString('hex'),
  };
};
