import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Output } from '../../../../types/contract';
import { a11y } from '../../../components/a11y';
import { SingleChoice } from '../../../components/Choice/Group';
import { dayOf } from '../../../components/Round/days';
import { Sheet } from '../../../components/Sheet';

interface Props {
  readonly releases: Output<'survey.results'>['releases'];
  readonly shown: string | null;
  readonly onChoose: (id: string) => void;
}

/** Every time something was published here, to look at another one. */
export function Releases({ releases, shown, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const now = Date.now();
  const options = releases.map(({ id, title, at, kind }) => ({ code: id, text: title, hint: `${kind === 'interim' ? '阶段结果 · ' : ''}${dayOf(at, now)}公布` }));
  return (
    <View className='lz-wrap'>
      <View className='lz-mute'>{`一共公布过 ${releases.length} 次`}</View>
      <View className='lz-link' onClick={() => setOpen(true)} {...a11y({ role: 'button' })}>看别的几次</View>
      <Sheet title='看哪一次公布的' open={open} onClose={() => setOpen(false)}>
        <SingleChoice
          label='看哪一次公布的' options={options} value={shown}
          onChange={(id) => {
            setOpen(false);
            onChoose(id);
          }}
        />
      </Sheet>
    </View>
  );
}
