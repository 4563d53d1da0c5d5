import { Line } from './Line';
import { scaleFor } from './scale';

export interface RateRangeProps {
  /** Shares 0–1. */
  readonly rate: number;
  /** The 95 % interval; null where the method allows none: then only the point is drawn. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly target: number;
  /** The rate as it is written on the page (it never rounds across the target). */
  readonly rateText: string;
  /** Of several that stand under each other, the lowest share of all: so that they have one scale. */
  readonly lowest?: number;
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** A rate against the line it is meant to reach, with how far chance may have moved it. */
export function RateRange({ rate, interval, target, rateText, lowest = 1 }: RateRangeProps) {
  const { at, ticks } = scaleFor(Math.min(rate, interval?.low ?? 1, target, lowest));
  const said = `满意度 ${rateText}，目标 ${percent(target)}${interval ? `，真实满意度很可能在 ${percent(interval.low)} 到 ${percent(interval.high)} 之间` : ''}`;
  return (
    <Line
      label={said} goal={{ at: at(target), word: `目标 ${Math.round(target * 100)}%` }} span={interval && { from: at(interval.low), to: at(interval.high) }} point={at(rate)}
      ticks={ticks.map((tick) => ({ at: at(tick), word: `${Math.round(tick * 100)}%` }))}
    />
  );
}
