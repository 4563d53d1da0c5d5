/** Paper. A phone has no printer of its own. */
export const canPrint = false;

export function printPage(): void {}
