/** One thing done to what a page shows, with what is seen of it: that it is under way, and why the last try failed. */
import { useRef, useState } from 'react';
import type { ApiError, Reply } from '../../../types/errors';

export function useAct() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const under = useRef(false);
  /** A second tap does nothing while the first is under way. `sure`: asked before, when it can't be undone. */
  const act = async <T>(send: () => Promise<Reply<T>>, done: (data: T) => void, sure: () => Promise<boolean> = () => Promise.resolve(true)): Promise<void> => {
    if (under.current) return;
    under.current = true;
    if (await sure()) {
      setBusy(true);
      setError(null);
      const reply = await send();
      setBusy(false);
      if (reply.ok) done(reply.data);
      else setError(reply.error);
    }
    under.current = false;
  };
  return { busy, error, act };
}
