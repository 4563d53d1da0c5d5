/** Nothing is printed from a mini-program. */
export function startPaper(): void {}
