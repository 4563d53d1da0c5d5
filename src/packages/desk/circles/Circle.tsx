import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { CircleFacts } from '../../../components/CircleFacts';
import { stateTag } from '../../../components/CircleFacts/words';
import { Icon } from '../../../components/Icon';
import { DemoMark, Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import type { CircleLine } from '../../../../types/contract/circles';
import { deskPages } from '../paths';
import { lateWords, possibleWords, scoreText } from './words';

/** One circle in a card. `leads`: the whole card leads to its page. */
export function Circle({ circle, demo, leads }: { circle: CircleLine; demo: boolean; leads?: boolean }) {
  const { name, state, lateDays, missing, toward, basic, quality, communities, population, outlets } = circle;
  const possible = possibleWords(circle);
  return (
    <Card {...(leads ? { onClick: () => go(deskPages.circle, { id: circle.id }) } : {})}>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>{name}</View>
        <Tag tone={stateTag[state].tone}>{stateTag[state].text}</Tag>
        <DemoMark demo={demo} />
        {leads && <Icon name='next' size='small' />}
      </View>
      <View className={lateDays === null ? 'lz-mute' : 'circles-late'}>{lateWords(circle)}</View>
      <CircleFacts circle={circle} />
      <View className='lz-num'>{`基本保障 ${basic.there}/${basic.of} 种 · 品质提升 ${quality.there}/${quality.of} 种 · 得分 ${scoreText(circle)}`}</View>
      {possible && <View className='lz-mute'>{possible}</View>}
      {toward && missing.length > 0 && <View className='circles-missing'>{`到${toward}：${missing.join('；')}`}</View>}
      <View className='lz-mute lz-num'>{`${communities.length} 个社区 · 网点 ${outlets} 家 · ${population.known ? `常住 ${population.text}` : `常住人口${population.note}`}`}</View>
    </Card>
  );
}
