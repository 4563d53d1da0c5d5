/**
 * Where in the page the person looks. Always in one step, with the drawing that it belongs to: while a page glides, the
 * tap of a quick finger (or on a slow phone any tap) lands on what has just moved under it, and nothing happens.
 */
import Taro from '@tarojs/taro';
import { useLayoutEffect, useState } from 'react';
import { whenDrawn } from './drawn';

/** Room for the bar at the top, px. */
const bar = 80;
/** To the head of the page: something new stands there. */
const head = '';

function scroll(to: string): void {
  if (to === head) void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })).catch(() => undefined);
  else whenDrawn(() => void Promise.resolve(Taro.pageScrollTo({ selector: `#${to}`, offsetTop: -bar, duration: 0 })).catch(() => undefined));
}

export interface Scrolling {
  toTop(): void;
  /** Brings the element with this id into view, under the bar. */
  toId(id: string): void;
}

/** Scrolls once the changes made together with the call are drawn, before they are seen. */
export function useScroll(): Scrolling {
  const [wanted, setWanted] = useState<{ readonly to: string } | null>(null);
  useLayoutEffect(() => {
    if (wanted) scroll(wanted.to);
  }, [wanted]);
  const [scrolling] = useState<Scrolling>(() => ({ toTop: () => setWanted({ to: head }), toId: (id) => setWanted({ to: id }) }));
  return scrolling;
}
