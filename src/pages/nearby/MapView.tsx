import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { NearbyInput } from '../../../types/contract/outlet';
import { OutletCard } from '../../components/OutletCard';
import { OutletMap } from '../../components/OutletMap';
import { ringsOf } from '../../components/OutletMap/rings';
import { DemoMark } from '../../components/Tag';
import { Loaded } from '../../components/StateView/Loaded';
import { useCatalogue } from '../../services/catalogue';
import { useScroll } from '../../services/scroll';
import { useCall } from '../../services/useCall';
import { centreNote, openOutlet } from './List';

/** As many as the server gives to a map at once. */
const most = 200;
const mapId = 'near-map';

/** The same outlets as a picture. A tapped point shows its card, which leads on; the list has all of it in words. */
export function MapView({ input, ways, nothing }: { input: NearbyInput; ways: ReactNode; /** Where nothing fits there is nothing to draw. */ nothing: ReactNode }) {
  const found = useCall('outlet.nearby', { ...input, most });
  const catalogue = useCatalogue();
  const [selected, setSelected] = useState<string | null>(null);
  const scroll = useScroll();
  // the card stands under the map: brought into view with it
  const select = (id: string) => {
    setSelected(id);
    scroll.toId(mapId);
  };
  return (
    <Loaded of={found} ways={ways} cards={1}>
      {({ items, more, origin, pace }) => {
        if (items.length === 0) return nothing;
        const rings = ringsOf(origin.point, items, catalogue?.paces.find(({ code }) => code === pace)?.metresPerMinute);
        const chosen = items.find(({ id }) => id === selected);
        return (
          <>
            <View id={mapId}>
              <OutletMap
                label={`示意图：${origin.name}周围的 ${items.length} 家网点。列表里有同样的内容。`}
                origin={{ ...origin.point, name: origin.name }} points={items} rings={rings} selected={selected} onSelect={select}
              />
            </View>
            {chosen ? <OutletCard outlet={chosen} onOpen={openOutlet} /> : <View className='lz-strong near-end'>点一个绿点，看看是哪一家。</View>}
            <View className='lz-wrap lz-mute'>
              <View>{`蓝点是出发点，绿点是网点${rings.length > 0 ? '，虚线圈是走 5、10、15 分钟大约能到的地方（示意，按直线估算）' : ''}。${more ? `只画了最近的 ${most} 家。` : ''}${centreNote(origin)}`}</View>
              <DemoMark demo={items.some(({ demo }) => demo)} />
            </View>
          </>
        );
      }}
    </Loaded>
  );
}
