import fc from 'fast-check';
import { metres } from '../types/units';
import { walk } from './walking';

const normal = { metresPerMinute: 60 };

describe('walking', () => {
  test.each([
    ['S1 the way is longer than the straight line', 1000, 1.3, 1300, 22],
    ['S2 metres are rounded to 10', 123, 1, 120, 3],
    ['S3 a full minute is not rounded to two', 60, 1, 60, 1],
    ['S3 seventeen minutes stay so in spite of floating point', 1020 / 1.3, 1.3, 1020, 17],
    ['S3 next door is one minute', 0, 1.3, 0, 1],
  ])('%s', (_, straight, detour, expectedMetres, minutes) => {
    expect(walk(metres(straight), normal, detour)).toEqual({ metres: expectedMetres, minutes, estimated: true });
  });

  test('S3 S4 a slower pace never arrives earlier, and every walk is an estimate', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (straight) => {
      const cart = walk(metres(straight), { metresPerMinute: 40 }, 1.3);
      expect(cart.minutes).toBeGreaterThanOrEqual(walk(metres(straight), normal, 1.3).minutes);
      expect(cart.minutes).toBeGreaterThanOrEqual(1);
      expect(cart.metres % 10).toBe(0);
      expect(cart.estimated).toBe(true);
    }));
  });
});
