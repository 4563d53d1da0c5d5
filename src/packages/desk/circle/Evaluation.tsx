import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { go } from '../../../services/navigate';
import type { CircleBoard } from '../../../../types/contract/circles';
import { scoreText } from '../circles/words';
import { deskPages } from '../paths';

const points = ({ low, high }: { low: number; high: number }) => (low === high ? String(Math.round(low * 10) / 10) : `${Math.round(low * 10) / 10}–${Math.round(high * 10) / 10}`);

/** 好不好: what each item gives of its weight. What is not known gives a range. */
export function Evaluation({ board: { evaluation, line } }: { board: CircleBoard }) {
  return (
    <Card>
      <View className='lz-wrap'><View className='lz-h lz-grow'>好不好</View><View className='lz-title lz-num'>{`${scoreText(line)} 分`}</View></View>
      {line.scoreUnknown > 0 && <View className='lz-mute'>{`有 ${line.scoreUnknown} 项还不全知道，所以是从最低到最高。`}</View>}
      <View className='lz-mute'>名字下面是给分的范围：在前一个数不得分，到后一个数得满分。点名字，看这个数怎么算。</View>
      <View {...a11y({ role: 'table', label: '各项得分' })}>
        {evaluation.map(({ name, figure, weight, text, range, points: given }) => (
          <View key={figure} className='circles-line' {...a11y({ role: 'row' })}>
            <View className='lz-grow' {...a11y({ role: 'rowheader' })}>
              <View className='lz-link' onClick={() => go(deskPages.figure, { code: figure, kind: 'circle', id: line.id })} {...a11y({ role: 'link' })}>{name}</View>
              <View className='lz-mute lz-num'>{range}</View>
            </View>
            <View className='lz-mute lz-num' {...a11y({ role: 'cell' })}>{text}</View>
            <View className='lz-strong lz-num' {...a11y({ role: 'cell' })}>{`${points(given)} / ${weight}`}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}
