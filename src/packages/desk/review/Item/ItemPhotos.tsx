import { View } from '@tarojs/components';
import type { QueueItem } from '../../../../../types/contract/desk';
import { Card } from '../../../../components/Card';
import '../../desk.scss';
import { PhotoCase } from '../../PhotoCase';
import { usePhotoDecisions } from '../../PhotoCase/usePhotoDecisions';

/** The photos that came with a registration. Letting it onto the map lets none of them be seen: each is looked at for itself. */
export function ItemPhotos({ item: { photos = [], registration: { draft } } }: { item: QueueItem }) {
  const decisions = usePhotoDecisions();
  if (photos.length === 0) return null;
  return (
    <Card className='desk-roomy'>
      <View className='lz-col'>
        <View className='lz-h'>照片</View>
        <View className='lz-mute'>请看门头和店名是不是一家、执照上的代码对不对。通过登记不等于照片公开，照片一张一张定。</View>
      </View>
      {photos.map((photo) => <PhotoCase key={photo.id} photo={photo} of={draft.name} decisions={decisions} />)}
    </Card>
  );
}
