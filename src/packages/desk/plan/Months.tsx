import { useState } from 'react';
import { View } from '@tarojs/components';
import { shanghaiDay } from '../../../../domain/calendar';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { DemoMark } from '../../../components/Tag';
import type { WorkPlan } from '../../../../types/contract/workPlan';
import { linesOf, monthWords } from './words';

/** What comes when, by month. Months that are past open on a tap. */
export function Months({ plan: { calendar, asOf } }: { plan: WorkPlan }) {
  const [past, showPast] = useState(false);
  const now = shanghaiDay(Date.parse(asOf)).slice(0, 7);
  const ahead = calendar.filter(({ month }) => month >= now);
  return (
    <Card>
      <View className='lz-h'>日历</View>
      {ahead.length === 0 && <View className='lz-mute'>这个月起，没有定下日子的事。</View>}
      {(past ? calendar : ahead).map(({ month, things }) => (
        <View key={month} className='plan-part'>
          <View className='lz-strong'>{month === now ? `${monthWords(month)}（本月）` : monthWords(month)}</View>
          {linesOf(things).map(({ key, text, demo }) => <View key={key} className='lz-wrap'><View className='lz-grow'>{text}</View><DemoMark demo={demo} /></View>)}
        </View>
      ))}
      {ahead.length < calendar.length && <Button kind='quiet' label={past ? '收起以前的' : `看以前的 ${calendar.length - ahead.length} 个月`} onClick={() => showPast(!past)} />}
    </Card>
  );
}
