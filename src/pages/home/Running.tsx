import { View } from '@tarojs/components';
import type { RunningRound } from '../../../types/contract/survey';
import { runningWords } from '../../components/Round/days';
import { Card } from '../../components/Card';
import { DemoMark } from '../../components/Tag';

/** The round that runs now: how many answered, never what. */
export function Running({ round }: { round: RunningRound }) {
  return (
    <Card>
      <View className='lz-home__head'>
        <View className='lz-strong lz-grow'>{`已有 ${round.answered} 人回答`}</View>
        <DemoMark demo={round.demo} />
      </View>
      <View className='lz-mute'>{runningWords(round)}</View>
    </Card>
  );
}
