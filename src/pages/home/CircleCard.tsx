import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Home } from '../../../types/contract/survey';
import { a11y } from '../../components/a11y';
import { Card } from '../../components/Card';
import { DemoMark, Tag } from '../../components/Tag';
import { go } from '../../services/navigate';

interface Props {
  readonly circle: NonNullable<Home['circle']>;
  readonly place: Home['place'];
  readonly demo: boolean;
}

/** Which circle this is, where she stands in it, and what the plan wants of it by when. */
export function CircleCard({ circle, place, demo }: Props) {
  const [open, setOpen] = useState(false);
  const types = [...new Set(circle.targets.map(({ type }) => type))].join('、');
  const where = [place?.community?.name, place?.street?.name].filter(Boolean).join(' · ');
  return (
    <Card>
      <View className='lz-home__head'>
        <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{circle.name}</View>
        {types !== '' && <Tag tone='brand'>{`目标 ${types} · ${circle.targetStatus}`}</Tag>}
      </View>
      <View className='lz-mute'>{where || `${circle.communities.length} 个社区`}</View>
      <View className='lz-mute'>{`${circle.dueText}建成（方案要求）`}</View>
      <View className='lz-mute'>{`地图上有 ${circle.outlets} 个网点`}</View>
      <View className='lz-home__ways'>
        <View className='lz-link' onClick={() => go('/packages/place/pick/index')} {...a11y({ role: 'link' })}>换一个社区</View>
        <View className='lz-link lz-grow' onClick={() => setOpen(!open)} {...a11y({ role: 'button', expanded: open })}>{open ? '收起依据' : '看依据'}</View>
        <DemoMark demo={demo} />
      </View>
      {open && (
        <View className='lz-home__basis'>
          {circle.targets.map(({ clause }) => <View key={clause}>{clause}</View>)}
          <View>{`方案写的是街道，没有写到圈；这个圈对应的类型和社区是建议的对应，${circle.targetStatus}。`}</View>
          <View>{`圈内社区（${circle.communitiesStatus}）：${circle.communities.map(({ name }) => name).join('、')}`}</View>
        </View>
      )}
    </Card>
  );
}
