/** A browser knows its position in WGS-84, and has no map of its own to open. */
import { toGcj02 } from '../../domain/wgs84';
import { wgs84, type Gcj02Point } from '../../types/units';
import type { Located } from './location';
import { confirm } from './notify';
import { copyText } from './share';

const denied = 1;
export const placeIsHere = true;

export function choosePoint(): Promise<Located> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve({ ok: false, reason: 'unavailable' });
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ ok: true, point: toGcj02(wgs84(coords.longitude, coords.latitude)), name: '我现在的位置', address: '' }),
      (error) => resolve({ ok: false, reason: error.code === denied ? 'denied' : 'unavailable' }),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}

export async function openPlace(place: { point: Gcj02Point; name: string; address: string }): Promise<void> {
  const copy = await confirm({ title: place.name, text: `${place.address}\n浏览器里不能直接导航，可以复制地址到地图软件里查。`, yes: '复制地址', no: '知道了' });
  if (copy) await copyText(`${place.name} ${place.address}`);
}
