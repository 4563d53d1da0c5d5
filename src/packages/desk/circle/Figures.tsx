import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { go } from '../../../services/navigate';
import type { CircleBoard } from '../../../../types/contract/circles';
import { deskPages } from '../paths';

// shown above already, in words of their own
const elsewhere = new Set(['type', 'target', 'missing', 'score', 'state', 'satisfaction', 'satisfaction-n', 'satisfaction-low', 'satisfaction-high', 'satisfaction-verdict', 'satisfaction-source', 'number', 'name', 'basic-of', 'quality-of']);

/** Every other figure of the circle, as tables have it. */
export function Figures({ circle, figures }: { circle: string; figures: CircleBoard['figures'] }) {
  return (
    <Card>
      <View className='lz-h'>这个圈的数</View>
      <View className='lz-mute'>点一个数的名字，看它怎么算、从哪里来。</View>
      <View {...a11y({ role: 'table', label: '这个圈的数' })}>
        {figures.filter(({ code }) => !elsewhere.has(code)).map(({ code, name, text, note, known }) => (
          <View key={code} className='circles-line' {...a11y({ role: 'row' })}>
            <View className='lz-grow' {...a11y({ role: 'rowheader' })}><View className='lz-link' onClick={() => go(deskPages.figure, { code, kind: 'circle', id: circle })} {...a11y({ role: 'link' })}>{name}</View></View>
            <View className='circles-value' {...a11y({ role: 'cell' })}>
              <View className={known ? 'lz-strong lz-num' : 'lz-mute'}>{text}</View>
              {note !== '' && <View className='lz-mute lz-num'>{note}</View>}
            </View>
          </View>
        ))}
      </View>
    </Card>
  );
}
