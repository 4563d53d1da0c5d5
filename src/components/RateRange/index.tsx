import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { scaleFor } from './scale';
import './index.scss';

export interface RateRangeProps {
  /** Shares 0–1. */
  readonly rate: number;
  /** The 95 % interval; null where the method allows none: then only the point is drawn. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly target: number;
  /** The rate as it is written on the page (it never rounds across the target). */
  readonly rateText: string;
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** A rate against the line it is meant to reach, with how far chance may have moved it. */
export function RateRange({ rate, interval, target, rateText }: RateRangeProps) {
  const { at, ticks } = scaleFor(Math.min(rate, interval?.low ?? 1, target));
  const said = `满意度 ${rateText}，目标 ${percent(target)}${interval ? `，真实满意度很可能在 ${percent(interval.low)} 到 ${percent(interval.high)} 之间` : ''}`;
  const goal = at(target);
  return (
    <View className='lz-range' {...a11y({ role: 'img', label: said })}>
      <View className='lz-range__goal' {...a11y({ hidden: true })}>
        <View className={classes('lz-range__goal-word', goal > 84 && 'lz-range__goal-word--right')} style={goal > 84 ? { right: 0 } : { left: `${goal}%` }}>{`目标 ${Math.round(target * 100)}%`}</View>
      </View>
      <View className='lz-range__line'>
        {interval && <View className='lz-range__span' style={{ left: `${at(interval.low)}%`, width: `${at(interval.high) - at(interval.low)}%` }} />}
        <View className='lz-range__target' style={{ left: `${goal}%` }} />
        <View className='lz-range__point' style={{ left: `${at(rate)}%` }} />
      </View>
      <View className='lz-range__axis' {...a11y({ hidden: true })}>{ticks.map((tick) => <View key={tick} className='lz-range__tick' style={{ left: `${at(tick)}%` }}>{`${Math.round(tick * 100)}%`}</View>)}</View>
    </View>
  );
}
