import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import './index.scss';

export interface LineProps {
  /** What the drawing says, for those who hear it. */
  readonly label: string;
  /** All places in percent of the line's width. */
  readonly goal: { readonly at: number; readonly word: string };
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly point: number;
  readonly ticks: readonly { readonly at: number; readonly word: string }[];
}

/** A figure with its interval on a line, against the mark that matters. */
export function Line({ label, goal, span, point, ticks }: LineProps) {
  const right = goal.at > 84;
  return (
    <View className='lz-range' {...a11y({ role: 'img', label })}>
      <View className='lz-range__goal' {...a11y({ hidden: true })}>
        <View className={classes('lz-range__goal-word', right && 'lz-range__goal-word--right')} style={right ? { right: 0 } : { left: `${goal.at}%` }}>{goal.word}</View>
      </View>
      <View className='lz-range__line'>
        {span && <View className='lz-range__span' style={{ left: `${span.from}%`, width: `${span.to - span.from}%` }} />}
        <View className='lz-range__target' style={{ left: `${goal.at}%` }} />
        <View className='lz-range__point' style={{ left: `${point}%` }} />
      </View>
      <View className='lz-range__axis' {...a11y({ hidden: true })}>{ticks.map(({ at, word }) => <View key={word} className='lz-range__tick' style={{ left: `${at}%` }}>{word}</View>)}</View>
    </View>
  );
}
