import { gather } from '../../../domain/bubbles';
import { unproject } from '../../../domain/geometry';
import type { MapPoint } from '../../../domain/map-points';
import { metres } from '../../../types/units';
import { bubbleWords, firstSight, lookOf, metresPerPixel, opensByZoom, zoomFor } from './sight';

const origin = unproject({ x: metres(0), y: metres(0) });
const at = (x: number, more: Partial<MapPoint> = {}): MapPoint => ({ id: `${x}`, name: '店', format: '药店', point: unproject({ x: metres(x), y: metres(0) }), open: { state: 'unknown' }, doubted: false, demo: false, ...more });
const rings = [{ minutes: 5, metres: 231 }, { minutes: 15, metres: 692 }];

test('at first the widest ring is seen, and farther only where the nearest outlet lies beyond it', () => {
  expect(firstSight(origin, rings, [at(100), at(2500)])).toBe(692);
  expect(firstSight(origin, rings, [])).toBe(692);
  expect(firstSight(origin, rings, [at(2000), at(2500)])).toBeCloseTo(2200, 3);
  expect(firstSight(origin, [], [at(10)])).toBe(300);
});

test('a zoom and the metres of its pixels belong together', () => {
  expect(metresPerPixel(0, 0)).toBeCloseTo(156_543.03, 2);
  expect(metresPerPixel(15, 60)).toBeCloseTo(156_543.03 / 2 ** 16, 3);
  expect(zoomFor(metresPerPixel(14.25, 37.92) * 358, 358, 37.92)).toBeCloseTo(14.25, 9);
});

test('what may be closed says so whatever its hours; unknown hours are not open', () => {
  expect([at(1, { open: { state: 'open', until: null }, doubted: true }), at(1, { open: { state: 'open', until: null } }), at(1, { open: { state: 'closed', opens: null } }), at(1)].map(lookOf)).toEqual(['doubted', 'open', 'shut', 'shut']);
});

test('a bubble of one building is listed, a street opens; in large letters sooner listed, since marks need more room', () => {
  const bubble = (...xs: number[]) => gather(xs.map((x) => at(x)), 100)[0]!;
  expect([opensByZoom(bubble(0, 5, 12), false), opensByZoom(bubble(0, 18), false), opensByZoom(bubble(0, 18), true), opensByZoom(bubble(0, 40), true)]).toEqual([false, true, false, true]);
  expect(bubbleWords(bubble(0, 5, 12))).toBe('3 家');
});
