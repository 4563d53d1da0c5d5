import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { Icon, type IconName } from '../Icon';
import './index.scss';

export type NoticeTone = 'info' | 'amber' | 'red' | 'offline';
const icons: Readonly<Record<NoticeTone, IconName>> = { info: 'info', amber: 'warn', red: 'warn', offline: 'offline' };

/** A sentence that matters now. `red` is read out at once. */
export function Notice({ tone = 'info', children }: PropsWithChildren<{ tone?: NoticeTone }>) {
  return (
    <View className={`lz-notice lz-notice--${tone}`} {...a11y({ role: tone === 'red' ? 'alert' : 'status' })}>
      <Icon name={icons[tone]} size='small' />
      <View className='lz-grow'>{children}</View>
    </View>
  );
}
