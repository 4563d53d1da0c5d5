import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import type { WorkPlan } from '../../../../types/contract/workPlan';
import { dayWords, someNames } from './words';

/** What is late: tasks past their phase, circles past their day, and who has said nothing for long. */
export function Late({ plan: { late: { tasks, circles, silent }, silentDays } }: { plan: WorkPlan }) {
  const never = silent.filter(({ days }) => days === null).map(({ name }) => name);
  const nothing = tasks.length + circles.length + silent.length === 0;
  return (
    <Card>
      <View className='lz-wrap'><View className='lz-h lz-grow'>过了时间的</View>{silentDays.status === '示例' && <Tag>{`${silentDays.value} 天是示例`}</Tag>}</View>
      {nothing && <View className='lz-mute'>没有。任务都在时间里，各家都有新进展。</View>}
      {circles.map(({ id, name, due, days }) => (
        <View key={id} className='plan-part'>
          <View className='lz-strong'>{`${name}还没建成`}</View>
          <View className='circles-late'>{`应在 ${dayWords(due)}前建成，过了 ${days} 天`}</View>
        </View>
      ))}
      {tasks.map(({ task, title, due, days, waiting }) => (
        <View key={task} className='plan-part'>
          <View className='lz-strong'>{title}</View>
          <View className='circles-late'>{`阶段到 ${dayWords(due)}，过了 ${days} 天`}</View>
          <View className='lz-mute'>{`还没报办完：${someNames(waiting)}`}</View>
        </View>
      ))}
      {silent.length > 0 && (
        <View className='plan-part'>
          <View className='lz-strong'>{`超过 ${silentDays.value} 天没有新进展`}</View>
          {never.length > 0 && <View>{`从没写过：${never.join('、')}`}</View>}
          {silent.map(({ name, days }) => days !== null && <View key={name}>{`${name}：${days} 天`}</View>)}
        </View>
      )}
    </Card>
  );
}
