import { View } from '@tarojs/components';
import type { Cell } from '../../../../types/contract/results';
import { a11y } from '../../../components/a11y';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { go } from '../../../services/navigate';
import { cantCompareOpen } from '../compare/words';

interface Props {
  readonly release: string;
  readonly circle: string;
  /** Of each source. */
  readonly cells: readonly Cell[];
}

/** The ways to hold a drawn figure against another. An open one can't be, and one without an interval has nothing to be held by. */
export function Compare({ release, circle, cells }: Props) {
  const drawn = cells.find(({ source }) => source === 'drawn');
  if (drawn && drawn.interval === null) return null;
  if (!drawn) {
    return (
      <Card>
        <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>比一比</View>
        <View className='lz-mute'>{cantCompareOpen}</View>
      </Card>
    );
  }
  const rows = [
    { text: '和上一轮比', hint: '这个圈，多了还是少了', with: 'round' },
    { text: '和别的圈比', hint: '同一轮里，分不分得出高下', with: 'circle' },
  ];
  return (
    <View className='lz-rows'>
      {rows.map(({ text, hint, with: kind }) => (
        <View key={kind} className='lz-rows__row' onClick={() => go('/packages/result/compare/index', { release, circle, with: kind })} {...a11y({ role: 'link' })}>
          <View className='lz-grow'>
            <View className='lz-strong'>{text}</View>
            <View className='lz-mute'>{hint}</View>
          </View>
          <Icon name='next' size='small' />
        </View>
      ))}
    </View>
  );
}
