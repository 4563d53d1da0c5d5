/** The code of a page that was not opened yet. A mini-program has its main pages; WeChat fetches the others when they are opened. */
export const fetched = (_page: string): Promise<boolean> => Promise.resolve(true);

/** Why it could not be had, said where more is known than that: WeChat brings its new versions itself. */
export const explained = (_url: string): Promise<boolean> => Promise.resolve(false);

export function startFetching(): void {}
