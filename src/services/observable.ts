/** A value that several pages show and any of them may change. */
import { useSyncExternalStore } from 'react';

export interface Observable<T> {
  get(): T;
  set(value: T): void;
  use(): T;
}

export function observable<T>(first: () => T): Observable<T> {
  const listeners = new Set<() => void>();
  let current: { value: T } | null = null;
  const get = () => (current ??= { value: first() }).value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    get,
    set(value) {
      current = { value };
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get, get),
  };
}
