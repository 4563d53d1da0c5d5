/** Paper. A phone has no printer of its own. */
export function printPage(): void {}
