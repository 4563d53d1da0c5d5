/**
 * WeChat's back (the swipe, Android's key) leaves the page whatever is open on it, unless a `page-container` is shown: then
 * it closes that one. A page may have one only, so each Screen has it, empty, and whatever is open asks for it.
 */
import { createContext, useCallback, useState, type PropsWithChildren } from 'react';
import { PageContainer } from '@tarojs/components';

type Close = () => void;

/** Asks that the back does `close`; what it returns ends that. */
export const BackHold = createContext<(close: Close) => () => void>(() => () => undefined);

export function HoldsBack({ children }: PropsWithChildren) {
  const [open, setOpen] = useState<readonly Close[]>([]);
  const hold = useCallback((close: Close) => {
    setOpen((all) => [...all, close]);
    return () => setOpen((all) => all.filter((one) => one !== close));
  }, []);
  return (
    <BackHold.Provider value={hold}>
      {children}
      <PageContainer show={open.length > 0} overlay={false} duration={0} onBeforeLeave={() => open[open.length - 1]?.()} />
    </BackHold.Provider>
  );
}
