import fc from 'fast-check';
import { bd09, gcj02 } from '../types/units';
import { fromBd09 } from './bd09';
import { straightMetres } from './geometry';

/** As the libraries shift it there. */
const toBd09 = ({ lng, lat }: { lng: number; lat: number }) => {
  const k = (Math.PI * 3000) / 180;
  const z = Math.hypot(lng, lat) + 0.00002 * Math.sin(lat * k);
  const theta = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * k);
  return bd09(z * Math.cos(theta) + 0.0065, z * Math.sin(theta) + 0.006);
};
const inTown = fc.record({ lng: fc.double({ min: 102.55, max: 102.75, noNaN: true }), lat: fc.double({ min: 37.85, max: 38, noNaN: true }) });

test('S1 there and back is the same place within 2 m', () => {
  fc.assert(fc.property(inTown, (p) => straightMetres(fromBd09(toBd09(p)), gcj02(p.lng, p.lat)) < 2));
});

test('S2 the shift in the town is some hundred metres', () => {
  fc.assert(fc.property(inTown, (p) => {
    const moved = straightMetres(fromBd09(bd09(p.lng, p.lat)), gcj02(p.lng, p.lat));
    return moved > 500 && moved < 1500;
  }));
});
