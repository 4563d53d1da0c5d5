import fc from 'fast-check';
import { gcj02 } from '../types/units';
import { straightMetres } from './geometry';
import { tour, type Stop } from './walking-tour';

const at = (id: string, lng: number, lat = 0): Stop => ({ id, point: gcj02(102.6 + lng / 1000, 37.9 + lat / 1000) });
const ids = (stops: readonly Stop[]) => stops.map(({ id }) => id);
const start = gcj02(102.6, 37.9);

test.each<[string, Stop[], string[]]>([
  ['T1: no place, no way', [], []],
  ['T2: on to the nearest left, though it leads back', [at('far', 9), at('west', -2), at('near', 1), at('mid', 3)], ['near', 'mid', 'west', 'far']],
  ['T3: equally near, by id', [at('b', 1), at('a', 1), at('c', 1)], ['a', 'b', 'c']],
])('%s', (_name, stops, way) => expect(ids(tour(start, stops))).toEqual(way));

// a coarse grid, so that places coincide and distances tie
const places = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), x: fc.integer({ min: -5, max: 5 }), y: fc.integer({ min: -5, max: 5 }) }), { selector: ({ id }) => id, maxLength: 25 })
  .map((all) => all.map(({ id, x, y }) => at(id, x, y)));

test('T1, T2: every place once, each the nearest of those left', () => {
  fc.assert(fc.property(places, (stops) => {
    const way = tour(start, stops);
    expect(ids(way).sort()).toEqual(ids(stops).sort());
    way.forEach((stop, i) => {
      const from = i === 0 ? start : way[i - 1]!.point;
      for (const later of way.slice(i)) expect(straightMetres(from, stop.point)).toBeLessThanOrEqual(straightMetres(from, later.point));
    });
  }));
});
test('T3: the order in which places are given makes no difference', () => {
  fc.assert(fc.property(places.chain((stops) => fc.tuple(fc.constant(stops), fc.shuffledSubarray(stops, { minLength: stops.length }))), ([stops, shuffled]) => {
    expect(ids(tour(start, shuffled))).toEqual(ids(tour(start, stops)));
  }));
});
test('T4: from a stop of the tour on, the rest of it', () => {
  fc.assert(fc.property(places, fc.nat(), (stops, n) => {
    const way = tour(start, stops);
    if (way.length === 0) return;
    const here = n % way.length;
    expect(ids(tour(way[here]!.point, way.slice(here + 1)))).toEqual(ids(way.slice(here + 1)));
  }));
});
