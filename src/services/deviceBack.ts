/** In a mini-program an open sheet catches the back by a component (components/Screen/BackHold); nothing has to be cleared away before leaving a page. */
export const letGo = (): Promise<void> => Promise.resolve();

/** A main page of a mini-program has no way back to catch: leaving it closes the app, and the draft waits. */
export function useDeviceBack(_back: () => void, _held = true): void {}
