/**
 * How far 5, 10 and 15 minutes reach, as circles around where one starts.
 *
 * R1 Radius = metres a minute × minutes ÷ detour, in metres of the straight line.
 * R2 The detour is read off the walks the server gave: way over straight line, taken together, so that the rings
 *    say the same as the list. Walks under 100 m are left out: the rounding to 10 m would show.
 * R3 No walk to read it off, no rings: none are invented.
 */
import { straightMetres } from '../../../domain/geometry';
import { gcj02 } from '../../../types/units';

export interface LngLat { readonly lng: number; readonly lat: number }
export interface Ring { readonly minutes: number; readonly metres: number }
interface Walked { readonly point: LngLat; readonly walk: { readonly metres: number } | null }

const shortest = 100;
const wanted = [5, 10, 15];

export function ringsOf(origin: LngLat | null, outlets: readonly Walked[], metresPerMinute: number | undefined): Ring[] {
  if (origin === null || metresPerMinute === undefined) return [];
  const start = gcj02(origin.lng, origin.lat);
  let way = 0;
  let straight = 0;
  for (const { point, walk } of outlets) {
    const line = straightMetres(start, gcj02(point.lng, point.lat));
    if (walk === null || line < shortest) continue;
    way += walk.metres;
    straight += line;
  }
  if (straight === 0 || way < straight) return [];
  return ringsBy(metresPerMinute, way / straight);
}

/** R1, where the detour is known. */
export const ringsBy = (metresPerMinute: number, detour: number): Ring[] => wanted.map((minutes) => ({ minutes, metres: (metresPerMinute * minutes) / detour }));
