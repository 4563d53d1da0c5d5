import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import './index.scss';

export type Tone = 'brand' | 'amber' | 'red' | 'plain';

/** A short word in a pill. The tone only repeats what the word says. */
export function Tag({ tone = 'plain', children }: PropsWithChildren<{ tone?: Tone }>) {
  return <View className={`lz-tag lz-tag--${tone}`}>{children}</View>;
}

/** Marks what was made up for the demonstration. Stands on every card that shows such data (`demo: true`). */
export function DemoMark({ demo = true }: { demo?: boolean }) {
  return demo ? <View className='lz-tag lz-tag--demo'>演示</View> : null;
}
