/**
 * The order in which somebody on foot visits places: always on to the nearest that is left. Not the shortest way of all, but one that a
 * person understands, that is worked out on a phone without a network, and that never turns round under her while she walks it.
 *
 * T1 Every place is visited once, and nothing else.
 * T2 The first is the nearest to the start, each next one the nearest to the one before among those left.
 * T3 Of two equally near the one whose id sorts first: the order in which they are given makes no difference.
 * T4 Standing at a stop of the tour, the tour of what is left is the rest of the tour.
 */
import type { Gcj02Point } from '../types/units';
import { straightMetres } from './geometry';

export interface Stop { readonly id: string; readonly point: Gcj02Point }

export const tour = <S extends Stop>(from: Gcj02Point, stops: readonly S[]): S[] => {
  const left = [...stops];
  const way: S[] = [];
  for (let at = from; left.length > 0; at = way[way.length - 1]!.point) way.push(...left.splice(nearest(at, left), 1));
  return way;
};

const nearest = (from: Gcj02Point, stops: readonly Stop[]): number => {
  let best = 0;
  for (let i = 1; i < stops.length; i += 1) {
    const nearer = straightMetres(from, stops[i]!.point) - straightMetres(from, stops[best]!.point);
    if (nearer < 0 || (nearer === 0 && stops[i]!.id < stops[best]!.id)) best = i;
  }
  return best;
};
