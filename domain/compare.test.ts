import fc from 'fast-check';
import { compare, newcombe, shownAs, type Ends, type Estimate } from './compare';
import { displayRate, wilson, wilsonOf } from './satisfaction';

const z = 1.96;
const ends = (rate: number, n: number): Ends => ({ rate, ...wilsonOf(rate, n, z) });
/** As a release publishes it. */
const shown = (share: number, target = 0.9) => Number((parseFloat(displayRate(share, target)) / 100).toFixed(3));
const published = (rate: number, n: number, target = 0.9): Pick<Estimate, 'figure' | 'target'> => {
  const { low, high } = wilsonOf(rate, n, z);
  return { figure: { rate: shown(rate, target), low: shown(low, target), high: shown(high, target) }, target };
};
const of = (change: Partial<Estimate> = {}): Estimate => ({
  round: 'spring', source: 'drawn', communities: ['a', 'b'], ...published(0.9, 300), underGate: false, asked: 'A6', method: 'm2', basis: 'census', ...change,
});
const made = (first: Estimate, second: Estimate) => {
  const comparison = compare(first, second);
  if (!comparison.ok) throw new Error(comparison.why);
  return comparison;
};

test('D1 the published examples of Newcombe (1998, table II, method 10)', () => {
  const example = (a: number, m: number, b: number, n: number) => {
    const { low, high } = newcombe({ rate: a / m, ...wilson(a, m, 1.959964) }, { rate: b / n, ...wilson(b, n, 1.959964) });
    return [Number(low.toFixed(4)), Number(high.toFixed(4))];
  };
  expect(example(56, 70, 48, 80)).toEqual([0.0524, 0.3339]);
  expect(example(9, 10, 3, 10)).toEqual([0.1705, 0.809]);
  expect(example(10, 10, 0, 10)).toEqual([0.6075, 1]);
  expect(example(0, 10, 0, 10)).toEqual([-0.2775, 0.2775]);
});

const estimate = fc.record({ rate: fc.double({ min: 0, max: 1, noNaN: true }), n: fc.double({ min: 1, max: 5000, noNaN: true }) });

test('D1 holds the difference, stays within −1 … 1, and turns with the order', () => {
  fc.assert(fc.property(estimate, estimate, (a, b) => {
    const [first, second] = [ends(a.rate, a.n), ends(b.rate, b.n)];
    const { low, high } = newcombe(first, second);
    expect(low).toBeLessThanOrEqual(a.rate - b.rate);
    expect(high).toBeGreaterThanOrEqual(a.rate - b.rate);
    expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
    expect(high).toBeLessThanOrEqual(1 + 1e-12);
    expect(newcombe(second, first).low).toBeCloseTo(-high, 12);
  }));
});

test('D1 against a rate known for certain it is the other one’s interval', () => {
  const { low, high } = wilsonOf(0.95, 200, z);
  const known = newcombe(ends(0.95, 200), ends(0.9, Infinity));
  expect(known.low).toBeCloseTo(low - 0.9, 12);
  expect(known.high).toBeCloseTo(high - 0.9, 12);
});

test.each([
  ['D2 an open rate', of(), of({ source: 'open', round: 'autumn' }), 'not_drawn'],
  ['D2 a rate without an interval', of(), of({ communities: ['c'], figure: null }), 'no_interval'],
  ['D3 a rate and itself', of(), of(), 'overlap'],
  ['D3 a district and its circle', of({ communities: ['a', 'b', 'c'] }), of(), 'overlap'],
  ['D3 circles that share a community', of({ communities: ['a', 'c'] }), of(), 'overlap'],
  ['D2 another place in another round', of(), of({ round: 'autumn', communities: ['c'] }), 'other_communities'],
  ['D2 a circle that lost a community between rounds', of(), of({ round: 'autumn', communities: ['a'] }), 'other_communities'],
  ['D6 a round that put the question otherwise', of(), of({ round: 'autumn', asked: 'A6 anders' }), 'other_question'],
] as const)('%s is refused', (_, first, second, why) => {
  expect(compare(first, second)).toEqual({ ok: false, why });
});

