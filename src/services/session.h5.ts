/**
 * Who the browser is to the server: a signed session, kept until the server forgets it. A link of the
 * demonstration cast (`?cast=TOKEN`) is exchanged once and taken out of the address.
 */
import { clearStored, stored } from './storage';

const kept = stored<string>('session');
let pending: Promise<string> | null = null;
/** A token not yet exchanged: kept in memory, so that a server that was away can still be asked. */
let cast: string | null = null;

/** The server gave none, and said why. */
export class NoSession extends Error {
  constructor(readonly reply: unknown) {
    super('no session');
  }
}

/** The session, made at the first need. Rejects when the server can't be reached, with `NoSession` when it gives none. */
export function session(): Promise<string> {
  pending ??= begin().catch((error: unknown) => {
    pending = null;
    throw error;
  });
  return pending;
}

export function forgetSession(): void {
  kept.clear();
  pending = null;
}

async function begin(): Promise<string> {
  const found = takeCast();
  if (found !== null) {
    cast = found;
    clearStored(''); // somebody else holds the phone now; before any page reads what was kept
  }
  const old = kept.read();
  if (cast === null && old !== null) return old;
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(cast === null ? {} : { cast }),
  });
  const reply = (await response.json()) as { data?: { session?: unknown } };
  const made = reply.data?.session;
  if (typeof made !== 'string') throw new NoSession(reply);
  cast = null;
  kept.write(made);
  return made;
}

function takeCast(): string | null {
  const address = new URL(location.href);
  const token = address.searchParams.get('cast');
  if (token === null) return null;
  address.searchParams.delete('cast');
  history.replaceState(history.state, '', address);
  return token;
}
