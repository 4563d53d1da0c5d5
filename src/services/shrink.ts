/** How a photo is made small enough to travel: 1280 pixels at most, and some 300 KB, so that a slow network carries it. */
export interface Size { readonly width: number; readonly height: number }

/** Bytes. */
export const aim = 300 * 1024;
/** Longest side in pixels, quality of JPEG; each smaller than the one before. */
const tries: readonly (readonly [side: number, quality: number])[] = [[1280, 0.8], [1280, 0.65], [1280, 0.5], [1024, 0.5], [800, 0.45]];

/** Z1 Never larger than it is, and no side thinner than one pixel. */
export const fitted = ({ width, height }: Size, side: number): Size => {
  const share = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
};

/** Z2 The first try that is small enough; where none is, the last one: the server says what it thinks of it. */
export const shrunk = async <T>(make: (side: number, quality: number) => Promise<T>, bytesOf: (made: T) => number): Promise<T> => {
  let made: T | undefined;
  for (const [side, quality] of tries) {
    made = await make(side, quality);
    if (bytesOf(made) <= aim) break;
  }
  return made!;
};
