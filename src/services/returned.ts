/** A page that is shown again, after one above it was left. */
import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Calls `then` each time the page comes back into view; not the first time it is shown. */
export function useReturned(then: () => void): void {
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) then();
    shown.current = true;
  });
}
