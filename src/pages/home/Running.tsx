import { View } from '@tarojs/components';
import type { RunningRound } from '../../../types/contract/results';
import { runningWords } from '../../components/Round/days';
import { Card } from '../../components/Card';
import { DemoMark } from '../../components/Tag';

/** A round that runs now: how many answered, never what. */
export function Running({ round, needs = false }: { round: RunningRound; needs?: boolean }) {
  return (
    <Card>
      <View className='lz-home__head'>
        <View className='lz-strong lz-grow'>{needs ? `已有 ${round.answered} 人说了缺什么` : `已有 ${round.answered} 人回答`}</View>
        <DemoMark demo={round.demo} />
      </View>
      <View className='lz-mute'>{runningWords(round, needs ? '公布以前只数份数。' : undefined)}</View>
    </Card>
  );
}
