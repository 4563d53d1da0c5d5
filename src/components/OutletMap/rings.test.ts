import { unproject } from '../../../domain/geometry';
import { walk } from '../../../domain/walking';
import { metres, metresPerMinute } from '../../../types/units';
import { ringsBy, ringsOf } from './rings';

const origin = unproject({ x: metres(0), y: metres(0) });
const at = (x: number) => ({ point: unproject({ x: metres(x), y: metres(0) }), walk: walk(metres(Math.abs(x)), { metresPerMinute: metresPerMinute(60) }, 1.3) });

test('R1 R2 a ring reaches as far as the walks in the list do', () => {
  const rings = ringsOf(origin, [at(240), at(530), at(-910)], 60);
  expect(rings.map(({ minutes }) => minutes)).toEqual([5, 10, 15]);
  expect(rings[2]!.metres).toBeCloseTo((60 * 15) / 1.3, -1);
});

test('R2 walks too short to read a detour off do not bend it', () => {
  const [ring] = ringsOf(origin, [at(3), at(900)], 60);
  expect(ring!.metres).toBeCloseTo((60 * 5) / 1.3, 0);
});

test('R3 nothing to read it off: no rings', () => {
  expect(ringsOf(origin, [at(20)], 60)).toEqual([]);
  expect(ringsOf(null, [at(900)], 60)).toEqual([]);
  expect(ringsOf(origin, [at(900)], undefined)).toEqual([]);
});

test('R1 where the detour is known, the rings are reckoned by it', () => {
  expect(ringsBy(60, 1.3).map(({ metres: radius }) => Math.round(radius))).toEqual([231, 462, 692]);
});
