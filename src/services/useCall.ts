/** A page's reading of one action, with its loading, error and offline state. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActionName, Input, Output } from '../../types/contract';
import type { ApiError } from '../../types/errors';
import { call } from './call';
import { onOnline } from './network';
import { stored } from './storage';

export interface Loading<T> {
  readonly state: 'loading' | 'ready' | 'error';
  readonly data: T | null;
  /** Why the last try failed. With `stale` data it is shown beside it, not instead. */
  readonly error: ApiError | null;
  /** The data is what the phone remembered, since nothing newer could be had. */
  readonly stale: boolean;
  /** When `data` was had from the server, epoch ms. */
  readonly at: number | null;
  readonly reload: () => void;
}
type Seen<T> = Omit<Loading<T>, 'reload'>;
interface Remembered<T> { readonly at: number; readonly data: T }

/** Keeps a reply under another name as well, e.g. what a poster's code led to under the place it led to. */
export function keepReply<A extends ActionName>(action: A, cacheKey: string, data: Output<A>): void {
  stored<Remembered<Output<A>>>(`reply:${action}:${cacheKey}`).write({ at: Date.now(), data });
}

const nothing: Seen<never> = { state: 'loading', data: null, error: null, stale: false, at: null };

/**
 * Asks again whenever `input` changes; `null` waits. With `cacheKey` the last good reply is kept on the phone and
 * shown, marked stale, when the network or the server fails. Data of the same input stays in view while reloading.
 */
export function useCall<A extends ActionName>(action: A, input: Input<A> | null, options: { cacheKey?: string } = {}): Loading<Output<A>> {
  const [seen, setSeen] = useState<Seen<Output<A>>>(nothing);
  const latest = useRef(0);
  const asked = useRef<string | null>(null);
  const key = input === null ? null : JSON.stringify(input);
  const { cacheKey } = options;

  const load = useCallback(async () => {
    if (key === null) return;
    const turn = (latest.current += 1);
    const same = asked.current === key;
    asked.current = key;
    setSeen((old) => (same && old.data !== null ? old : nothing));
    const cache = cacheKey === undefined ? null : stored<Remembered<Output<A>>>(`reply:${action}:${cacheKey}`);
    const reply = await call(action, JSON.parse(key) as Input<A>);
    if (turn !== latest.current) return;
    if (reply.ok) {
      const at = Date.now();
      cache?.write({ at, data: reply.data });
      setSeen({ state: 'ready', data: reply.data, error: null, stale: false, at });
      return;
    }
    const { error } = reply;
    const old = error.who === '网络' || error.who === '平台' ? cache?.read() ?? null : null;
    setSeen((now) => {
      if (old !== null) return { state: 'ready', data: old.data, error, stale: true, at: old.at };
      if (same && now.data !== null && error.retry) return { ...now, state: 'ready', error, stale: true };
      return { ...nothing, state: 'error', error };
    });
  }, [action, key, cacheKey]);

  useEffect(() => {
    void load();
    return () => {
      latest.current += 1;
    };
  }, [load]);

  const offline = seen.error?.code === 'offline';
  useEffect(() => (offline ? onOnline(() => void load()) : undefined), [offline, load]);

  const reload = useCallback(() => {
    // after an error there is nothing to keep in view: say 正在打开 again, so the tap is seen to work
    setSeen((old) => (old.data === null ? nothing : old));
    void load();
  }, [load]);
  return { ...seen, reload };
}
