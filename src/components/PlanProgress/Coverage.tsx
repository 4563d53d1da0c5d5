import { View } from '@tarojs/components';
import type { Overview } from '../../../types/contract/circles';
import { Card } from '../Card';
import { Progress } from '../Progress';
import { DemoMark, Tag } from '../Tag';
import { monthOf } from './words';
import './index.scss';

/** The plan's coverage targets, each with what it is counted of and how. */
export function Coverage({ coverage, demo }: Pick<Overview, 'coverage' | 'demo'>) {
  return (
    <Card>
      <View className='lz-wrap'><View className='lz-h lz-grow'>覆盖目标</View><DemoMark demo={demo} /></View>
      {coverage.map(({ name, atLeast, by, clause, figure, formula, source, reached }) => (
        <View key={name} className='lz-plan__part'>
          <View className='lz-wrap'>
            <View className='lz-strong lz-grow'>{name}</View>
            <Tag tone={reached === null ? 'plain' : reached ? 'brand' : 'amber'}>{reached === null ? '还算不出' : reached ? '达到' : '没到'}</Tag>
          </View>
          <View className='lz-wrap'><View className='lz-title lz-num'>{figure.text}</View><View className='lz-mute'>{figure.note}</View></View>
          {figure.known && <Progress done={Number.parseFloat(figure.text)} of={100} label={`${name} ${figure.text}`} />}
          <View className='lz-mute'>{`目标：${monthOf(by)}前不低于 ${Math.round(atLeast * 100)}%（${clause}）。`}</View>
          <View className='lz-mute'>{`算法：${formula}。来源：${source}。`}</View>
        </View>
      ))}
    </Card>
  );
}
