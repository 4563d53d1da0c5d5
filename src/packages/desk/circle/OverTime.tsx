import { View } from '@tarojs/components';
import { shanghaiDay } from '../../../../domain/calendar';
import { Card } from '../../../components/Card';
import { RateRange } from '../../../components/RateRange';
import type { CircleBoard } from '../../../../types/contract/circles';

/** Satisfaction from release to release, each with its interval, on one scale. */
export function OverTime({ releases }: { releases: CircleBoard['releases'] }) {
  const lowest = Math.min(...releases.map(({ rate, interval }) => Math.min(rate, interval?.low ?? 1)), 1);
  return (
    <Card>
      <View className='lz-h'>满意度一轮一轮</View>
      {releases.length === 0 && <View className='lz-mute'>还没有发布过能公布的数。</View>}
      {releases.map(({ id, title, at, kind, rate, text, interval, target }) => (
        <View key={id} className='circles-target'>
          <View className='lz-wrap'><View className='lz-grow'>{title}</View><View className='lz-strong lz-num'>{text}</View></View>
          <View className='lz-mute lz-num'>{`${shanghaiDay(Date.parse(at))} · ${kind === 'final' ? '最终' : '阶段'}${interval ? ` · 区间 ${(interval.low * 100).toFixed(1)}–${(interval.high * 100).toFixed(1)}%` : ' · 没有区间'}`}</View>
          <RateRange rate={rate} interval={interval} target={target} rateText={text} lowest={lowest} />
        </View>
      ))}
    </Card>
  );
}
