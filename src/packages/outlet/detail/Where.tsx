import { OutletMap } from '../../../components/OutletMap';
import { ringsOf } from '../../../components/OutletMap/rings';
import { walkText } from '../../../components/OutletCard/words';
import { useCatalogue } from '../../../services/catalogue';
import { useCall } from '../../../services/useCall';
import { usePace, useWalkFrom } from '../../../services/walkFrom';
import type { Outlet } from './useOutlet';

/** A small picture of where it lies from where she starts. Only looked at; the words below say the same. */
export function Where({ outlet }: { outlet: Outlet }) {
  const from = useWalkFrom();
  const pace = usePace();
  const catalogue = useCatalogue();
  const centre = useCall('outlet.nearby', from ? { origin: from.origin, pace } : null, { cacheKey: from?.origin.kind === 'community' ? `centre:${from.origin.code}` : undefined });
  const start = from?.origin.kind === 'point' ? from.origin.point : centre.data?.origin.point;
  const origin = from && start ? { ...start, name: from.name } : null;
  const rings = ringsOf(origin, [outlet, ...(centre.data?.items ?? [])], catalogue?.paces.find(({ code }) => code === pace)?.metresPerMinute);
  const reached = rings.find(({ minutes }) => minutes >= (outlet.walk?.minutes ?? 0)) ?? rings[rings.length - 1];
  return (
    <OutletMap
      still label={`示意图：${outlet.name}${outlet.walk && from ? `离${from.name}${walkText(outlet.walk)}` : '的位置'}。`}
      origin={origin} points={[outlet]} rings={reached ? [reached] : []} selected={outlet.id}
    />
  );
}