test('D2 D4 D6 two circles of a round compare; two rounds of a circle do, and what is not alike is said', () => {
  expect(made(of({ ...published(0.9, 300) }), of({ communities: ['c'], ...published(0.8, 300) }))).toMatchObject({ difference: 0.1, notes: [] });
  expect(made(of(), of({ round: 'autumn', communities: ['b', 'a'] }))).toMatchObject({ difference: 0, notes: ['rounds_taken_as_independent'] });
  expect(made(of(), of({ round: 'autumn', method: 'm1', basis: 'equal_communities' })).notes).toEqual(['rounds_taken_as_independent', 'other_method', 'other_basis']);
});

test('D5 a figure lies among all that are shown as it is', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.9, 0.85, 0.9055, 0.9052, 1), (share, target) => {
    const { low, high } = shownAs(shown(share, target), target);
    expect(low).toBeLessThanOrEqual(share + 1e-12);
    expect(high).toBeGreaterThanOrEqual(share - 1e-12);
    expect(high - low).toBeLessThanOrEqual(0.0015 + 1e-12);
  }), { numRuns: 2000 });
});

test('D5 the interval holds that of the unrounded figures, and is at most 0.4 points wider at each end', () => {
  fc.assert(fc.property(estimate, estimate, (a, b) => {
    const exact = newcombe(ends(a.rate, a.n), ends(b.rate, b.n));
    const { interval: { low, high }, difference } = made(of(published(a.rate, a.n)), of({ communities: ['c'], ...published(b.rate, b.n) }));
    expect(low).toBeLessThanOrEqual(exact.low + 1e-8);
    expect(high).toBeGreaterThanOrEqual(exact.high - 1e-8);
    expect(exact.low - low).toBeLessThanOrEqual(0.004 + 1e-8);
    expect(high - exact.high).toBeLessThanOrEqual(0.004 + 1e-8);
    expect(difference).toBeCloseTo(shown(a.rate) - shown(b.rate), 9);
    expect([low, high].every((end) => Math.abs(end * 1000 - Math.round(end * 1000)) < 1e-6)).toBe(true);
  }), { numRuns: 1000 });
});

/** Every pair of outcomes by its chance: how often the interval holds the true difference, and how often it names a higher one where there is none. */
const enumerated = (n: number, p: number, m: number, q: number) => {
  const chances = (size: number, share: number) => {
    const of: number[] = [(1 - share) ** size];
    for (let k = 1; k <= size; k += 1) of.push((of[k - 1]! * (size - k + 1) * share) / (k * (1 - share)));
    return of;
  };
  const seconds = chances(m, q).flatMap((chance, k) => (chance < 1e-9 ? [] : [{ chance, estimate: of({ communities: ['c'], ...published(k / m, m) }) }]));
  let [holds, told] = [0, 0];
  chances(n, p).forEach((chance, k) => {
    if (chance < 1e-9) return;
    const first = of(published(k / n, n));
    for (const { chance: other, estimate: second } of seconds) {
      const { interval: { low, high }, told: said } = made(first, second);
      if (low <= p - q && high >= p - q) holds += chance * other;
      if (said === 'higher' || said === 'lower') told += chance * other;
    }
  });
  return { holds, told };
};

test.each([
  [200, 0.93, 200, 0.93], [200, 0.95, 120, 0.88], [120, 0.9, 120, 0.9], [260, 0.92, 150, 0.9],
])('D1 D5 of rounds with %d answers at %d and %d at %d the interval holds the true difference in 95 % of them, by exact enumeration', (n, p, m, q) => {
  const { holds, told } = enumerated(n, p, m, q);
  expect(holds).toBeGreaterThan(0.945);
  expect(holds).toBeLessThan(0.975);
  if (p === q) expect(told).toBeLessThan(0.05);
});

test.each([
  ['higher', published(0.96, 300), published(0.85, 300), false],
  ['lower', published(0.85, 300), published(0.96, 300), false],
  ['undecided', published(0.93, 300), published(0.91, 300), false],
  ['under_gate', published(0.96, 300), published(0.5, 60), true],
] as const)('D7 %s', (told, first, second, underGate) => {
  expect(made(of(first), of({ communities: ['c'], ...second, underGate })).told).toBe(told);
});
