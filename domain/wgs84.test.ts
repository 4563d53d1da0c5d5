import { gcj02, wgs84 } from '../types/units';
import { straightMetres } from './geometry';
import { toGcj02 } from './wgs84';

describe('from GPS to Chinese map coordinates', () => {
  test('S1 gives the value that coordtransform publishes for Beijing', () => {
    const p = toGcj02(wgs84(116.404, 39.915));
    expect(p.lng).toBeCloseTo(116.41024449916938, 9);
    expect(p.lat).toBeCloseTo(39.91640428150164, 9);
  });

  test('S2 leaves points outside China as they stand', () => {
    expect(toGcj02(wgs84(2.35, 48.86))).toEqual({ lng: 2.35, lat: 48.86 });
  });

  test('S3 shifts Liangzhou by hundreds of metres', () => {
    const shift = straightMetres(toGcj02(wgs84(102.638, 37.928)), gcj02(102.638, 37.928));
    expect(shift).toBeGreaterThan(100);
    expect(shift).toBeLessThan(1000);
  });
});
