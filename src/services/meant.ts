/** A tap by a hand that trembles comes twice. Where the first changed what lies under the finger, the second was not meant for it. */
import { useLayoutEffect, useRef } from 'react';

/** Ms within which a second tap is the first one again. */
export const again = 300;

/**
 * Wraps what a button does: nothing, when `shown` has only just come in the place of something else. The first thing shown
 * came with its page. Whoever did something with it since, so that `done` changed, has seen it.
 */
export function useMeant(shown: string, done?: unknown): (act: () => void) => () => void {
  const before = useRef(shown);
  const changed = useRef(-Infinity);
  useLayoutEffect(() => {
    changed.current = before.current === shown ? -Infinity : Date.now();
    before.current = shown;
  }, [shown, done]);
  return (act) => () => {
    if (Date.now() - changed.current >= again) act();
  };
}
