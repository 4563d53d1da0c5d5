/** Sends a list in parts: a call of a cloud function carries 100 KB of text at most. The same again under the same id is one list. */
import type { Input, Output } from '../../types/contract';
import type { Reply } from '../../types/errors';
import { call } from './call';

/** Characters of base64, a multiple of four; the rest is left for what goes around them. */
const longest = 84_000;
/** Milliseconds for each part; the last one is read and compared. */
const patience = 90_000;

export async function sendList({ content, ...list }: Omit<Input<'export.stage'>, 'part'>): Promise<Reply<Output<'export.stage'>>> {
  const of = Math.ceil(content.length / longest);
  for (let at = 0; ; at += 1) {
    const reply = await call('export.stage', { ...list, content: content.slice(at * longest, (at + 1) * longest), ...(of > 1 ? { part: { at, of } } : {}) }, { patience });
    if (!reply.ok || at + 1 >= of) return reply;
  }
}
