/** A mini-program has no keyboard focus of its own to serve. */
export function startKeyboard(): void {}
