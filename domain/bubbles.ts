/**
 * Points that would lie on each other on a map, gathered into bubbles. Our own and not a library (supercluster): what is
 * needed is one level at a time for two thousand points, which is these lines instead of 12 KB in the main package.
 *
 * B1 Every point is in exactly one bubble. A bubble of one is that point.
 * B2 A bubble stands at its first point, and no two bubbles stand nearer to each other than `reach`: nothing overlaps.
 * B3 A point is in the bubble that stands nearest to it, and never farther from it than `reach`.
 * B4 Bubbles come in the order of the points they stand at; inside, that point first and the others in the order given.
 * B5 The cost grows with the points and not with their square: a point is compared with what stands in the cells around its own.
 */
import { gcj02 } from '../types/units';
import { project } from './geometry';

interface Placed { readonly point: { readonly lng: number; readonly lat: number } }
export interface Bubble<P> {
  /** At the head the point where it stands. */
  readonly points: readonly [P, ...P[]];
}

interface Standing<P> { readonly x: number; readonly y: number; readonly points: [P, ...P[]] }

/** `reach` in metres, above 0. */
export function gather<P extends Placed>(points: readonly P[], reach: number): Bubble<P>[] {
  const bubbles: Standing<P>[] = [];
  /** Cell of `reach` × `reach` → the bubbles that stand in it. */
  const cells = new Map<number, Standing<P>[]>();
  const cellOf = (x: number, y: number) => Math.floor(x / reach) * wide + Math.floor(y / reach);
  const near = (x: number, y: number): Standing<P> | null => {
    let best: Standing<P> | null = null;
    let least = reach * reach;
    const middle = cellOf(x, y);
    for (let across = -wide; across <= wide; across += wide) {
      for (let up = -1; up <= 1; up += 1) {
        for (const bubble of cells.get(middle + across + up) ?? none) {
          const off = (bubble.x - x) ** 2 + (bubble.y - y) ** 2;
          if (off < least) [best, least] = [bubble, off];
        }
      }
    }
    return best;
  };
  // first where bubbles stand, then who belongs to which: a later one may be nearer
  const rest: { readonly point: P; readonly x: number; readonly y: number }[] = [];
  for (const point of points) {
    const { x, y } = project(gcj02(point.point.lng, point.point.lat));
    if (near(x, y) !== null) {
      rest.push({ point, x, y });
      continue;
    }
    const bubble: Standing<P> = { x, y, points: [point] };
    bubbles.push(bubble);
    const cell = cellOf(x, y);
    const others = cells.get(cell);
    if (others) others.push(bubble);
    else cells.set(cell, [bubble]);
  }
  for (const { point, x, y } of rest) near(x, y)?.points.push(point);
  return bubbles;
}
/** Cells in a column: more than any district has. */
const wide = 1e6;
const none: readonly never[] = [];

/** Whether looking closer takes a bubble apart: somewhere in it two points lie at least `closest` metres from each other. */
export const comesApart = <P extends Placed>({ points }: Bubble<P>, closest: number): boolean => gather(points, closest).length > 1;
