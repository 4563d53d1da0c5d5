/** How a call leaves a browser: HTTP to the server that served the page, with a signed session. */
import { clearStored } from './storage';
import { forgetSession, NoSession, session } from './session.h5';
import type { Envelope } from './transport';

export function startTransport(): void {
  void session().catch(() => undefined);
}

export async function send(name: string, envelope: Envelope): Promise<unknown> {
  try {
    return await exchanged(name, envelope);
  } catch (error) {
    if (error instanceof NoSession) return error.reply;
    throw error;
  }
}

async function exchanged(name: string, envelope: Envelope): Promise<unknown> {
  const first = await post(name, envelope);
  if (first.status !== 401) return first.json() as Promise<unknown>;
  // the server no longer knows this session (a fresh start): begin as somebody new, once
  forgetSession();
  clearStored('reply:');
  return (await post(name, envelope)).json() as Promise<unknown>;
}

async function post(name: string, envelope: Envelope): Promise<Response> {
  return fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await session()}` },
    body: JSON.stringify(envelope),
  });
}
