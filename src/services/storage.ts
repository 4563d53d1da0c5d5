/** What the phone remembers. Reading never throws: a broken or missing value is `null`. */
import Taro from '@tarojs/taro';

const namespace = 'lz:';

export interface Stored<T> {
  read(): T | null;
  /** False when the phone is full or refuses storage. */
  write(value: T): boolean;
  clear(): void;
}

/** A typed place in the phone's storage. Declare it once, in the service or page folder that owns the value. */
export function stored<T>(key: string): Stored<T> {
  const name = namespace + key;
  return {
    read() {
      try {
        const value: unknown = Taro.getStorageSync(name);
        return value === '' || value === undefined ? null : (value as T);
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        Taro.setStorageSync(name, value);
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        Taro.removeStorageSync(name);
      } catch {
        // nothing was stored then
      }
    },
  };
}

/** Forgets every value whose key begins with `prefix`, e.g. `draft:`. */
export function clearStored(prefix: string): void {
  try {
    for (const name of Taro.getStorageInfoSync().keys) if (name.startsWith(namespace + prefix)) Taro.removeStorageSync(name);
  } catch {
    // a phone without storage remembers nothing
  }
}
