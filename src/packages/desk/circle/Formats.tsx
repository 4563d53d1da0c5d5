import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import type { CircleBoard } from '../../../../types/contract/circles';
import { presenceTag } from '../circles/words';

/** 有没有: every format of the classification, what is known of it here, and how many outlets carry it. */
export function Formats({ formats }: { formats: CircleBoard['formats'] }) {
  return (
    <Card>
      <View className='lz-h'>有没有</View>
      {[true, false].map((basic) => (
        <View key={String(basic)} {...a11y({ role: 'table', label: basic ? '基本保障类' : '品质提升类' })}>
          <View className='lz-mute'>{basic ? '基本保障类' : '品质提升类'}</View>
          {formats.filter((format) => format.basic === basic).map(({ code, name, presence, outlets }) => (
            <View key={code} className='circles-line' {...a11y({ role: 'row' })}>
              <View className='lz-grow' {...a11y({ role: 'rowheader' })}>{name}</View>
              <View className='lz-mute lz-num' {...a11y({ role: 'cell' })}>{outlets > 0 ? `${outlets} 家` : ''}</View>
              <View {...a11y({ role: 'cell' })}><Tag tone={presenceTag[presence].tone}>{presenceTag[presence].text}</Tag></View>
            </View>
          ))}
        </View>
      ))}
    </Card>
  );
}
