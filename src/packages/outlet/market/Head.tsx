import { View } from '@tarojs/components';
import { gcj02 } from '../../../../types/units';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { walkText } from '../../../components/OutletCard/words';
import { Tag } from '../../../components/Tag';
import { openPlace } from '../../../services/location';
import { kindWords, marketState } from '../markets/words';
import type { Market } from './market';

/** Whether it is on, where it is, and how sure we are of either. */
export function Head({ market }: { market: Market }) {
  const { name, kind, open, walk, address, point, placeStatus, clause } = market;
  const state = marketState(open);
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h'>{name}</View>
        <Tag>{kindWords[kind]}</Tag>
      </View>
      <View className='lz-wrap'><Tag tone={state.tone}>{state.text}</Tag></View>
      {walk && <View className='lz-strong'>{`步行${walkText(walk)}`}</View>}
      <View>{address ?? '在哪里还没有单位告诉我们。'}</View>
      {placeStatus !== '' && point && <View className='lz-mute'>{`位置是${placeStatus}的。`}</View>}
      <View className='lz-mute'>{`出处：${clause}`}</View>
      {point && <Button kind='line' icon='route' label='怎么走' onClick={() => void openPlace({ point: gcj02(point.lng, point.lat), name, address: address ?? name })} />}
    </Card>
  );
}
