import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../../components/a11y';
import { Icon } from '../../components/Icon';

/** A group of ways on, under one word. */
export function Rows({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <View className='lz-mine__group'>
      <View className='lz-mute' {...a11y({ role: 'heading', level: 2 })}>{label}</View>
      <View className='lz-rows'>{children}</View>
    </View>
  );
}

export function Row({ title, text, onClick }: { title: string; text?: string; onClick: () => void }) {
  return (
    <View className='lz-rows__row' onClick={onClick} {...a11y({ role: 'button' })}>
      <View className='lz-grow'>
        <View>{title}</View>
        {text && <View className='lz-mute'>{text}</View>}
      </View>
      <Icon name='next' size='small' />
    </View>
  );
}
