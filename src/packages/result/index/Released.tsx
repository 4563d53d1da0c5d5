import { View } from '@tarojs/components';
import type { Output } from '../../../../types/contract';
import { displayRate } from '../../../../domain/satisfaction';
import { monthDay } from '../../../../domain/calendar';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { ReleaseSummary, VerdictTag } from '../../../components/ReleaseSummary';
import { sourceWord, verdictTag } from '../../../components/ReleaseSummary/words';
import { lastDayOf } from '../../../components/Round/days';
import { DemoMark, Tag } from '../../../components/Tag';

type Release = NonNullable<Output<'survey.results'>['release']>;

/** The circle's figure, and the district's beside it. */
export function Released({ release, circle }: { release: Release; circle: string }) {
  const { cell, district, round, at, kind, demo, methodVersion } = release;
  return (
    <>
      <Card>
        <View className='lz-result__head'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{circle}</View>
          <VerdictTag verdict={cell.verdict} />
          {kind === 'interim' && <Tag>阶段结果</Tag>}
          <DemoMark demo={demo} />
        </View>
        <View className='lz-mute'>{`${round.title} · ${monthDay(round.opensAt)}–${lastDayOf(round.closesAt)}`}</View>
        <ReleaseSummary cell={cell} about={`${monthDay(at)}公布`} />
        <View className='lz-mute'>{`算法第 ${methodVersion} 版。没有加权。`}</View>
      </Card>
      {district && (
        <Card>
          <View className='lz-result__head'>
            <View className='lz-strong lz-grow'>{`${district.place.name}合计`}</View>
            <Tag>{verdictTag[district.verdict].word}</Tag>
            <DemoMark demo={demo} />
          </View>
          {district.rate === null
            ? <View className='lz-mute'>合格的答卷不到 10 份，不公布。</View>
            : (
              <View className='lz-mute'>
                {`${displayRate(district.rate, district.target)} · ${sourceWord(district.source)} ${district.n ?? 0} 份${district.interval ? ` · 很可能在 ${displayRate(district.interval.low, district.target)}–${displayRate(district.interval.high, district.target)} 之间` : ''}`}
              </View>
            )}
        </Card>
      )}
    </>
  );
}
