import { View } from '@tarojs/components';
import { headlineOf, sourceWord } from '../../../domain/headline';
import type { CircleLine } from '../../../types/contract/circles';
import { VerdictTag } from '../ReleaseSummary';
import { typeWords } from './words';
import './index.scss';

interface Props {
  readonly circle: Pick<CircleLine, 'reached' | 'possible' | 'targets' | 'satisfaction'>;
  /** 示例, where the rule of the types is not the official one and nothing else on the card says so. */
  readonly typeStatus?: string;
}

/** The two facts of a circle side by side: its type against the target, its satisfaction never without how many, from where and what follows. */
export function CircleFacts({ circle, typeStatus }: Props) {
  const { targets, satisfaction } = circle;
  const headline = satisfaction && headlineOf(satisfaction.cell);
  return (
    <>
      <View className='lz-circle-facts'>
        <View className='lz-circle-facts__one'>
          <View className='lz-mute'>{`现在的类型${typeStatus ? `（${typeStatus}）` : ''}`}</View>
          <View className='lz-strong'>{typeWords(circle)}</View>
          <View className='lz-mute'>{`目标 ${[...new Set(targets.map(({ type }) => type))].join('、')}`}</View>
        </View>
        <View className='lz-circle-facts__one'>
          <View className='lz-mute'>满意度</View>
          <View className='lz-strong lz-num'>{headline?.text ?? (satisfaction ? '不公布' : '还没有')}</View>
          {satisfaction && <View className='lz-mute'>{`${sourceWord(satisfaction.cell.source)}${satisfaction.cell.n === null ? '' : ` ${satisfaction.cell.n} 份`}`}</View>}
          {satisfaction?.cell.interval && <View className='lz-mute lz-num'>{`${(satisfaction.cell.interval.low * 100).toFixed(1)}–${(satisfaction.cell.interval.high * 100).toFixed(1)}%`}</View>}
        </View>
      </View>
      {satisfaction && <View className='lz-wrap'><VerdictTag verdict={satisfaction.cell.verdict} /></View>}
    </>
  );
}
