/** A browser has nobody to push for it: the inbox alone holds. */
export const canSubscribe = false;
export const askToPush = (_template: string): Promise<boolean> => Promise.resolve(false);
