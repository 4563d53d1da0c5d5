import fc from 'fast-check';
import { convert, suspect, type Beside } from './suspicion';

const spot = fc.record({ lng: fc.double({ min: 102.6, max: 102.68, noNaN: true }), lat: fc.double({ min: 37.9, max: 37.96, noNaN: true }) });
const spots = (least: number) => fc.array(spot, { minLength: least, maxLength: least + 20 });
/** A place whose GCJ-02 is `known`, as the other system writes it: one step of the inverse is near enough. */
const writtenIn = (system: 'wgs84' | 'bd09', known: { lng: number; lat: number }): Beside => {
  const moved = convert(system, known);
  return { here: { lng: 2 * known.lng - moved.lng, lat: 2 * known.lat - moved.lat }, known };
};

test.each(['wgs84', 'bd09'] as const)('S3 S4 a list written in %s is suspected of it, with its metres', (system) => {
  fc.assert(fc.property(spots(5), (known) => {
    const found = suspect(known.map((one) => writtenIn(system, one)), []);
    return found?.system === system && found.metres > 100 && found.by === 'outlets' && found.of === known.length;
  }));
});

test('S3 a list in the right system is not, however roughly its shops were put', () => {
  fc.assert(fc.property(spots(5), fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 60, maxLength: 60 }), (known, slips) => {
    const pairs = known.map((one, i) => ({ here: { lng: one.lng + slips[2 * i]! / 88_000, lat: one.lat + slips[2 * i + 1]! / 111_000 }, known: one }));
    return suspect(pairs, []) === null;
  }));
});

test('S2 one shop put far away does not make a suspicion', () => {
  const known = Array.from({ length: 7 }, (_, i) => ({ lng: 102.63 + i / 1000, lat: 37.93 }));
  expect(suspect(known.map((one, i) => ({ here: i === 0 ? { lng: 102.7, lat: 37.99 } : one, known: one })), [])).toBeNull();
});

test('S1 S3 without known outlets the middles of communities tell, if there are enough positions and the shift is far', () => {
  const middle = { lng: 102.64, lat: 37.93 };
  const around = Array.from({ length: 24 }, (_, i) => ({ lng: middle.lng + ((i % 5) - 2) / 2000, lat: middle.lat + ((i % 7) - 3) / 2000 }));
  const pairs = around.map((one) => ({ here: writtenIn('bd09', one).here, known: middle }));
  expect(suspect([], pairs)).toMatchObject({ system: 'bd09', by: 'communities', of: 24 });
  expect(suspect([], pairs.slice(0, 19))).toBeNull();
  expect(suspect([], around.map((one) => ({ here: writtenIn('wgs84', one).here, known: middle })))).toBeNull();
  expect(suspect([], around.map((one) => ({ here: one, known: middle })))).toBeNull();
});

test('S4 where enough known outlets agree with the list, the middles of communities are not asked', () => {
  const known = Array.from({ length: 5 }, (_, i) => ({ lng: 102.63 + i / 1000, lat: 37.93 }));
  const far = Array.from({ length: 30 }, () => writtenIn('bd09', { lng: 102.64, lat: 37.93 }));
  expect(suspect(known.map((one) => ({ here: one, known: one })), far)).toBeNull();
});
