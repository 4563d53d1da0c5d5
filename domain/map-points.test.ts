import fc from 'fast-check';
import type { OpenState } from '../types/contract/outlet';
import { packPoints, unpackPoints, type MapPoint } from './map-points';

const origin = { lng: 102.642, lat: 37.924 };
const openStates: readonly OpenState[] = [
  { state: 'open', until: '18:00' }, { state: 'open', until: null }, { state: 'unknown' }, { state: 'closed', opens: { day: '明天', at: '09:00' } }, { state: 'closed', opens: null, because: '国庆节休息' },
];
const degrees = (around: number) => fc.integer({ min: -40_000, max: 40_000 }).map((off) => Math.round(around * 1e6 + off) / 1e6);
const point: fc.Arbitrary<MapPoint> = fc.record({
  id: fc.uuid(), name: fc.string({ maxLength: 12 }), format: fc.constantFrom('早餐店', '维修点', '药店'), point: fc.record({ lng: degrees(origin.lng), lat: degrees(origin.lat) }),
  open: fc.constantFrom(...openStates), doubted: fc.boolean(), demo: fc.boolean(),
});

test('M3 unpacked, everything is as it was, in the same order', () => {
  fc.assert(fc.property(fc.array(point, { maxLength: 40 }), (points) => {
    expect(unpackPoints(JSON.parse(JSON.stringify(packPoints(points, origin))) as ReturnType<typeof packPoints>, origin)).toEqual(points);
  }));
});

test('M1 M2 a row is whole numbers from the origin, and what many share is said once', () => {
  const at = (lng: number, open: OpenState, format = '药店'): MapPoint => ({ id: 'a', name: '店', format, point: { lng, lat: 37.9245 }, open, doubted: lng > 102.643, demo: true });
  expect(packPoints([at(102.6425, openStates[0]!), at(102.6435, { ...openStates[0]! }), at(102.6415, openStates[2]!, '早餐店')], origin)).toEqual({
    formats: ['药店', '早餐店'], opens: [openStates[0], openStates[2]],
    rows: [['a', '店', 0, 500, 500, 0, 2], ['a', '店', 0, 1500, 500, 0, 3], ['a', '店', 1, -500, 500, 1, 2]],
  });
});

test('M3 a place that is finer than a millionth of a degree is that near', () => {
  const [one] = unpackPoints(packPoints([{ id: 'a', name: '店', format: '药店', point: { lng: 102.64212345678, lat: 37.9241 }, open: { state: 'unknown' }, doubted: false, demo: false }], origin), origin);
  expect(Math.abs(one!.point.lng - 102.64212345678)).toBeLessThan(1e-6);
});
