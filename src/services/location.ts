/** Where a person is or a place lies. Asked only when she taps for it; everything works without. */
import Taro from '@tarojs/taro';
import { gcj02, type Gcj02Point } from '../../types/units';

export type Located =
  | { readonly ok: true; readonly point: Gcj02Point; readonly name: string; readonly address: string }
  | { readonly ok: false; readonly reason: 'cancelled' | 'denied' | 'unavailable' };

/** Whether `choosePoint` takes where she is now, or lets her pick. */
export const placeIsHere: boolean = false;

/** Lets the person pick a point: on WeChat's own map, in a browser her present position. */
export async function choosePoint(): Promise<Located> {
  try {
    const chosen = await Taro.chooseLocation({});
    return { ok: true, point: gcj02(Number(chosen.longitude), Number(chosen.latitude)), name: chosen.name, address: chosen.address };
  } catch (error) {
    const said = String((error as { errMsg?: string } | null)?.errMsg ?? '');
    return { ok: false, reason: /cancel/.test(said) ? 'cancelled' : /deny|denied|auth/.test(said) ? 'denied' : 'unavailable' };
  }
}

/** Shows the way in WeChat's own map. */
export async function openPlace(place: { point: Gcj02Point; name: string; address: string }): Promise<void> {
  await Taro.openLocation({ longitude: place.point.lng, latitude: place.point.lat, name: place.name, address: place.address, scale: 17 }).catch(() => undefined);
}
