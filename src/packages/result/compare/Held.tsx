import { View } from '@tarojs/components';
import { headlineOf, sourceWord } from '../../../../domain/headline';
import type { Compared, ReleaseSummary } from '../../../../types/contract/results';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { RateRange } from '../../../components/RateRange';
import { Line } from '../../../components/RateRange/Line';
import { asOfWords } from '../../../components/ReleaseSummary/words';
import { dayOf } from '../../../components/Round/days';
import { DemoMark, Tag } from '../../../components/Tag';
import { headline, intervalWords, meaning, notesOf, reachOf, toldTag, type Kind } from './words';

interface Props {
  readonly comparison: NonNullable<Compared['comparison']>;
  readonly first: ReleaseSummary;
  readonly second: ReleaseSummary;
  readonly kind: Kind;
}

/** The difference first, with its interval and what it means; then the two figures it is made of. */
export function Held({ comparison, first, second, kind }: Props) {
  const { word, tone } = toldTag[comparison.told];
  const { figure, unit } = headline(comparison, kind);
  const than = kind === 'round' ? `${first.cell.place.name}，和上一轮比` : `${first.cell.place.name}，和${second.cell.place.name}比`;
  const lowest = Math.min(...[first, second].map(({ cell }) => cell.interval?.low ?? 1));
  return (
    <>
      <Card>
        <View className='lz-result__head'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{than}</View>
          <Tag tone={tone}>{word}</Tag>
          <DemoMark demo={first.demo || second.demo} />
        </View>
        <View className='lz-compare__figure'>
          <View className='lz-big lz-num'>{figure}</View>
          <View className='lz-strong'>{unit}</View>
        </View>
        <View className='lz-wrap'>
          <View className='lz-mute'>95% 区间</View>
          <View className='lz-num'>{intervalWords(comparison)}</View>
        </View>
        <Difference of={comparison} kind={kind} />
        <View className='lz-mute'>{meaning(comparison)}</View>
      </Card>
      <Card className='lz-compare__sides'>
        <Side of={first} name={kind === 'round' ? first.round.title : first.cell.place.name} lowest={lowest} />
        <Side of={second} name={kind === 'round' ? second.round.title : second.cell.place.name} lowest={lowest} />
      </Card>
      <Card>
        <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>怎么看这个差</View>
        {notesOf(comparison).map((note) => <View key={note} className='lz-mute'>{note}</View>)}
      </Card>
    </>
  );
}

function Difference({ of, kind }: { of: Props['comparison']; kind: Kind }) {
  const reach = reachOf(of);
  const at = (share: number) => ((share + reach) / (2 * reach)) * 100;
  const end = Math.round(reach * 100);
  const { figure, unit } = headline(of, kind);
  return (
    <Line
      label={`${figure} ${unit}，95% 区间 ${intervalWords(of)}`} goal={{ at: 50, word: '一样' }} span={{ from: at(of.interval.low), to: at(of.interval.high) }} point={at(of.difference)}
      ticks={[{ at: 0, word: `少 ${end}` }, { at: 50, word: '0' }, { at: 100, word: `多 ${end}` }]}
    />
  );
}

function Side({ of: { cell, at, round }, name, lowest }: { of: ReleaseSummary; name: string; lowest: number }) {
  const figures = headlineOf(cell);
  const now = Date.now();
  if (figures === null) return null;
  return (
    <View className='lz-compare__side'>
      <View className='lz-strong'>{name}</View>
      <View className='lz-wrap'>
        <View className='lz-title lz-num'>{figures.text}</View>
        <View className='lz-mute'>{`${dayOf(at, now)}公布 · ${sourceWord(cell.source)} ${cell.n ?? 0} 份${figures.beside ? ` · ${figures.beside}` : ''}`}</View>
      </View>
      <RateRange rate={figures.main} interval={cell.interval} target={cell.target} rateText={figures.text} lowest={lowest} />
      <View className='lz-mute'>{asOfWords(cell, (instant) => dayOf(instant, now)) ?? `${dayOf(round.closesAt, now)}截止。`}</View>
    </View>
  );
}
