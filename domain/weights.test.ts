import fc from 'fast-check';
import { method } from '../rules';
import type { CensusTable } from '../types/rules';
import { bandOf, communityN, finiteN, intervalN, weigh, type Band, type WeightGroup } from './weights';

const census = (...rows: [code: string, young: number, old: number][]): CensusTable => ({
  kind: 'census', version: '1', title: '', source: '', status: '演示',
  communities: rows.map(([code, young, old]) => ({ code, adults: { '18-59': young, '60-up': old } })),
});
const group = (community: string, band: Band, household: number | null, scored: number, satisfied: number): WeightGroup => ({ community, band, household, scored, satisfied });
const young = (community: string, scored: number, satisfied: number, household: number | null = 1) => group(community, '18-59', household, scored, satisfied);
const old = (community: string, scored: number, satisfied: number, household: number | null = 1) => group(community, '60-up', household, scored, satisfied);

test('bands of the options of questionnaire A', () => {
  expect(['18-34', '35-49', '50-59', '60-69', '70-79', '80-up'].map(bandOf)).toEqual(['18-59', '18-59', '18-59', '60-up', '60-up', '60-up']);
});

describe('weights', () => {
  test('W1 an adult of a household of three weighs three times one who lives alone', () => {
    const w = weigh([young('a', 20, 20, 1), young('a', 20, 10, 3)], census(['a', 800, 0]), method);
    expect(w?.rate).toBeCloseTo((20 + 3 * 10) / (20 + 3 * 20), 12);
    expect(w?.nEff).toBeCloseTo(80 ** 2 / (20 + 9 * 20), 12);
  });

  test('W1 sizes that few households gave are pooled, so that none shows in the difference of weighted and raw', () => {
    const table = census(['a', 800, 0]);
    const with5 = (satisfied: number) => weigh([young('a', 90, 80, 2), young('a', 1, satisfied, 5), young('a', 15, 12, 1)], table, method)!;
    const raw = (satisfied: number) => (92 + satisfied) / 106;
    // the one family of five weighs as those of two do
    const shift = with5(1).rate - with5(0).rate;
    const alike = weigh([young('a', 90, 81, 2), young('a', 1, 0, 5), young('a', 15, 12, 1)], table, method)!;
    expect(alike.rate).toBeCloseTo(with5(1).rate, 12);
    expect(shift).toBeGreaterThan(raw(1) - raw(0));
  });

  test('W1 no size known weighs one; some known, the others weigh their mean', () => {
    expect(weigh([young('a', 20, 10, null), old('a', 20, 20, null)], census(['a', 500, 500]), method)).toMatchObject({ rate: 0.75, nEff: 40 });
    const some = weigh([young('a', 20, 20, 1), young('a', 20, 0, 3), young('a', 10, 10, null)], census(['a', 500, 0]), method);
    expect(some?.rate).toBeCloseTo((20 + 2 * 10) / (20 + 60 + 20), 12);
  });

  test('W2 communities and bands count by their people', () => {
    const w = weigh([young('a', 40, 40), old('a', 10, 5), young('b', 10, 0), old('b', 20, 20)], census(['a', 400, 100], ['b', 300, 200]), method);
    expect(w?.rate).toBeCloseTo((400 * 1 + 100 * 0.5 + 300 * 0 + 200 * 1) / 1000, 12);
    expect(w).toMatchObject({ basis: 'census', merged: [], moved: 0 });
  });

  test('W3 a short or empty cell joins the other band of its community', () => {
    const w = weigh([young('a', 30, 30), old('a', 9, 0), young('b', 20, 10), old('b', 10, 10)], census(['a', 100, 100], ['b', 100, 100]), method);
    expect(w?.merged).toEqual(['a']);
    expect(w?.rate).toBeCloseTo((200 * (30 / 39) + 100 * 0.5 + 100) / 400, 12);
    expect(weigh([young('a', 30, 30)], census(['a', 100, 100]), method)).toMatchObject({ merged: ['a'], rate: 1 });
  });

  test('W3 short communities join each other', () => {
    const w = weigh([young('a', 5, 5), young('b', 6, 0), young('c', 30, 30), young('d', 0, 0)], census(['a', 100, 0], ['b', 100, 0], ['c', 100, 0], ['d', 100, 0]), method);
    expect(w?.merged).toEqual(['a+b+d']);
    expect(w?.rate).toBeCloseTo((300 * (5 / 11) + 100) / 400, 12);
  });

  test('W3 short together, they join the smallest beside them, with both its bands', () => {
    const groups = [young('a', 5, 5), young('b', 15, 15), old('b', 12, 12), young('c', 40, 0), old('c', 20, 0)];
    const w = weigh(groups, census(['a', 100, 0], ['b', 100, 100], ['c', 100, 100]), method);
    expect(w?.merged).toEqual(['a+b']);
    expect(w?.rate).toBeCloseTo(300 / 500, 12);
  });

  const plan = fc.array(fc.record({ young: fc.nat(40), old: fc.nat(25), people: fc.integer({ min: 1, max: 9000 }), elders: fc.nat(3000) }), { minLength: 1, maxLength: 9 });

  test('W3 every weighting cell ends with enough, unless only one is left', () => {
    fc.assert(fc.property(plan, (communities) => {
      const code = (i: number) => `c${i}`;
      const table = census(...communities.map((c, i): [string, number, number] => [code(i), c.people, c.elders]));
      const groups = communities.flatMap((c, i) => [young(code(i), c.young, c.young), old(code(i), c.old, 0)]);
      const w = weigh(groups, table, { ...method, weightCap: null });
      fc.pre(w !== null);
      const total = groups.reduce((sum, { scored }) => sum + scored, 0);
      // One satisfied answer in a group shows its weight; answers of one weight are a cell, and more than nine.
      const weightOf = (g: WeightGroup) => weigh(groups.map((other) => ({ ...other, satisfied: other === g ? 1 : 0 })), table, { ...method, weightCap: null })!.rate;
      const sizes = new Map<string, number>();
      for (const g of groups.filter(({ scored }) => scored > 0)) {
        const key = weightOf(g).toFixed(12);
        sizes.set(key, (sizes.get(key) ?? 0) + g.scored);
      }
      if (sizes.size > 1) for (const n of sizes.values()) expect(n).toBeGreaterThanOrEqual(method.smallestCell);
      expect(w.nEff).toBeLessThanOrEqual(total * (1 + 1e-9));
    }), { numRuns: 300 });
  });

  test('W4 a weight is cut once at three times the mean, and the share moved is told', () => {
    // 10 answers stand for 9000 people, 190 for 1000: mean weight 50, 900 each is cut to 150.
    const w = weigh([young('a', 10, 0), young('b', 190, 190)], census(['a', 9000, 0], ['b', 1000, 0]), method);
    expect(w?.moved).toBeCloseTo((9000 - 1500) / 10000, 12);
    expect(w?.rate).toBeCloseTo(1000 / 2500, 12);
    expect(weigh([young('a', 10, 0), young('b', 190, 190)], census(['a', 9000, 0], ['b', 1000, 0]), { ...method, weightCap: null })?.rate).toBeCloseTo(0.1, 12);
  });

  test('W4 the cap bounds what weights can cost: n_eff ≥ n (1 − moved) ÷ 3', () => {
    fc.assert(fc.property(plan, (communities) => {
      const table = census(...communities.map((c, i): [string, number, number] => [`c${i}`, c.people, c.elders]));
      const groups = communities.flatMap((c, i) => [young(`c${i}`, c.young, 0, 1), old(`c${i}`, c.old, 0, 5)]);
      const w = weigh(groups, table, method);
      fc.pre(w !== null);
      const n = groups.reduce((sum, { scored }) => sum + scored, 0);
      expect(w.nEff).toBeGreaterThanOrEqual((n * (1 - w.moved)) / 3 - 1e-9);
    }));
  });

  test('W5 without a table communities count the same, bands are left alone', () => {
    const w = weigh([young('a', 90, 90), old('a', 2, 2), young('b', 20, 10)], null, method);
    expect(w).toMatchObject({ basis: 'equal_communities', merged: [] });
    expect(w?.rate).toBeCloseTo(0.75, 12);
    expect(weigh([young('a', 90, 90), young('b', 9, 0), young('c', 30, 30)], null, method)?.merged).toEqual(['b+c']);
  });

  test('W6 equal weights cost nothing', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 500 }), fc.integer({ min: 10, max: 500 }), (a, b) => {
      const w = weigh([young('a', a, a, 2), young('b', b, 0, 2)], census(['a', a * 7, 0], ['b', b * 7, 0]), method)!;
      expect(w.nEff).toBeCloseTo(a + b, 6);
      expect(w.rate).toBeCloseTo(a / (a + b), 9);
    }));
  });

  test('W7 a method of version 1 counts everybody once', () => {
    const w = weigh([young('a', 30, 30, 5), old('b', 3, 0, 1)], census(['a', 1, 1]), { ...method, weighting: 'none' });
    expect(w).toEqual({ rate: 30 / 33, nEff: 33, moved: 0, basis: 'unweighted', merged: [] });
  });

  test('nobody scored, nothing said; everybody satisfied, exactly 1', () => {
    expect(weigh([young('a', 0, 0)], null, method)).toBeNull();
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 20 }), (sizes) => {
      expect(weigh(sizes.map(([n, household], i) => young(`c${i % 4}`, n, n, household)), null, method)?.rate).toBeLessThanOrEqual(1);
    }));
  });

  test('a community that the table lacks is an error, not a guess', () => {
    expect(() => weigh([young('x', 20, 20)], census(['a', 1, 1]), method)).toThrow(/x/);
  });
});

