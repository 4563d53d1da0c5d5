import { View } from '@tarojs/components';
import type { OutletCard } from '../../../types/contract/outlet';
import { metresText } from './words';

/** How far it is, at the head of a card: minutes first. */
export function Walk({ walk }: { walk: NonNullable<OutletCard['walk']> }) {
  return (
    <View className='lz-outlet__walk'>
      <View className='lz-outlet__minutes'>{`${walk.estimated ? '约' : ''}${walk.minutes}`}</View>
      <View className='lz-outlet__unit'>分钟</View>
      <View className='lz-outlet__unit lz-num'>{metresText(walk.metres)}</View>
    </View>
  );
}
