import { View } from '@tarojs/components';
import type { RunningRound } from '../../../types/contract/survey';
import { lastDayOf } from '../../components/Round/days';
import { monthDay } from '../../../domain/calendar';
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
      <View className='lz-mute'>{`${round.title}，${lastDayOf(round.closesAt)}截止，${monthDay(round.releaseAt)}公布。公布以前只数份数，不算比例。`}</View>
    </Card>
  );
}
