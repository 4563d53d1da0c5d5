import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { CircleFacts } from '../../../components/CircleFacts';
import { stateTag } from '../../../components/CircleFacts/words';
import { Icon } from '../../../components/Icon';
import { DemoMark, Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import type { Circles } from '../../../../types/contract/circles';
import { communityWords, dueWords } from './words';

interface Props {
  readonly circle: Circles['circles'][number];
  readonly own: boolean;
  readonly typeStatus: string | undefined;
  readonly demo: boolean;
}

/** One circle; the whole card leads to what its residents said, and what is done about it is one tap away too. */
export function Circle({ circle, own, typeStatus, demo }: Props) {
  const { id, name, state, basic, quality } = circle;
  return (
    <View className='lz-stack'>
      <Card onClick={() => go('/packages/result/index/index', { circle: id })}>
        <View className='lz-wrap'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{name}</View>
          <Icon name='next' size='small' />
        </View>
        <View className='lz-wrap'>
          <Tag tone={stateTag[state].tone}>{stateTag[state].text}</Tag>
          {own && <Tag>您住的圈</Tag>}
          <DemoMark demo={demo} />
        </View>
        <View className='lz-mute'>{dueWords(circle)}</View>
        <CircleFacts circle={circle} typeStatus={typeStatus} />
        <View className='lz-num'>{`核实过的：基本保障 ${basic.of} 种里有 ${basic.there} 种，品质提升 ${quality.of} 种里有 ${quality.there} 种。`}</View>
        <View className='lz-mute'>{communityWords(circle)}</View>
      </Card>
      <Button kind='quiet' icon='list' label={`${name}：缺什么，补什么`} onClick={() => go('/packages/about/answered/index', { circle: id })} />
    </View>
  );
}
