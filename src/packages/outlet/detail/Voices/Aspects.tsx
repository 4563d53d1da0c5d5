import { View } from '@tarojs/components';
import type { Voices } from '../../../../../types/contract/voice';
import { a11y } from '../../../../components/a11y';
import { aspectWords } from '../../../../components/VoiceWords';

type Counted = NonNullable<Voices['aspects']>[number];

/** Each aspect in a row: its word, a bar of three parts, and in words how many of those who noticed it said 好. */
export function Aspects({ aspects, least }: { aspects: readonly Counted[]; least: number }) {
  return (
    <View className='outlet-aspects' {...a11y({ role: 'list', label: '邻居怎么说，一项一项' })}>
      {aspectWords.map(({ name, title }) => {
        const one = aspects.find(({ aspect }) => aspect === name);
        return (
          <View key={name} className='outlet-aspects__row' {...a11y({ role: 'listitem' })}>
            <View className='lz-strong'>{title}</View>
            {one?.noticed == null ? <View className='lz-mute'>{`注意到的不到 ${least} 人`}</View> : <Bar one={one} all={one.noticed} />}
          </View>
        );
      })}
    </View>
  );
}

function Bar({ one, all }: { one: Counted; all: number }) {
  const parts = [{ key: 'good', word: '好', n: one.good }, { key: 'fair', word: '一般', n: one.fair }, { key: 'bad', word: '不好', n: one.bad }].filter(({ n }) => n > 0);
  return (
    <View className='lz-grow'>
      <View className='outlet-aspects__bar' {...a11y({ hidden: true })}>
        {parts.map(({ key, n }) => <View key={key} className={`outlet-aspects__part outlet-aspects__part--${key}`} style={{ width: `${(n / all) * 100}%` }} />)}
      </View>
      <View className='lz-mute'>{`${all} 人里 ${parts.map(({ word, n }) => `${n} 人说${word}`).join('，')}`}</View>
    </View>
  );
}
