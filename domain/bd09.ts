/**
 * From Baidu's coordinates (BD-09) to those of the other Chinese maps (GCJ-02).
 *
 * Baidu shifts GCJ-02 once more, by a formula that every open map library knows (as in `coordtransform`, MIT). The inverse below is
 * the usual approximation, good to about a metre.
 *
 * S1 What `toBd09` of the same libraries makes of a point comes back within 2 m.
 * S2 In Liangzhou's town the shift is between 500 m and 1.5 km.
 */
import { gcj02, type Bd09Point, type Gcj02Point } from '../types/units';

const x_pi = (Math.PI * 3000) / 180;

/** The same place in GCJ-02 degrees. */
export function fromBd09({ lng, lat }: Bd09Point): Gcj02Point {
  const x = lng - 0.0065;
  const y = lat - 0.006;
  const z = Math.hypot(x, y) - 0.00002 * Math.sin(y * x_pi);
  const theta = Math.atan2(y, x) - 0.000003 * Math.cos(x * x_pi);
  return gcj02(z * Math.cos(theta), z * Math.sin(theta));
}
