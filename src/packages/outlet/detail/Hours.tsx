import { View } from '@tarojs/components';
import { describeWeek } from '../../../../domain/hours';
import type { WeekHours } from '../../../../types/contract/shared';
import { Card } from '../../../components/Card';
import './hours.scss';

/** The hours of the week; days that are alike stand together. */
export function Hours({ hours }: { hours: WeekHours | null }) {
  return (
    <Card>
      <View className='lz-h'>营业时间</View>
      {hours === null ? <View className='lz-mute'>还不知道，去之前最好先打电话问一问。</View> : describeWeek(hours).map(({ days, text }) => (
        <View key={days} className='outlet-hours'>
          <View>{days}</View>
          <View className='outlet-hours__spans'>{text.split(' ').map((span) => <View key={span} className='lz-num'>{span}</View>)}</View>
        </View>
      ))}
    </Card>
  );
}
