import fc from 'fast-check';
import { compare, newcombe, type Estimate } from './compare';
import { wilsonOf } from './satisfaction';

const z = 1.96;
const of = (change: Partial<Estimate> = {}): Estimate => ({ round: 'spring', source: 'drawn', communities: ['a', 'b'], rate: 0.9, n: 300, ...change });

test('D1 the published examples of Newcombe (1998, table II, method 10)', () => {
  const shown = (a: number, m: number, b: number, n: number) => {
    const { low, high } = newcombe({ rate: a / m, n: m }, { rate: b / n, n }, 1.959964);
    return [Number(low.toFixed(4)), Number(high.toFixed(4))];
  };
  expect(shown(56, 70, 48, 80)).toEqual([0.0524, 0.3339]);
  expect(shown(9, 10, 3, 10)).toEqual([0.1705, 0.809]);
  expect(shown(10, 10, 0, 10)).toEqual([0.6075, 1]);
  expect(shown(0, 10, 0, 10)).toEqual([-0.2775, 0.2775]);
});

const estimate = fc.record({ rate: fc.double({ min: 0, max: 1, noNaN: true }), n: fc.double({ min: 1, max: 5000, noNaN: true }) });

test('D1 holds the difference, stays within −1 … 1, and turns with the order', () => {
  fc.assert(fc.property(estimate, estimate, (a, b) => {
    const { low, high } = newcombe(a, b, z);
    expect(low).toBeLessThanOrEqual(a.rate - b.rate);
    expect(high).toBeGreaterThanOrEqual(a.rate - b.rate);
    expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
    expect(high).toBeLessThanOrEqual(1 + 1e-12);
    expect(newcombe(b, a, z).low).toBeCloseTo(-high, 12);
  }));
});

test('D1 against a rate known for certain it is the other one’s interval', () => {
  const { low, high } = wilsonOf(0.95, 200, z);
  const known = newcombe({ rate: 0.95, n: 200 }, { rate: 0.9, n: Infinity }, z);
  expect(known.low).toBeCloseTo(low - 0.9, 12);
  expect(known.high).toBeCloseTo(high - 0.9, 12);
});

test.each([
  ['D2 an open rate', of(), of({ source: 'open', round: 'autumn' }), 'not_drawn'],
  ['D3 a rate and itself', of(), of(), 'overlap'],
  ['D3 a district and its circle', of({ communities: ['a', 'b', 'c'] }), of(), 'overlap'],
  ['D3 circles that share a community', of({ communities: ['a', 'c'] }), of(), 'overlap'],
  ['D2 another place in another round', of(), of({ round: 'autumn', communities: ['c'] }), 'different_place_and_round'],
  ['D2 a circle that lost a community between rounds', of(), of({ round: 'autumn', communities: ['a'] }), 'different_place_and_round'],
] as const)('%s is refused', (_, first, second, why) => {
  expect(compare(first, second, z)).toEqual({ ok: false, why });
});

test('D2 D4 two circles of a round compare; two rounds of a circle do, with the caveat', () => {
  expect(compare(of(), of({ communities: ['c'], rate: 0.8 }), z)).toMatchObject({ ok: true, difference: 0.9 - 0.8, note: null });
  expect(compare(of(), of({ round: 'autumn', communities: ['b', 'a'] }), z)).toMatchObject({ ok: true, difference: 0, note: 'rounds_taken_as_independent' });
});
