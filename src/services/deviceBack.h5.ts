/**
 * While the component is shown, the browser's back does `back` instead of leaving the page. One entry of the same
 * address is kept on top of the history; taking it away is heard here before the router hears it.
 */
import { useEffect, useRef } from 'react';

export function useDeviceBack(back: () => void): void {
  const latest = useRef(back);
  useEffect(() => {
    latest.current = back;
  });
  useEffect(() => {
    const address = window.location.href;
    const hold = () => window.history.pushState(window.history.state, '', address);
    const onPop = (event: PopStateEvent) => {
      if (window.location.href !== address) return;
      event.stopImmediatePropagation();
      hold();
      latest.current();
    };
    hold();
    window.addEventListener('popstate', onPop, true);
    return () => window.removeEventListener('popstate', onPop, true);
  }, []);
}
