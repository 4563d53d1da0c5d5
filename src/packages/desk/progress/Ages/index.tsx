import { View } from '@tarojs/components';
import './index.scss';

/** A quiet line of age bands. */
export function Ages({ words }: { words: readonly string[] }) {
  return <View className='lz-mute lz-num desk-ages'>{words.map((word) => <View key={word}>{word}</View>)}</View>;
}
