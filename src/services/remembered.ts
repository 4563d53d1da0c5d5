/** A stored value that several pages show: one copy in memory, kept on the phone as well. */
import { observable } from './observable';
import { stored } from './storage';

export interface Remembered<T> {
  get(): T | null;
  use(): T | null;
  /** Null forgets it. False when the phone could not keep it: then it lives as long as the app is open. */
  set(value: T | null): boolean;
  /** Reads the phone again: another tab of the browser may have written. */
  refresh(): T | null;
}

export function remembered<T>(key: string): Remembered<T> {
  const kept = stored<T>(key);
  const now = observable<T | null>(() => kept.read());
  let onPhone = true;
  return {
    get: now.get,
    use: now.use,
    set(value) {
      if (value === null) kept.clear();
      onPhone = value === null || kept.write(value);
      now.set(value);
      return onPhone;
    },
    refresh() {
      if (!onPhone) return now.get();
      const value = kept.read();
      if (JSON.stringify(value) !== JSON.stringify(now.get())) now.set(value);
      return now.get();
    },
  };
}
