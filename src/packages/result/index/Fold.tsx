import { useState, type PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../../components/a11y';

/** What not everybody wants to read, one tap away. */
export function Fold({ title, open: atFirst = false, children }: PropsWithChildren<{ title: string; open?: boolean }>) {
  const [open, setOpen] = useState(atFirst);
  return (
    <View className='lz-result__fold'>
      <View className='lz-result__folded' onClick={() => setOpen(!open)} {...a11y({ role: 'button', expanded: open })}>
        <View className='lz-grow'>{title}</View>
        <View className='lz-mute lz-result__toggle'>{open ? '收起' : '展开'}</View>
      </View>
      {open && <View className='lz-result__unfolded'>{children}</View>}
    </View>
  );
}
