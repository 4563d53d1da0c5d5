import { useMemo, useState } from 'react';
import { View } from '@tarojs/components';
import { unpackPoints } from '../../../domain/map-points';
import type { PointsFound } from '../../../types/contract/outlet';
import { Notice } from '../../components/Notice';
import { ClusterMap } from '../../components/ClusterMap';
import { ringsBy } from '../../components/OutletMap/rings';
import { DemoMark } from '../../components/Tag';
import { useElder } from '../../services/elder';
import { useScroll } from '../../services/scroll';
import { usePace } from '../../services/walkFrom';
import { centreNote } from './List';
import { PointCard } from './PointCard';

const pictureId = 'near-map';
/** Cards under the map for what stands in one spot; of more the list tells. */
const mostCards = 20;

/** The map, what was tapped on it, and what its signs mean. */
export function Picture({ found }: { found: PointsFound }) {
  const elder = useElder();
  const pace = usePace();
  const scroll = useScroll();
  const [selected, setSelected] = useState<readonly string[]>([]);
  const { origin: from, walking, more, inexact } = found;
  const points = useMemo(() => unpackPoints(found, from.point), [found, from]);
  const origin = useMemo(() => ({ ...from.point, name: from.name }), [from]);
  const metresPerMinute = walking.metresPerMinute[pace];
  const rings = useMemo(() => ringsBy(metresPerMinute, walking.detour), [metresPerMinute, walking.detour]);
  const chosen = points.filter(({ id }) => selected.includes(id));
  // the cards stand under the map: brought into view with it
  const select = (ids: readonly string[]) => {
    setSelected(ids);
    scroll.toId(pictureId);
  };
  return (
    <>
      {inexact && <Notice>没有完全一样的，图上这些很像。</Notice>}
      <View id={pictureId}>
        <ClusterMap
          label={`示意图：${from.name}周围的 ${points.length} 家网点。列表里有同样的内容。`}
          origin={origin} points={points} rings={rings} elder={elder} selected={selected} onSelect={select}
        />
      </View>
      {chosen.length === 0 && <View className='lz-strong near-end'>点绿点看是哪一家，点几家的放大看。</View>}
      {chosen.length > 1 && <View className='lz-strong'>{`这一处有 ${chosen.length} 家：`}</View>}
      {chosen.slice(0, mostCards).map((point) => <PointCard key={point.id} of={point} way={{ from: from.point, metresPerMinute, detour: walking.detour }} />)}
      {chosen.length > mostCards && <View className='lz-mute near-end'>{`这里只列了 ${mostCards} 家，其余的在列表里。`}</View>}
      <View className='lz-wrap lz-mute'>
        <View>{`蓝点是出发点。绿点现在营业，空心的没开门或时间待核，问号的可能已关。虚线圈是走 5、10、15 分钟大约能到的地方（示意，按直线估算）。${more ? `附近的太多，只画了最近的 ${points.length} 家；选几个条件能看得更准。` : `直线 ${found.radius / 1000} 公里内有 ${points.length} 家，拖动图能看远处的。`}${centreNote(from)}`}</View>
        <DemoMark demo={points.some(({ demo }) => demo)} />
      </View>
    </>
  );
}
