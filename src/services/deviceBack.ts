/** A main page of a mini-program has no way back to catch: leaving it closes the app, and the draft waits. */
export function useDeviceBack(_back: () => void): void {}
