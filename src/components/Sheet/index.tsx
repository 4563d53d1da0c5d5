import { useLayoutEffect, useState, type PropsWithChildren, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { again } from '../../services/meant';
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
  const justClosed = useJustClosed(open);
  if (open) return <Opened {...rest} />;
  return justClosed ? <View className='lz-sheet' catchMove {...a11y({ hidden: true })} /> : null;
}

/** For a moment after it went away it still takes what was tapped twice, or the second tap would press what lay behind it. */
function useJustClosed(open: boolean): boolean {
  const [closed, setClosed] = useState(false);
  useLayoutEffect(() => {
    if (!open) return undefined;
    return () => {
      setClosed(true);
      setTimeout(() => setClosed(false), again);
    };
  }, [open]);
  return closed;
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
