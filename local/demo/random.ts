/** Repeatable chance (mulberry32): the same seed gives the same demonstration on every machine. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
  happens(probability: number): boolean;
  /** Roughly normal, mean 0, deviation 1. */
  normal(): number;
  uuid(): string;
}

export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)]!,
    happens: (probability) => next() < probability,
    normal: () => Array.from({ length: 6 }, next).reduce((sum, x) => sum + x, 0) * Math.SQRT2 - 3 * Math.SQRT2,
    uuid: () => {
      const hex = Array.from({ length: 32 }, () => below(16).toString(16));
      hex[12] = '4';
      hex[16] = '89ab'[below(4)]!;
      const text = hex.join('');
      return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
    },
  };
};
