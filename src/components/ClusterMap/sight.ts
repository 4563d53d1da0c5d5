/** What is seen of two thousand points at once, the same on both platforms. */
import { comesApart, type Bubble } from '../../../domain/bubbles';
import { straightMetres } from '../../../domain/geometry';
import type { MapPoint } from '../../../domain/map-points';
import { gcj02 } from '../../../types/units';
import type { LngLat, Ring } from '../OutletMap/rings';

/** Pixels that marks keep between their middles: a finger's width, and the words of a bubble beside each other. */
export const room = (elder: boolean): number => (elder ? 88 : 64);

/** Metres a pixel where looking closer ends: what is one bubble there is one building, and is listed instead. */
const closest = 0.25;
export const opensByZoom = (bubble: Bubble<MapPoint>, elder: boolean): boolean => comesApart(bubble, room(elder) * closest);

const equator = 40_075_016.686;
const radians = Math.PI / 180;
/** Of the maps of the web, whose squares of 256 pixels are 2^zoom around the equator. */
export const metresPerPixel = (zoom: number, lat: number): number => (equator * Math.cos(lat * radians)) / 2 ** (zoom + 8);
export const zoomFor = (metres: number, pixels: number, lat: number): number => Math.log2((equator * Math.cos(lat * radians) * pixels) / (metres * 256));

/** Half the width, in metres, of what is shown first: the widest ring, or as far as the nearest outlet where none is inside. */
export function firstSight(origin: LngLat, rings: readonly Ring[], points: readonly MapPoint[]): number {
  const ring = Math.max(300, ...rings.map(({ metres }) => metres));
  const [nearest] = points;
  if (nearest === undefined) return ring;
  return Math.max(ring, straightMetres(gcj02(origin.lng, origin.lat), gcj02(nearest.point.lng, nearest.point.lat)) * 1.1);
}

/** 可能已关 before all else, then whether it is open now; what is not known is not open. */
export const lookOf = ({ doubted, open }: MapPoint): 'open' | 'shut' | 'doubted' => (doubted ? 'doubted' : open.state === 'open' ? 'open' : 'shut');

/** 12 家: a number that says of what. */
export const bubbleWords = ({ points }: Bubble<MapPoint>): string => `${points.length} 家`;
