import { View } from '@tarojs/components';
import type { PhotoRef, ShownPhoto } from '../../../../types/contract/photos';
import { Photos } from '../../../components/Photos';
import { photoReasonText, purposeNames } from '../../../components/Photos/words';

/** A registration's photos, and what became of each; `photos` are those that were found. */
export function OwnPhotos({ of, photos }: { of: readonly PhotoRef[]; photos: readonly ShownPhoto[] }) {
  const own = of.flatMap(({ id }) => photos.find((photo) => photo.id === id) ?? []);
  if (own.length === 0) return null;
  const refused = own.filter(({ state }) => state === 'refused');
  const waiting = own.filter(({ purpose, state }) => purpose === 'front' && state === 'held').length;
  return (
    <View className='lz-col'>
      <Photos pictures={own.map(({ id, link, purpose }, at) => ({ id, src: link, label: `我的${purposeNames[purpose]}照片 ${at + 1}` }))} />
      {waiting > 0 && <View className='lz-mute'>{`${waiting} 张店面照片等街道看，看过才公开。`}</View>}
      {refused.map(({ id, purpose, reason }) => <View key={id} className='lz-mute'>{`一张${purposeNames[purpose]}照片没有通过：${photoReasonText(reason)}。`}</View>)}
    </View>
  );
}
