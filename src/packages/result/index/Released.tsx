import { View } from '@tarojs/components';
import type { Output } from '../../../../types/contract';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { ReleaseSummary, VerdictTag } from '../../../components/ReleaseSummary';
import { flaggedWords, letterWords, modeWords, severalVerdicts } from '../../../components/ReleaseSummary/words';
import { dayOf, lastDayOf } from '../../../components/Round/days';
import { DemoMark, Tag } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import { Communities } from './Communities';

type Release = NonNullable<Output<'survey.results'>['release']>;

/** The circle's figure, its communities', and the district's; answers of another source apart. */
export function Released({ release, circle }: { release: Release; circle: string }) {
  const { cell, district, communities, beside, round, at, kind, demo, methodVersion } = release;
  const now = Date.now();
  const published = `${dayOf(at, now)}公布`;
  const details = [letterWords(cell), flaggedWords(cell), ...modeWords(cell)];
  return (
    <>
      <Card>
        <View className='lz-result__head'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{circle}</View>
          <VerdictTag verdict={cell.verdict} />
          {kind === 'interim' && <Tag>阶段结果</Tag>}
          <DemoMark demo={demo} />
        </View>
        <View className='lz-mute'>{round.title}</View>
        <View className='lz-mute'>{`${dayOf(round.opensAt, now)}–${lastDayOf(round.closesAt)}收的答卷`}</View>
        <ReleaseSummary cell={cell} about={published} />
        {details.map((line) => line && <View key={line} className='lz-mute'>{line}</View>)}
        <View className='lz-mute'>{`算法第 ${methodVersion} 版。`}</View>
        <View className='lz-link' onClick={() => go('/packages/about/seals/index', { round: round.id })} {...a11y({ role: 'link' })}>看这一轮的封存记录</View>
      </Card>
      {beside.map((other) => (
        <Card key={other.cell.source}>
          <View className='lz-result__head'>
            <View className='lz-strong lz-grow'>{`${circle}，另一种来源`}</View>
            <VerdictTag verdict={other.cell.verdict} />
            <DemoMark demo={demo} />
          </View>
          <View className='lz-mute'>两种来源从来不合在一起算。</View>
          <ReleaseSummary cell={other.cell} about={published} />
        </Card>
      ))}
      {communities.length > 0 && <Communities of={communities} />}
      {district && (
        <Card>
          <View className='lz-result__head'>
            <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{`${district.place.name}合计`}</View>
            <VerdictTag verdict={district.verdict} />
            <DemoMark demo={demo} />
          </View>
          <ReleaseSummary cell={district} about={published} />
          {cell.interval && district.interval && <View className='lz-mute'>{severalVerdicts}</View>}
        </Card>
      )}
    </>
  );
}
