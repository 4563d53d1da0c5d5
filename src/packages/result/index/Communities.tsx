import { View } from '@tarojs/components';
import type { Cell } from '../../../../types/contract/results';
import { displayRate } from '../../../../domain/satisfaction';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { asOfWords } from '../../../components/ReleaseSummary/words';
import { dayOf } from '../../../components/Round/days';

/** The communities of a circle, and what 其他 is. Raw rates alone: of so few answers nothing is judged. */
export function Communities({ of }: { of: readonly Cell[] }) {
  const now = Date.now();
  const asOf = of[0] && asOfWords(of[0], (instant) => dayOf(instant, now));
  return (
    <Card>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>各社区</View>
      <View className='lz-mute'>{`没有加权，份数少，差几个百分点常常分不出高下，所以不作判断。${asOf ?? ''}`}</View>
      {of.map(({ place, rate, n, target }) => (
        <View key={place.id} className='lz-result__community'>
          <View className='lz-grow'>
            <View className='lz-strong'>{place.name}</View>
            {place.communities && <View className='lz-mute'>{`${place.communities.join('、')}合在一起：分开就会有不到 10 份的，或者能从别的数里减出不到 10 份来。`}</View>}
          </View>
          <View className='lz-result__count'>
            <View className='lz-strong lz-num'>{rate === null ? '不公布' : displayRate(rate, target)}</View>
            <View className='lz-mute lz-num'>{`${n ?? 0} 份`}</View>
          </View>
        </View>
      ))}
    </Card>
  );
}
