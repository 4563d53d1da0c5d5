/**
 * Is a list measured in another system than it says? Nobody can tell from one point: in Liangzhou WGS-84 lies some 160 m beside GCJ-02 and
 * BD-09 some 870 m, and there is a street as well. Many points together tell, if something known lies beside each.
 *
 * S1 Beside each position stands where the same outlet is already known to be; the middle of its community where it is not.
 * S2 What counts is the middle of all the displacements (the median, east and north apart): one shop put wrong does not move it.
 * S3 Another system is suspected where reading the list in it leaves less than a third of the displacement, and the displacement is one
 *    that no census makes by itself: 80 m over at least 5 known outlets, 250 m over at least 20 positions beside community middles. So the
 *    middles, which nobody measured to a street, can show BD-09 alone.
 * S4 Of two systems the one that leaves less. Known outlets are believed before the middles of communities.
 * S5 It is a suspicion and is said, with its metres; nothing is moved because of it.
 */
import { bd09, gcj02, wgs84, type Gcj02Point } from '../../types/units';
import { fromBd09 } from '../bd09';
import { project } from '../geometry';
import { toGcj02 } from '../wgs84';
import type { CoordinateSystem } from './columns';

export interface Beside {
  /** As the list has it, read as GCJ-02. */
  readonly here: { readonly lng: number; readonly lat: number };
  readonly known: { readonly lng: number; readonly lat: number };
}
export interface Suspicion { readonly system: 'wgs84' | 'bd09'; readonly metres: number; readonly of: number; readonly by: 'outlets' | 'communities' }

const limits = { outlets: { least: 5, metres: 80 }, communities: { least: 20, metres: 250 } } as const;
const left = 1 / 3;

export const convert = (system: CoordinateSystem, { lng, lat }: { readonly lng: number; readonly lat: number }): Gcj02Point =>
  (system === 'wgs84' ? toGcj02(wgs84(lng, lat)) : system === 'bd09' ? fromBd09(bd09(lng, lat)) : gcj02(lng, lat));

export const suspect = (outlets: readonly Beside[], communities: readonly Beside[]): Suspicion | null =>
  suspectBy('outlets', outlets) ?? (outlets.length >= limits.outlets.least ? null : suspectBy('communities', communities));

const suspectBy = (by: 'outlets' | 'communities', pairs: readonly Beside[]): Suspicion | null => {
  const { least, metres } = limits[by];
  if (pairs.length < least) return null;
  const off = displacement(pairs, 'gcj02');
  if (off < metres) return null;
  const [best] = (['wgs84', 'bd09'] as const).map((system) => ({ system, rest: displacement(pairs, system) })).sort((a, b) => a.rest - b.rest);
  return best && best.rest < off * left ? { system: best.system, metres: Math.round(off / 10) * 10, of: pairs.length, by } : null;
};

const displacement = (pairs: readonly Beside[], system: CoordinateSystem): number => {
  const moved = pairs.map(({ here, known }) => {
    const [a, b] = [project(convert(system, here)), project(gcj02(known.lng, known.lat))];
    return { x: a.x - b.x, y: a.y - b.y };
  });
  return Math.hypot(median(moved.map(({ x }) => x)), median(moved.map(({ y }) => y)));
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
