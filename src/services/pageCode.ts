/** The code of a page that was not opened yet. A mini-program has its main pages; WeChat fetches the others when they are opened. */
export const fetched = (_page: string): Promise<boolean> => Promise.resolve(true);

export function startFetching(): void {}
