import fc from 'fast-check';
import { gcj02, type Gcj02Point } from '../types/units';
import { insideBox, project, straightMetres, unproject } from './geometry';

const inTown = fc.tuple(fc.double({ min: 102.55, max: 102.75, noNaN: true }), fc.double({ min: 37.86, max: 38, noNaN: true })).map(([lng, lat]) => gcj02(lng, lat));

function greatCircle(a: Gcj02Point, b: Gcj02Point): number {
  const rad = Math.PI / 180;
  const h = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lng - a.lng) * rad) / 2) ** 2;
  return 2 * 6371008.8 * Math.asin(Math.sqrt(h));
}

describe('geometry', () => {
  test('S1 east is x, north is y, and the origin is zero', () => {
    expect(project(gcj02(102.638, 37.928))).toEqual({ x: 0, y: 0 });
    const p = project(gcj02(102.648, 37.938));
    expect(p.x).toBeCloseTo(879, -1);
    expect(p.y).toBeCloseTo(1110, -1);
  });

  test('S2 unproject undoes project', () => {
    fc.assert(fc.property(inTown, (p) => {
      const back = unproject(project(p));
      expect(back.lng).toBeCloseTo(p.lng, 9);
      expect(back.lat).toBeCloseTo(p.lat, 9);
    }));
  });

  test('S3 distance is symmetric, zero for equal points, and takes no short cuts', () => {
    fc.assert(fc.property(inTown, inTown, inTown, (a, b, c) => {
      expect(straightMetres(a, b)).toBe(straightMetres(b, a));
      expect(straightMetres(a, a)).toBe(0);
      expect(straightMetres(a, c)).toBeLessThanOrEqual(straightMetres(a, b) + straightMetres(b, c) + 1e-6);
    }));
  });

  test('S4 agrees with the great circle to 0.5 % inside the town', () => {
    fc.assert(fc.property(inTown, inTown, (a, b) => {
      const exact = greatCircle(a, b);
      expect(Math.abs(straightMetres(a, b) - exact)).toBeLessThanOrEqual(0.005 * exact + 0.01);
    }));
  });

  test.each([
    ['the middle', 102.6, 37.9, true],
    ['a corner', 102.55, 37.86, true],
    ['just outside', 102.5499, 37.9, false],
    ['another town', 103.83, 36.06, false],
    ['no number', NaN, 37.9, false],
  ])('S5 %s', (_, lng, lat, inside) => {
    expect(insideBox(gcj02(lng, lat), { west: 102.55, south: 37.86, east: 102.75, north: 38 })).toBe(inside);
  });
});
