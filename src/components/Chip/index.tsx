import type { PropsWithChildren } from 'react';
import { ScrollView, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import './index.scss';

/** A filter that is on or off. */
export function Chip({ label, on, onToggle }: { label: string; on: boolean; onToggle: (on: boolean) => void }) {
  return (
    <View className={classes('lz-chip', on && 'lz-chip--on')} onClick={() => onToggle(!on)} {...a11y({ role: 'button', pressed: on })}>
      {label}
    </View>
  );
}

/** Chips in a line that is pushed sideways; in 长辈版 and with `wrap` they stand in rows, all in view. */
export function Chips({ label, wrap, children }: PropsWithChildren<{ label: string; wrap?: boolean }>) {
  const row = <View className={classes('lz-chips', wrap && 'lz-chips--wrap')} {...a11y({ role: 'group', label })}>{children}</View>;
  return wrap ? row : <ScrollView className='lz-chips__scroll' scrollX enhanced showScrollbar={false}>{row}</ScrollView>;
}
