/** A small memory for what is read often and changes rarely. It keeps values for a time, never errors. */
export interface Memo {
  <T>(key: string, forMs: number, load: () => Promise<T>): Promise<T>;
}

export const createMemo = (now: () => number = Date.now, most = 500): Memo => {
  const kept = new Map<string, { until: number; value: unknown }>();
  return async <T>(key: string, forMs: number, load: () => Promise<T>): Promise<T> => {
    const hit = kept.get(key);
    if (hit && hit.until > now()) return hit.value as T;
    const value = await load();
    if (kept.size >= most) kept.clear();
    kept.set(key, { until: now() + forMs, value });
    return value;
  };
};
