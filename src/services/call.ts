/** The one way to ask the server for something. Never throws: what went wrong is in the reply. */
import type { ActionName, Input, Output } from '../../types/contract';
import { contractVersion } from '../../types/contract/version';
import { errorOf, type ApiError, type Reply } from '../../types/errors';
import { rememberHotline } from './hotline';
import { isOnline } from './network';
import { send } from './transport';

const usualPatience = 15_000;
const late = Symbol('late');
/** The phone has a network, but nobody answers there. */
const unreachable: ApiError = { ...errorOf('timeout'), say: '现在连不上服务器。请看看手机的网络，过一会儿再点一次，已填的内容都在。' };

/** Asks for `action` (`survey.home` …). Fails with the catalogue's errors, and `offline` / `timeout` of its own, after `patience` ms. */
export async function call<A extends ActionName>(action: A, input: Input<A>, { patience = usualPatience }: { readonly patience?: number } = {}): Promise<Reply<Output<A>>> {
  const [name = '', verb = ''] = action.split('.');
  try {
    const answer = await within(patience, send(name, { action: verb, v: contractVersion, data: input }));
    if (!isReply<Output<A>>(answer)) return { ok: false, error: errorOf('internal') };
    if (answer.ok) rememberHotline(answer.data);
    return answer;
  } catch (error) {
    if (!(await isOnline())) return { ok: false, error: errorOf('offline') };
    return { ok: false, error: error === late ? errorOf('timeout') : unreachable };
  }
}

function isReply<T>(answer: unknown): answer is Reply<T> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'data' in answer;
  return 'error' in answer && typeof (answer.error as { say?: unknown } | null)?.say === 'string';
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), ms);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
