import { View } from '@tarojs/components';
import { rootLines, sealSize, sealTitle, type SealShown } from './words';
import './index.scss';

/** One seal: which and when, over how much, and its number. */
export function Seal({ seal, purged = false }: { seal: SealShown; /** The last item of the list is the record of its purge. */ purged?: boolean }) {
  return (
    <>
      <View className='lz-strong'>{sealTitle(seal)}</View>
      <View className='lz-mute'>{sealSize(seal.size, purged)}</View>
      <View>{rootLines(seal.root, 4).map((line, at) => <View key={at} className='lz-seal__root'>{line}</View>)}</View>
    </>
  );
}
