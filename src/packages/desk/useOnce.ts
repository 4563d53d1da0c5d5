/** One piece of work at a time: a second tap while it is under way does nothing. */
import { useRef, useState } from 'react';

/** `before`: forgets what the last piece of work said. */
export function useOnce(before: () => void) {
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    before();
    await work();
    under.current = false;
    setBusy(false);
  };
  return { busy, once };
}
