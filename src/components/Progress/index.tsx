import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import './index.scss';

/** How far something is. `label` says it in words too (第 6 题 · 共 18 题); the bar only shows it. */
export function Progress({ done, of, label }: { done: number; of: number; label: string }) {
  const percent = of <= 0 ? 0 : Math.min(100, Math.max(0, (done / of) * 100));
  return (
    <View className='lz-progress' {...a11y({ role: 'progressbar', label, value: percent })}>
      <View className='lz-progress__done' style={{ width: `${percent}%` }} />
    </View>
  );
}
