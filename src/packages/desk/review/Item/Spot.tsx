import { View } from '@tarojs/components';
import { straightMetres } from '../../../../../domain/geometry';
import { a11y } from '../../../../components/a11y';
import { openPlace } from '../../../../services/location';
import { useCall } from '../../../../services/useCall';
import type { Draft } from '../../../../../types/contract/merchant';
import { gcj02 } from '../../../../../types/units';

/** How far the pin lies from the middle of its community, so that one in the wrong place stands out. */
export function Spot({ draft }: { draft: Draft }) {
  const { data, state } = useCall('outlet.nearby', { origin: { kind: 'community', code: draft.community }, most: 1 });
  const centre = data?.origin;
  const point = gcj02(draft.point.lng, draft.point.lat);
  const metres = centre && Math.round(straightMetres(gcj02(centre.point.lng, centre.point.lat), point) / 10) * 10;
  // the lines stand from the start: one that comes later would push what is being tapped from under the finger
  return (
    <>
      <View>{state === 'error' ? '离社区中心多远，没有量到' : `离社区中心直线约 ${metres ?? '…'} 米`}</View>
      {state !== 'error' && <View className='lz-mute'>{`社区中心的位置：${centre ? centre.status || '官方' : '…'}`}</View>}
      <View className='lz-mute'>{`东经 ${point.lng.toFixed(5)}，北纬 ${point.lat.toFixed(5)}`}</View>
      <View className='lz-link' onClick={() => void openPlace({ point, name: draft.name, address: draft.address })} {...a11y({ role: 'button' })}>看位置</View>
    </>
  );
}
