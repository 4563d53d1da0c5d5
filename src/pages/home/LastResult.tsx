import { View } from '@tarojs/components';
import type { ReleaseSummary as Release } from '../../../types/contract/results';
import { a11y } from '../../components/a11y';
import { Card } from '../../components/Card';
import { ReleaseSummary, VerdictTag } from '../../components/ReleaseSummary';
import { dayOf } from '../../components/Round/days';
import { DemoMark, Tag } from '../../components/Tag';

/** The last published figure of the circle, or that there is none yet. */
export function LastResult({ release }: { release: Release | null }) {
  if (release === null) {
    return (
      <Card>
        <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>居民满意度</View>
        <View className='lz-mute'>还没有公布过结果。</View>
      </Card>
    );
  }
  return (
    <Card>
      <View className='lz-home__head'>
        <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>居民满意度</View>
        {release.kind === 'interim' && <Tag>阶段结果</Tag>}
        <VerdictTag verdict={release.cell.verdict} />
        <DemoMark demo={release.demo} />
      </View>
      <ReleaseSummary cell={release.cell} about={`${dayOf(release.at, Date.now())}公布`} />
    </Card>
  );
}
