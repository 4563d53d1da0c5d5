/**
 * The browser's back while something is open on the page (a sheet, a question of several): it closes that instead of
 * leaving the page.
 *
 * While a guard stands, one spare entry of the page's own address lies on top of the history. Going back from it is
 * heard here, before the router hears it, and answered by going forward onto it again (adding it anew would count, to a
 * browser that distrusts pages that keep people, as a page nobody touched). When the last guard is gone the spare is
 * taken away, and every way to another page waits for that (`letGo`): else the entry would stay, and one day back would
 * do nothing.
 */
import { useEffect, useRef } from 'react';

interface Entry { readonly href: string; readonly spare: boolean }
const here = (): Entry => ({ href: window.location.href, spare: (window.history.state as { lzSpare?: true } | null)?.lzSpare === true });

/** The newest last: it is the one that is asked. */
const guards: (() => void)[] = [];
let at = here();
/** A step of our own that the browser has not finished. */
let step: { readonly done: Promise<void>; readonly arrive: () => void } | null = null;
/** Ms after which a step that brought nothing (there was no entry to go to) is given up. */
const patience = 500;

function travel(by: 1 | -1): void {
  let arrive = () => {};
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(() => arrive(), patience);
    arrive = () => {
      clearTimeout(timer);
      step = null;
      resolve();
    };
  });
  step = { done, arrive };
  window.history.go(by);
}

function onPop(event: PopStateEvent): void {
  const was = at;
  at = here();
  if (step) {
    event.stopImmediatePropagation();
    step.arrive();
    return;
  }
  if (!was.spare || at.spare || was.href !== at.href) return;
  event.stopImmediatePropagation();
  const asked = guards[guards.length - 1];
  if (asked) {
    travel(1);
    asked();
  } else {
    // a spare that outlived its guard (a reload): the step back was meant for the page
    window.history.back();
  }
}
window.addEventListener('popstate', onPop, true);

async function hold(): Promise<void> {
  while (step) await step.done;
  if (guards.length === 0 || here().spare) return;
  window.history.pushState({ ...(window.history.state as object | null), lzSpare: true }, '', window.location.href);
  at = here();
}

/** Done when the page's own entry is on top again, unless something still holds it open. */
export async function letGo(): Promise<void> {
  while (step) await step.done;
  if (guards.length > 0 || !here().spare) return;
  at = here();
  travel(-1);
  await letGo();
}

/** From now on the device's back does `back`, until what is returned is called. */
export function guard(back: () => void): () => void {
  guards.push(back);
  void hold();
  return () => {
    guards.splice(guards.lastIndexOf(back), 1);
    // a moment later: what closes may make room for another of its kind
    setTimeout(() => void letGo(), 0);
  };
}

/** While the component is shown, and `held`, the device's back does `back`. */
export function useDeviceBack(back: () => void, held = true): void {
  const latest = useRef(back);
  useEffect(() => {
    latest.current = back;
  });
  useEffect(() => (held ? guard(() => latest.current()) : undefined), [held]);
}
