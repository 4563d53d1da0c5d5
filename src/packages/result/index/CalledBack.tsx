import { View } from '@tarojs/components';
import type { Callback } from '../../../../types/contract/results';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { dayOf } from '../../../components/Round/days';
import { DemoMark } from '../../../components/Tag';
import { calledWords, correctedWords, outcomeWords, purposeWords, stateWords, troubleWords } from './calledBackWords';
import { Fold } from './Fold';

/** Whether those who got a letter say that they answered it themselves: beside the drawn figure, which it never changes. */
export function CalledBack({ of, circle, demo }: { of: Callback; circle: string; demo: boolean }) {
  const now = Date.now();
  const day = (instant: string) => dayOf(instant, now);
  const { here, district, communities } = of;
  const trouble = here && troubleWords(here, of);
  return (
    <Card>
      <View className='lz-result__head'>
        <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>回访：信是不是自己答的</View>
        <DemoMark demo={demo} />
      </View>
      {trouble && <Notice tone='amber'>{trouble}</Notice>}
      <View>{here ? calledWords(here) : stateWords(of, day)}</View>
      {here?.figures && <View className='lz-mute'>{outcomeWords(here)}</View>}
      <Fold title='怎么回访的'>
        {purposeWords(of, day).map((line) => <View key={line} className='lz-mute'>{line}</View>)}
        {here && correctedWords(of, day) && <View className='lz-mute'>{correctedWords(of, day)}</View>}
        {communities.length > 1 && communities.map((one) => <View key={one.name} className='lz-mute'>{`${one.name}：${calledWords(one)}${outcomeWords(one)}`}</View>)}
        {district?.figures && district.figures.called !== here?.figures?.called && <View className='lz-mute'>{`全区（${circle}在内）：${calledWords(district)}${outcomeWords(district)}`}</View>}
      </Fold>
    </Card>
  );
}
