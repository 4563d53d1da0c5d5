import { View } from '@tarojs/components';
import type { PostedSeal as Posted } from '../../../../types/contract/desk';
import { a11y } from '../../../components/a11y';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Seal } from '../../../components/Seal';
import { sealFile, sealPurpose } from '../../../components/Seal/words';
import { copyText } from '../../../services/share';

/** The newest seal, to be posted wherever nobody here can change it. */
export function PostedSeal({ seal }: { seal: Posted }) {
  return (
    <Card>
      <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>封存号</View>
      <View className='lz-mute'>{seal.round.title}</View>
      <Seal seal={seal} />
      <View className='lz-mute'>{sealPurpose}</View>
      <View className='lz-mute lz-off-paper'>海报上也印着它。请再发到区里的网站、公众号或报纸上：贴出去的，谁也改不了。</View>
      <View className='lz-off-paper'><Button kind='line' label='复制封存号' onClick={() => void copyText(sealFile(seal.round.id, seal))} /></View>
    </Card>
  );
}
