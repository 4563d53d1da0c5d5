/**
 * From GPS coordinates (WGS-84) to those of Chinese maps (GCJ-02).
 *
 * The official transformation is unpublished; this is the public formula every open map library uses
 * (as in `coordtransform` and `eviltransform`, both MIT), good to a few metres.
 *
 * S1 Inside China the result is shifted by the public formula.
 * S2 Far outside China (lng 73.66–135.05, lat 3.86–53.55) the point is returned as it stands.
 * S3 In Liangzhou's town the shift is between 100 m and 1 km.
 */
import { gcj02, type Gcj02Point, type Wgs84Point } from '../types/units';

// Semi-major axis and squared eccentricity of the Krasovsky 1940 ellipsoid.
const a = 6378245;
const ee = 0.006693421622965943;
const pi = Math.PI;

const wave = (t: number, long: number) =>
  ((20 * Math.sin(t * pi) + 40 * Math.sin((t / 3) * pi) + long * Math.sin((t / 12) * pi) + 2 * long * Math.sin((t / 30) * pi)) * 2) / 3;

const ripple = (x: number) => ((20 * Math.sin(6 * x * pi) + 20 * Math.sin(2 * x * pi)) * 2) / 3;

function northShift(x: number, y: number): number {
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + ripple(x) + wave(y, 160);
}
function eastShift(x: number, y: number): number {
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + ripple(x) + wave(x, 150);
}

/** The same place in GCJ-02 degrees. */
export function toGcj02(p: Wgs84Point): Gcj02Point {
  if (p.lng < 73.66 || p.lng > 135.05 || p.lat < 3.86 || p.lat > 53.55) return gcj02(p.lng, p.lat);
  const phi = (p.lat / 180) * pi;
  const magic = 1 - ee * Math.sin(phi) ** 2;
  const north = (northShift(p.lng - 105, p.lat - 35) * 180) / (((a * (1 - ee)) / (magic * Math.sqrt(magic))) * pi);
  const east = (eastShift(p.lng - 105, p.lat - 35) * 180) / ((a / Math.sqrt(magic)) * Math.cos(phi) * pi);
  return gcj02(p.lng + east, p.lat + north);
}
