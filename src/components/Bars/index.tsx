import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import './index.scss';

export interface Bar {
  readonly label: string;
  /** 0–1, of everybody who answered. */
  readonly share: number;
  readonly tone?: 'brand' | 'mid' | 'amber' | 'red' | 'plain';
}

/** How the answers of one question are spread: a word, a bar and a number in each row. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const longest = Math.max(...bars.map((bar) => bar.share), 0.01);
  return (
    <View className='lz-bars' {...a11y({ role: 'list', label })}>
      {bars.map((bar) => (
        <View key={bar.label} className='lz-bars__row' {...a11y({ role: 'listitem' })}>
          <View className='lz-bars__label'>{bar.label}</View>
          <View className='lz-bars__room' {...a11y({ hidden: true })}>
            {bar.share > 0 && <View className={`lz-bars__bar lz-bars__bar--${bar.tone ?? 'brand'}`} style={{ width: `${(bar.share / longest) * 100}%` }} />}
          </View>
          <View className='lz-bars__share'>{`${(bar.share * 100).toFixed(1)}%`}</View>
        </View>
      ))}
    </View>
  );
}
