import { View } from '@tarojs/components';
import { sourceWord } from '../../../../domain/headline';
import type { Output } from '../../../../types/contract';
import type { Cell } from '../../../../types/contract/results';
import { a11y } from '../../../components/a11y';
import { Approval } from '../../../components/Approval';
import { Card } from '../../../components/Card';
import { VerdictTag } from '../../../components/ReleaseSummary';
import { severalVerdicts } from '../../../components/ReleaseSummary/words';
import { dayOf, lastDayOf } from '../../../components/Round/days';
import { DemoMark, Tag } from '../../../components/Tag';
import { CalledBack } from './CalledBack';
import { Communities } from './Communities';
import { Compare } from './Compare';
import { Figure } from './Figure';

type Release = NonNullable<Output<'survey.results'>['release']>;

/** The circle's figure, its communities', and the district's; answers of another source apart. */
export function Released({ release, circle: { id, name } }: { release: Release; circle: Output<'survey.results'>['circle'] }) {
  const { cell, district, communities, beside, round, at, kind, demo, methodVersion, callback = null } = release;
  const now = Date.now();
  const published = `${dayOf(at, now)}公布`;
  return (
    <>
      <Card>
        <View className='lz-result__head'>
          <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{name}</View>
          <VerdictTag verdict={cell.verdict} />
          {kind === 'interim' && <Tag>阶段结果</Tag>}
          <DemoMark demo={demo} />
        </View>
        <View className='lz-mute'>{round.title}</View>
        <View className='lz-mute'>{`${dayOf(round.opensAt, now)}–${lastDayOf(round.closesAt)}收的答卷`}</View>
        <Figure cell={cell} about={published} methodVersion={methodVersion} />
        <Approval of={release.approval} />
      </Card>
      {callback && cell.source === 'drawn' && <CalledBack of={callback} circle={name} demo={demo} />}
      {beside.map((other) => <Beside key={other.cell.source} cell={other.cell} circle={name} published={published} demo={demo} />)}
      {kind === 'final' && <Compare release={release.id} circle={id} cells={[cell, ...beside.map((other) => other.cell)]} />}
      {communities.length > 0 && <Communities of={communities} />}
      {district && (
        <Card>
          <View className='lz-result__head'>
            <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>{`${district.place.name}合计`}</View>
            <VerdictTag verdict={district.verdict} />
            <DemoMark demo={demo} />
          </View>
          <Figure cell={district} about={published} />
          {cell.interval && district.interval && <View className='lz-mute'>{severalVerdicts}</View>}
        </Card>
      )}
    </>
  );
}

/** Answers of another source: apart, never added. Of too few, a sentence is enough. */
function Beside({ cell, circle, published, demo }: { cell: Cell; circle: string; published: string; demo: boolean }) {
  const apart = '两种来源从来不合在一起算。';
  if (cell.verdict === 'too_few') return <View className='lz-mute'>{`另一种来源（${sourceWord(cell.source)}）的答卷还不到 10 份，不公布。${apart}`}</View>;
  return (
    <Card>
      <View className='lz-result__head'>
        <View className='lz-strong lz-grow'>{`${circle}，另一种来源`}</View>
        <VerdictTag verdict={cell.verdict} />
        <DemoMark demo={demo} />
      </View>
      <View className='lz-mute'>{apart}</View>
      <Figure cell={cell} about={published} />
    </Card>
  );
}
