/**
 * Who an H5 visitor is: a random name signed by this deployment, kept in the browser. It identifies a
 * browser and nobody else. The demonstration's cast are sessions with fixed names, opened by a link whose
 * token lives as long as this process.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../cloudfunctions/runtime/secrets';

export interface Sessions {
  mint(): string;
  /** The session of one of the cast, for a token of this start; null for any other text. */
  exchange(castToken: string): string | null;
  /** The identity behind a session, or null. */
  identity(session: string | null): string | null;
}

/** `cast`: token → name of the cast; empty in production. */
export const createSessions = (secrets: Secrets, cast: ReadonlyMap<string, string>): Sessions => {
  const sign = (name: string) => `${name}.${secrets.session(name)}`;
  return {
    mint: () => sign(randomBytes(16).toString('base64url')),
    exchange: (token) => {
      const name = cast.get(token);
      return name === undefined ? null : sign(`cast-${name}`);
    },
    identity(session) {
      const cut = session?.lastIndexOf('.') ?? -1;
      if (session === null || cut <= 0) return null;
      const name = session.slice(0, cut);
      const given = Buffer.from(session.slice(cut + 1));
      const right = Buffer.from(secrets.session(name));
      return given.length === right.length && timingSafeEqual(given, right) ? identityOf(name) : null;
    },
  };
};

export const identityOf = (sessionName: string): string => `h5:${sessionName}`;
