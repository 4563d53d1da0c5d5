import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { ReleaseSummary, VerdictTag } from '../../../components/ReleaseSummary';
import { DemoMark } from '../../../components/Tag';
import { go } from '../../../services/navigate';
import type { Circles } from '../../../../types/contract/circles';

/** What the whole district said, and the way to the seals it can be checked by. */
export function District({ satisfaction }: Pick<Circles, 'satisfaction'>) {
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow' {...a11y({ role: 'heading', level: 2 })}>全区满意度</View>
        {satisfaction && <VerdictTag verdict={satisfaction.cell.verdict} />}
        <DemoMark demo={satisfaction?.demo ?? false} />
      </View>
      {satisfaction ? <ReleaseSummary cell={satisfaction.cell} about={satisfaction.title} /> : <View className='lz-mute'>还没有公布过结果。</View>}
      {satisfaction && <View className='lz-link' onClick={() => go('/packages/about/seals/index', { round: satisfaction.round })} {...a11y({ role: 'link' })}>看这一轮的封存记录</View>}
    </Card>
  );
}
