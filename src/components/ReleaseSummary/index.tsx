import { View } from '@tarojs/components';
import { headlineOf, sourceWord } from '../../../domain/headline';
import type { Cell, Verdict } from '../../../types/contract/results';
import { RateRange } from '../RateRange';
import { dayOf } from '../Round/days';
import { Tag } from '../Tag';
import { asOfWords, doubtfulCensusWords, meaning, verdictTag } from './words';
import './index.scss';

export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { word, tone } = verdictTag[verdict];
  return <Tag tone={tone}>{word}</Tag>;
}

/** A released figure: the rate never alone, but with how many, from where, until when, how sure, and what follows. */
export function ReleaseSummary({ cell, about }: { cell: Cell; about: string }) {
  const { interval, target, n, source } = cell;
  const figures = headlineOf(cell);
  const count = n === null ? '' : ` ${n} 份`;
  const now = Date.now();
  const asOf = asOfWords(cell, (instant) => dayOf(instant, now));
  const notes = [asOf, doubtfulCensusWords(cell)];
  if (figures === null) {
    return (
      <>
        <View className='lz-mute'>{`${about} · ${sourceWord(source)}${count}`}</View>
        <View className='lz-mute'>{meaning(cell)}</View>
      </>
    );
  }
  return (
    <>
      <View className='lz-release__figure'>
        <View className='lz-big lz-num'>{figures.text}</View>
        <View className='lz-mute lz-release__about'>{`${about} · ${sourceWord(source)}${count}${figures.beside ? ` · ${figures.beside}` : ''}`}</View>
      </View>
      <RateRange rate={figures.main} interval={interval} target={target} rateText={figures.text} />
      <View className='lz-mute'>{meaning(cell)}</View>
      {notes.map((note) => note && <View key={note} className='lz-mute'>{note}</View>)}
    </>
  );
}
