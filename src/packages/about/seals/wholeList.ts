/** All hashes of a round's list, page by page. */
import { call } from '../../../services/call';
import type { Reply } from '../../../../types/errors';

export async function wholeList(round: string): Promise<Reply<string[]>> {
  const list: string[] = [];
  for (;;) {
    const reply = await call('survey.leaves', { round, from: list.length });
    if (!reply.ok) return reply;
    list.push(...reply.data.leaves);
    if (!reply.data.more) return { ok: true, data: list };
  }
}
