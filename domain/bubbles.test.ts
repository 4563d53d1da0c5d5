import fc from 'fast-check';
import { metres, gcj02 } from '../types/units';
import { comesApart, gather } from './bubbles';
import { straightMetres, unproject } from './geometry';

interface Spot { readonly id: number; readonly point: { readonly lng: number; readonly lat: number } }
const at = (x: number, y = 0, id = 0): Spot => ({ id, point: unproject({ x: metres(x), y: metres(y) }) });
const spots = fc.array(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 })), { maxLength: 120 }).map((all) => all.map(([x, y], id) => at(x, y, id)));
const reaches = fc.integer({ min: 5, max: 2000 });
const apart = (a: Spot, b: Spot) => straightMetres(gcj02(a.point.lng, a.point.lat), gcj02(b.point.lng, b.point.lat));
/** Of what rounding does to a metre. */
const slack = 1e-6;

test('B1 B4 every point is in exactly one bubble, and the order given is kept', () => {
  fc.assert(fc.property(spots, reaches, (points, reach) => {
    const bubbles = gather(points, reach);
    expect(bubbles.flatMap((bubble) => bubble.points.map(({ id }) => id)).sort((a, b) => a - b)).toEqual(points.map(({ id }) => id));
    const inOrder = (ids: readonly number[]) => expect(ids).toEqual([...ids].sort((a, b) => a - b));
    inOrder(bubbles.map(({ points: [first] }) => first.id));
    for (const { points: [, ...others] } of bubbles) inOrder(others.map(({ id }) => id));
  }));
});

test('B2 B3 bubbles keep apart, and each point is in the nearest, within reach', () => {
  fc.assert(fc.property(spots, reaches, (points, reach) => {
    const bubbles = gather(points, reach);
    for (const [i, { points: [stand, ...others] }] of bubbles.entries()) {
      for (const { points: [other] } of bubbles.slice(i + 1)) expect(apart(stand, other)).toBeGreaterThanOrEqual(reach - slack);
      for (const point of others) {
        expect(apart(stand, point)).toBeLessThan(reach + slack);
        for (const { points: [other] } of bubbles) expect(apart(stand, point)).toBeLessThanOrEqual(apart(other, point) + slack);
      }
    }
  }));
});

test('B3 a point between two bubbles is in the nearer one, though the other stood there first', () => {
  const [first, second] = gather([at(0, 0, 1), at(90, 0, 2), at(150, 0, 3)], 100);
  expect([first!.points.map(({ id }) => id), second!.points.map(({ id }) => id)]).toEqual([[1], [3, 2]]);
});

test('B4 the one that stands is at the head of its bubble', () => {
  const bubbles = gather([at(0, 0, 7), at(10, 0, 3), at(500, 0, 5)], 50);
  expect(bubbles.map(({ points }) => points.map(({ id }) => id))).toEqual([[7, 3], [5]]);
});

test('nothing to gather', () => {
  expect(gather([], 50)).toEqual([]);
});

test('what lies in one spot does not come apart however close one looks', () => {
  const [mall] = gather([at(0), at(3), at(0, 4)], 100);
  expect(comesApart(mall!, 12)).toBe(false);
  const [street] = gather([at(0), at(3), at(0, 40)], 100);
  expect(comesApart(street!, 12)).toBe(true);
});
