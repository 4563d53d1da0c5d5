/** The one way to ask the server for something. Never throws: what went wrong is in the reply. */
import type { ActionName, Input, Output } from '../../types/contract';
import { contractVersion } from '../../types/contract/version';
import { errorOf, type Reply } from '../../types/errors';
import { rememberHotline } from './hotline';
import { isOnline } from './network';
import { send } from './transport';

const patience = 15_000;

/** Asks for `action` (`survey.home` …). Fails with the catalogue's errors, and `offline` / `timeout` of its own. */
export async function call<A extends ActionName>(action: A, input: Input<A>): Promise<Reply<Output<A>>> {
  const [name = '', verb = ''] = action.split('.');
  try {
    const answer = await within(patience, send(name, { action: verb, v: contractVersion, data: input }));
    if (!isReply<Output<A>>(answer)) return { ok: false, error: errorOf('internal') };
    if (answer.ok) rememberHotline(answer.data);
    return answer;
  } catch {
    return { ok: false, error: errorOf((await isOnline()) ? 'timeout' : 'offline') };
  }
}

function isReply<T>(answer: unknown): answer is Reply<T> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'data' in answer;
  return 'error' in answer && typeof (answer.error as { say?: unknown } | null)?.say === 'string';
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
