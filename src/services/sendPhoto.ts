/** Sends a photo in parts: a call of a cloud function carries 100 KB of text at most. The same again under the same id is one photo. */
import type { Input, Output } from '../../types/contract';
import type { Reply } from '../../types/errors';
import { call } from './call';

/** Characters of base64, a multiple of four; the rest is left for what goes around them. */
const longest = 84_000;
/** Milliseconds for each part, on a slow network. */
const patience = 30_000;

export async function sendPhoto({ data, ...photo }: Omit<Input<'outlet.addPhoto'>, 'part'>): Promise<Reply<Output<'outlet.addPhoto'>>> {
  const of = Math.ceil(data.length / longest);
  for (let at = 0; ; at += 1) {
    const reply = await call('outlet.addPhoto', { ...photo, data: data.slice(at * longest, (at + 1) * longest), ...(of > 1 ? { part: { at, of } } : {}) }, { patience });
    if (!reply.ok || at + 1 >= of) return reply;
  }
}