describe('the finite population', () => {
  test('W8 n* grows as more of the frame answer, up to certainty', () => {
    expect(finiteN(300, 400, 1_000_000)).toBeCloseTo(300, 0);
    expect(finiteN(300, 400, 800)).toBeCloseTo((300 * 799) / 400, 10);
    expect(finiteN(400, 400, 400)).toBe(Infinity);
  });

  test.each([[0, 10, 100], [11, 10, 100], [10, 101, 100], [NaN, 10, 100]])('W8 refuses n_eff %d of %d from %d', (nEff, n, N) => {
    expect(() => finiteN(nEff, n, N)).toThrow(RangeError);
  });

  const frame = { eligible: 800, verified: true, status: '官方' } as const;
  test.each([
    ['a verified frame of a drawn round', 'drawn', frame, 599.25],
    ['an open round', 'open', frame, 300],
    ['no frame', 'drawn', null, 300],
    ['a frame nobody verified', 'drawn', { ...frame, verified: false }, 300],
    ['demonstration figures', 'drawn', { ...frame, status: '演示' }, 300],
    ['figures still to check', 'drawn', { ...frame, status: '待核' }, 300],
    ['a frame with fewer people than answered', 'drawn', { ...frame, eligible: 399 }, 300],
  ] as const)('W8 %s', (_, source, of, expected) => {
    expect(intervalN({ nEff: 300, n: 400, source, frame: of })).toBeCloseTo(expected, 10);
  });
});

test('W9 whatever their households, 20 scores of a community pass its gate', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 60 }), (sizes) => {
    expect(communityN(sizes.map((size, i) => (i % 2 ? young : old)('a', 1, 0, size)), method)).toBeGreaterThanOrEqual(method.gates.community);
  }), { examples: [[[...Array<number>(17).fill(1), 5, 5, 5]]] });
  expect(communityN([young('a', 0, 0)], method)).toBe(0);
  expect(communityN([young('a', 10, 0, 1), young('a', 10, 0, 5)], { weighting: 'none' })).toBe(20);
});
