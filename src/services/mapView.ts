/** WeChat's own map, asked what it shows and told where to look. */
import Taro from '@tarojs/taro';

interface Place { readonly lng: number; readonly lat: number }
export interface MapView { readonly west: number; readonly east: number; readonly south: number; readonly north: number; /** Pixels from west to east, about. */ readonly width: number }

/** Pixels beside a map that fills its page. */
const margins = 34;
/** Null: the map is gone, or does not say. */
export async function viewOf(mapId: string): Promise<MapView | null> {
  try {
    const { southwest, northeast } = await Taro.createMapContext(mapId).getRegion();
    return { west: southwest.longitude, south: southwest.latitude, east: northeast.longitude, north: northeast.latitude, width: Taro.getWindowInfo().windowWidth - margins };
  } catch {
    return null;
  }
}

/** Pixels kept free at each side. */
const padding = [50, 50, 50, 50];
export const lookAt = (mapId: string, places: readonly Place[]): void =>
  void Promise.resolve(Taro.createMapContext(mapId).includePoints({ points: places.map(({ lng, lat }) => ({ longitude: lng, latitude: lat })), padding })).catch(() => undefined);
