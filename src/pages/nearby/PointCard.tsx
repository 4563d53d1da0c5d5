import { View } from '@tarojs/components';
import type { MapPoint } from '../../../domain/map-points';
import { straightMetres } from '../../../domain/geometry';
import { walk } from '../../../domain/walking';
import { gcj02, metresPerMinute } from '../../../types/units';
import { Card } from '../../components/Card';
import { OpenTags } from '../../components/OutletCard/OpenTags';
import { Walk } from '../../components/OutletCard/Walk';
import { DemoMark } from '../../components/Tag';
import { openOutlet } from './List';
import '../../components/OutletCard/index.scss';

export interface Way { readonly from: MapPoint['point']; readonly metresPerMinute: number; readonly detour: number }

/** What a map knows of an outlet; the rest is on its page, where the card leads. */
export function PointCard({ of: { id, name, format, point, open, doubted, demo }, way }: { of: MapPoint; way: Way }) {
  const straight = straightMetres(gcj02(way.from.lng, way.from.lat), gcj02(point.lng, point.lat));
  return (
    <Card row className='lz-outlet' onClick={() => openOutlet(id)}>
      <Walk walk={walk(straight, { metresPerMinute: metresPerMinute(way.metresPerMinute) }, way.detour)} />
      <View className='lz-outlet__what'>
        <View className='lz-h'>{name}</View>
        <View className='lz-mute'>{format}</View>
        <View className='lz-wrap lz-outlet__tags'>
          <OpenTags open={open} doubted={doubted} />
          <DemoMark demo={demo} />
        </View>
      </View>
    </Card>
  );
}
