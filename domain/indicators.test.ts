import fc from 'fast-check';
import { definitions, figuresOf, noCounts, sumCounts, type Counts } from './indicators';

test('S1 S4 S5 S6 each figure is what its formula says, with its n and what is unknown', () => {
  expect(figuresOf({ known: 10, listed: 8, fresh: 2, chain: 1, independent: 3 })).toEqual({
    fresh: { share: 0.25, yes: 2, n: 8, unknown: 0 }, listed: { share: 0.8, yes: 8, n: 10, unknown: 0 }, chain: { share: 0.25, yes: 1, n: 4, unknown: 4 },
  });
});

test('S2 of nothing there is no share', () => {
  expect(Object.values(figuresOf(noCounts)).map(({ share, n }) => [share, n])).toEqual([[null, 0], [null, 0], [null, 0]]);
  expect(figuresOf({ known: 3, listed: 3, fresh: 0, chain: 0, independent: 0 }).chain).toEqual({ share: null, yes: 0, n: 0, unknown: 3 });
});

const counts = fc.tuple(...Array.from({ length: 5 }, () => fc.nat(50))).map(([a = 0, b = 0, c = 0, d = 0, e = 0]): Counts => ({ known: a + b + c + d, listed: a + b + c, fresh: Math.min(e, a), chain: a, independent: b }));
test('S1 unknown is in no share, S7 and the whole is the sum of its parts', () => {
  fc.assert(fc.property(fc.array(counts), (parts) => {
    const whole = figuresOf(sumCounts(parts));
    expect(whole.chain.n + whole.chain.unknown).toBe(whole.fresh.n);
    expect(whole.listed.yes).toBe(parts.reduce((sum, { listed }) => sum + listed, 0));
    for (const { share, yes, n } of Object.values(whole)) expect(share === null ? 0 : share * n).toBeCloseTo(yes);
  }));
});

test('each has its formula and source in words, and says the days of the rule', () => {
  for (const one of definitions(90)) expect([one.name, one.formula, one.source].every((text) => text.length >= 3)).toBe(true);
  expect(definitions(90)[0]!.name).toContain('90 天');
});
