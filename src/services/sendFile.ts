/** Sends a table in parts: a call of a cloud function carries 100 KB of text at most. The same again under the same id is one file. */
import type { Input, Output } from '../../types/contract';
import type { Reply } from '../../types/errors';
import { call } from './call';

export type TakesFile = 'export.stage' | 'export.checkEntries' | 'export.enterEntries';
/** An input without its `part`: the file whole. */
export type WholeInput<A extends TakesFile> = Omit<Input<A>, 'part'> & { readonly content: string };

/** Characters of base64, a multiple of four; the rest is left for what goes around them. */
const longest = 84_000;
/** Milliseconds for each part; the last one is read and compared. */
const patience = 90_000;

export async function sendFile<A extends TakesFile>(action: A, input: WholeInput<A>): Promise<Reply<Output<A>>> {
  const { content } = input;
  const of = Math.ceil(content.length / longest);
  for (let at = 0; ; at += 1) {
    const part = { ...input, content: content.slice(at * longest, (at + 1) * longest), ...(of > 1 ? { part: { at, of } } : {}) };
    const reply = await call(action, part as Input<A>, { patience });
    if (!reply.ok || at + 1 >= of) return reply;
  }
}
