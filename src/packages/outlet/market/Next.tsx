import { View } from '@tarojs/components';
import { monthDay } from '../../../../domain/calendar';
import { weekdays } from '../../../../domain/hours';
import { Card } from '../../../components/Card';
import '../detail/hours.scss';
import type { Market } from './market';

/** The next days it is on, with the lunar day where the market goes by it. */
export function Next({ market: { next, dated, hoursStatus } }: { market: Market }) {
  const lunar = dated?.market?.calendar === 'lunar';
  return (
    <Card>
      <View className='lz-h'>接下来哪天有</View>
      {next.length === 0 && <View className='lz-mute'>什么时候开还没有单位告诉我们，去之前先打听一下。</View>}
      {next.map(({ on, lunar: lunarDay, text }) => (
        <View key={on} className='outlet-hours'>
          <View>{`${monthDay(on)} ${weekdays[(new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ''}${lunar ? ` 农历${lunarDay}` : ''}`}</View>
          <View className='lz-num'>{text}</View>
        </View>
      ))}
      {next.length > 0 && hoursStatus !== '' && <View className='lz-mute'>{`时间是${hoursStatus}的。`}</View>}
    </Card>
  );
}
