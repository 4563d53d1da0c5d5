import { View } from '@tarojs/components';
import type { PhotoPurpose, PhotoRef } from '../../../../types/contract/photos';
import { PhotoField } from '../../../components/PhotoField';
import { photosFor, withPhotos, type Form } from './form';

interface Props {
  readonly form: Pick<Form, 'licensed' | 'photos'>;
  readonly error?: string;
  readonly onChange: (photos: readonly PhotoRef[]) => void;
  readonly onUnsent: (purpose: PhotoPurpose, count: number) => void;
}

/** The shop front, for neighbours to know it by; the licence, for the street alone. */
export function PhotosField({ form: { licensed, photos }, error, onChange, onUnsent }: Props) {
  const field = (purpose: PhotoPurpose, most: number, label: string, hint: string, wrong?: string) => (
    <PhotoField
      label={label} hint={hint} error={wrong} optional purpose={purpose} most={most} value={photosFor(photos, purpose)}
      onChange={(ids) => onChange(withPhotos(photos, purpose, ids))} onUnsent={(count) => onUnsent(purpose, count)}
    />
  );
  return (
    <View className='lz-stack'>
      {field('front', 3, '店面照片', '拍门头或摊位，邻居好认。街道看过才公开；请避开别人的脸和车牌。', error)}
      {licensed === true && field('licence', 2, '执照照片', '只给街道看，不公开。')}
    </View>
  );
}
