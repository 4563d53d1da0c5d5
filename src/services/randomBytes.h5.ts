/** Unpredictable bytes from the browser. */
export const unpredictableBytes = async (length: number): Promise<Uint8Array | null> => crypto.getRandomValues(new Uint8Array(length));
