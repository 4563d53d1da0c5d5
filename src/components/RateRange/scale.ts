/** Where a rate and its interval stand on the drawn line. Shares are 0–1. */
export interface Scale {
  readonly from: number;
  readonly ticks: readonly number[];
  /** A share as percent of the line's width, kept inside it. */
  readonly at: (share: number) => number;
}

/** From 70 %, where the target is easily seen; from farther down when the figures reach there. Ends at 100 %. */
export function scaleFor(lowest: number): Scale {
  const from = lowest >= 0.7 ? 0.7 : lowest >= 0.4 ? 0.4 : 0;
  const step = from === 0.7 ? 0.1 : from === 0.4 ? 0.2 : 0.25;
  const count = Math.round((1 - from) / step);
  return {
    from,
    ticks: Array.from({ length: count + 1 }, (_, n) => from + n * step),
    at: (share) => Math.min(100, Math.max(0, ((share - from) / (1 - from)) * 100)),
  };
}
