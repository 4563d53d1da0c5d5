import { useState } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { Tag } from '../Tag';
import { checkTag, parted, saidWords, whyWords, wishWords, type NeedShown } from './words';
import './index.scss';

/** As many as are read without pushing. */
const first = 6;

/** What residents miss in a circle, the largest gap first; of what too few know, the names alone. */
export function Needs({ needs, knownAtLeast }: { needs: readonly NeedShown[]; knownAtLeast: number }) {
  const [all, setAll] = useState(false);
  const { told, few } = parted(needs);
  const shown = all ? told : told.slice(0, first);
  return (
    <>
      <View {...a11y({ role: 'list', label: '缺什么，最想补的在前' })}>
        {shown.map((need) => {
          const [wish, why] = [wishWords(need, told), whyWords(need)];
          return (
            <View key={need.format} className='lz-need' {...a11y({ role: 'listitem' })}>
              <View className='lz-need__head'>
                <View className='lz-strong'>{need.name}</View>
                {wish && <Tag tone='brand'>{wish}</Tag>}
                {need.check && <Tag tone={checkTag[need.check].tone}>{checkTag[need.check].text}</Tag>}
              </View>
              <View>{saidWords(need)}</View>
              {why && <View className='lz-mute'>{why}</View>}
            </View>
          );
        })}
      </View>
      {told.length > first && <View className='lz-link' onClick={() => setAll(!all)} {...a11y({ role: 'button', expanded: all })}>{all ? '收起' : `看其余 ${told.length - first} 种`}</View>}
      {few.length > 0 && <View className='lz-mute'>{`说得清的不到 ${knownAtLeast} 人，不列：${few.join('、')}。`}</View>}
    </>
  );
}
