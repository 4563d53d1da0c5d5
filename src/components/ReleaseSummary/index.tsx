import { View } from '@tarojs/components';
import type { Cell, Verdict } from '../../../types/contract/survey';
import { displayRate } from '../../../domain/satisfaction';
import { RateRange } from '../RateRange';
import { Tag } from '../Tag';
import { meaning, sourceWord, verdictTag } from './words';
import './index.scss';

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { word, tone } = verdictTag[verdict];
  return <Tag tone={tone}>{word}</Tag>;
}

/** A released figure: the rate never alone, but with how many, from where, how sure, and what follows. */
export function ReleaseSummary({ cell, about }: { cell: Cell; about: string }) {
  const { rate, interval, target, n, scored, source } = cell;
  const count = n === null ? '' : ` ${n} 份`;
  if (rate === null) {
    return (
      <>
        <View className='lz-mute'>{`${about} · ${sourceWord(source)}${count}`}</View>
        <View className='lz-mute'>{meaning(cell)}</View>
      </>
    );
  }
  const text = displayRate(rate, target);
  return (
    <>
      <View className='lz-release__figure'>
        <View className='lz-big lz-num'>{text}</View>
        <View className='lz-mute lz-release__about'>{`${about} · ${sourceWord(source)}${count}`}</View>
      </View>
      <RateRange rate={rate} interval={interval} target={target} rateText={text} />
      <View className='lz-mute'>{meaning(cell)}</View>
      {scored !== null && n !== null && scored < n && <View className='lz-mute'>{`另有 ${n - scored} 份答「不清楚、没用过」，不算在内。`}</View>}
    </>
  );
}
