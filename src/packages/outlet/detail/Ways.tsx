import { View } from '@tarojs/components';
import { gcj02 } from '../../../../types/units';
import { Button } from '../../../components/Button';
import { openPlace } from '../../../services/location';
import { go } from '../../../services/navigate';
import { dial } from '../../../services/phone';
import type { Outlet } from './useOutlet';

/** Call, go there, or mend it if it is one's own. */
export function Ways({ outlet }: { outlet: Outlet }) {
  const { phone, point, name, address } = outlet;
  const way = () => void openPlace({ point: gcj02(point.lng, point.lat), name, address });
  return (
    <View className='lz-stack'>
      <View className='lz-row'>
        {phone && <Button grow icon='phone' label='打电话' onClick={() => dial(phone)} />}
        <Button grow kind={phone ? 'line' : 'primary'} icon='route' label='怎么走' onClick={way} />
      </View>
      <View className='lz-mute'>{phone ? `电话 ${phone}` : '店家没有留电话。'}</View>
      {outlet.mine && <Button kind='line' icon='edit' label='这是我的店，改信息' onClick={() => go('/packages/merchant/register/index', { outlet: outlet.id })} />}
    </View>
  );
}
