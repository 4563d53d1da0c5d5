import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Photos } from '../../../components/Photos';
import type { Outlet } from './useOutlet';

/** What the shop looks like, as its owner took it and the street has seen it. */
export function ShopPhotos({ outlet: { name, photos = [] } }: { outlet: Outlet }) {
  if (photos.length === 0) return null;
  return (
    <Card>
      <View className='lz-h'>店面照片</View>
      <Photos wide pictures={photos.map(({ id, link }, at) => ({ id, src: link, label: `${name}的店面${photos.length > 1 ? ` ${at + 1}` : ''}` }))} />
      <View className='lz-mute'>店家自己拍的，公开前检查过。</View>
    </Card>
  );
}
