/**
 * Outlets for a map, small on the wire: a row of plain values each, with whatever many have in common said once.
 *
 * M1 A place is what it lies east and north of the origin, in millionths of a degree (0.1 m): whole numbers of at most six digits.
 * M2 Formats and states of opening stand in lists, and a row says which of them; each stands there once.
 * M3 Unpacked, everything is as it was, in the same order; a place to a millionth of a degree.
 */
import type { MapPoints, OpenState } from '../types/contract/outlet';

export interface MapPoint {
  readonly id: string;
  readonly name: string;
  /** By name, as a resident reads it. */
  readonly format: string;
  readonly point: { readonly lng: number; readonly lat: number };
  readonly open: OpenState;
  /** 可能已关: residents who agree say so. */
  readonly doubted: boolean;
  readonly demo: boolean;
}
type Origin = MapPoint['point'];

const fine = 1e6;
const doubtedMark = 1;
const demoMark = 2;

export function packPoints(points: readonly MapPoint[], origin: Origin): MapPoints {
  const formats = numbered<string>((format) => format);
  const opens = numbered<OpenState>(JSON.stringify);
  const rows = points.map(({ id, name, format, point, open, doubted, demo }): MapPoints['rows'][number] => [
    id, name, formats.numberOf(format), Math.round((point.lng - origin.lng) * fine), Math.round((point.lat - origin.lat) * fine),
    opens.numberOf(open), (doubted ? doubtedMark : 0) + (demo ? demoMark : 0),
  ]);
  return { formats: formats.all, opens: opens.all, rows };
}

export const unpackPoints = ({ formats, opens, rows }: MapPoints, origin: Origin): MapPoint[] =>
  rows.map(([id, name, format, east, north, open, marks]) => ({
    id, name, format: formats[format] ?? '其他', point: { lng: moved(origin.lng, east), lat: moved(origin.lat, north) },
    open: opens[open] ?? { state: 'unknown' }, doubted: (marks & doubtedMark) !== 0, demo: (marks & demoMark) !== 0,
  }));

const moved = (from: number, by: number): number => Math.round(from * fine + by) / fine;

/** Gives each different value the next number. */
function numbered<T>(keyOf: (value: T) => string) {
  const numbers = new Map<string, number>();
  const all: T[] = [];
  return {
    all,
    numberOf(value: T): number {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push(value) - 1;
    },
  };
}
