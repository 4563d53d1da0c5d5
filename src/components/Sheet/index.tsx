import type { PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { Icon } from '../Icon';
import { useHeld } from './held';
import './index.scss';

export interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Stays in view under what is chosen from: 看结果, 清除. */
  readonly footer?: ReactNode;
}

/** Comes up from below over the page, for choosing. Its children are drawn only while it is open. */
export function Sheet({ open, ...rest }: PropsWithChildren<SheetProps>) {
  return open ? <Opened {...rest} /> : null;
}

function Opened({ title, onClose, footer, children }: PropsWithChildren<Omit<SheetProps, 'open'>>) {
  const id = useHeld(onClose);
  return (
    <View className='lz-sheet'>
      <View className='lz-sheet__shade' catchMove onClick={onClose} {...a11y({ hidden: true })} />
      <View id={id} className='lz-sheet__panel' {...a11y({ role: 'dialog', label: title })}>
        <View className='lz-sheet__head'>
          <View className='lz-title lz-grow' {...a11y({ role: 'heading', level: 2 })}>{title}</View>
          <View className='lz-sheet__close' onClick={onClose} {...a11y({ role: 'button', label: '关闭' })}><Icon name='close' /></View>
        </View>
        <View className='lz-sheet__body'>{children}</View>
        {footer && <View className='lz-sheet__footer'>{footer}</View>}
      </View>
    </View>
  );
}
