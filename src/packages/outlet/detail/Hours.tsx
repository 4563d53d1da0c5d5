import { View } from '@tarojs/components';
import { shanghaiDay } from '../../../../domain/calendar';
import { describeHours } from '../../../../domain/hours-words';
import { Card } from '../../../components/Card';
import type { Outlet } from './useOutlet';
import './hours.scss';

/** The hours of the week, and what is otherwise on holidays, on market days and while it is closed for a while. */
export function Hours({ outlet, title = '营业时间' }: { outlet: Pick<Outlet, 'hours' | 'dated' | 'holidaysUntil'> & Partial<Pick<Outlet, 'market'>>; title?: string }) {
  const { hours, dated, holidaysUntil, market } = outlet;
  const lines = describeHours({ week: hours, dated: dated ?? null }, shanghaiDay(Date.now()));
  const along = market?.hoursStatus === undefined ? null : `这个摊位没有单说时间，跟着${market.name}${market.hoursStatus === '' ? '' : `（时间${market.hoursStatus}）`}。`;
  return (
    <Card>
      <View className='lz-h'>{title}</View>
      {along !== null && <View className='lz-mute'>{along}</View>}
      {hours === null && <View className='lz-mute'>{lines.length === 0 ? '还不知道，去之前最好先打电话问一问。' : '平时几点开门还不知道，去之前最好先打电话问一问。'}</View>}
      {lines.map(({ days, text }) => (
        <View key={days} className='outlet-hours'>
          <View>{days}</View>
          <View className='outlet-hours__spans'>{text.split(' ').map((span) => <View key={span} className='lz-num'>{span}</View>)}</View>
        </View>
      ))}
      {holidaysUntil !== undefined && <View className='lz-mute'>{`节假日按国务院办公厅的放假通知算，录到 ${holidaysUntil} 年；以后的年份只认法律写明的放假日。`}</View>}
      {hours !== null && dated?.holidays === undefined && <View className='lz-mute'>节假日开不开没有说，过节去之前先问一问。</View>}
    </Card>
  );
}
