import { View } from '@tarojs/components';
import { sourceWord } from '../../../../domain/headline';
import type { CircleBoard } from '../../../../types/contract/circles';
import { Card } from '../../../components/Card';
import { Needs } from '../../../components/Needs';
import { dayOf } from '../../../components/Round/days';
import { DemoMark } from '../../../components/Tag';
import { go, resultPages } from '../../../services/navigate';
import { a11y } from '../../../components/a11y';

/** 缺什么: what residents said in the last released round, held against what was checked. */
export function Lacking({ circle, needs }: { circle: string; needs: CircleBoard['needs'] }) {
  return (
    <Card>
      <View className='lz-wrap'>
        <View className='lz-h lz-grow'>居民说缺什么</View>
        {needs && <DemoMark demo={needs.demo} />}
      </View>
      {needs === null && <View className='lz-mute'>还没有公布过。“有什么、缺什么”问卷结束以后，这里写各业态多少人说没有、最想补哪几样。</View>}
      {needs?.n === null && <View className='lz-mute'>{`${needs.title}：答卷太少，没有公布。`}</View>}
      {needs && needs.n !== null && (
        <>
          <View className='lz-mute'>{`${needs.title}，${dayOf(needs.at, Date.now())}公布，${sourceWord(needs.source)} ${needs.n} 份。「确缺」要每个社区都清点过；没清点完的写「未核」，不算缺。`}</View>
          <Needs needs={needs.needs} knownAtLeast={needs.knownAtLeast} />
          <View className='lz-link' onClick={() => go(resultPages.needs, { circle, release: needs.release })} {...a11y({ role: 'link' })}>看公布的全部结果</View>
        </>
      )}
    </Card>
  );
}
