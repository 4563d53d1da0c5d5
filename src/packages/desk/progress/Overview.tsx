import { View } from '@tarojs/components';
import { dateTime } from '../../../../domain/calendar';
import { sourceWord } from '../../../../domain/headline';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { Progress as Bar } from '../../../components/Progress';
import { lastDayOf } from '../../../components/Round/days';
import { DemoMark, Tag } from '../../../components/Tag';
import type { Progress } from '../../../../types/contract/desk';
import { besideWords, targetWords } from '../words';
import { Ages } from './Ages';
import { summedAgesOf, withPosters } from './Ages/words';

interface OverviewProps {
  readonly progress: Progress;
  readonly round: NonNullable<Progress['round']>;
  /** One street's figures instead of all. */
  readonly only: Progress['streets'][number] | undefined;
  readonly reload: () => void;
}

/** All answers so far against the target, and how much time is left. */
export function Overview({ progress, round, only, reload }: OverviewProps) {
  const { answered, target, lastDay, beside = 0, ages = null } = only ?? progress;
  const behind = only ? only.rows.filter(({ pace }) => pace === 'slow' || pace === 'behind').length : progress.behind;
  return (
    <Card>
      <View className='lz-row'>
        <View className='lz-h lz-grow'>{progress.scope.communities?.map(({ name }) => name).join('、') ?? only?.name ?? progress.scope.street?.name ?? '凉州城区'}</View>
        <DemoMark demo={round.demo} />
      </View>
      <View className='lz-mute'>{`${round.title} · ${sourceWord(round.source)}`}</View>
      <View className='lz-wrap desk-total'>
        <View className='lz-row lz-row--end lz-grow'>
          <View className='lz-big lz-num'>{answered}</View>
          <View className='lz-strong lz-num'>{`/ ${target} 份`}</View>
        </View>
        <Tag tone={behind > 0 ? 'amber' : 'brand'}>{behind > 0 ? `${behind} 个社区跟不上` : '社区都跟得上'}</Tag>
      </View>
      <Bar done={answered} of={target} label={`已答 ${answered} 份，目标 ${target} 份`} />
      <View className='lz-mute lz-num desk-left'>{`还有 ${round.daysLeft} 天，${lastDayOf(round.closesAt)}截止 · 昨天 +${lastDay}`}</View>
      {besideWords(round.source, beside) && <View className='lz-mute'>{besideWords(round.source, beside)}</View>}
      {ages && <Ages words={withPosters(summedAgesOf(ages, progress.asOf), beside)} />}
      <View className='lz-mute'>{targetWords[round.targetFrom]}</View>
      <View className='lz-row'>
        <View className='lz-mute lz-grow'>{`${dateTime(progress.asOf)} 的数`}</View>
        <View className='lz-link desk-refresh' onClick={reload} {...a11y({ role: 'button' })}>刷新</View>
      </View>
    </Card>
  );
}
