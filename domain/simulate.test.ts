import { method } from '../rules';
import { chanceFrom } from '../local/demo/random';
import { populate } from './population';
import { simulate, standardError, wilsonCoverage, type SimulatedRound } from './simulate';
import { simulatedRounds } from './simulate-designs';

test.each([[384, 0.9494], [100, 0.9364], [50, 0.9703]])('X1 unweighted, n = %d covers %d', (n, expected) => {
  expect(Math.abs(wilsonCoverage(n, 0.9, method.z) - expected)).toBeLessThanOrEqual(0.0001);
});

test('X4 the standard error of a simulated share', () => expect(standardError(0.95, 5000)).toBeCloseTo(0.00308, 5));

describe('a round', () => {
  const population = populate({
    communities: [{ code: 'a', adults: 1800, elders: 0.2, leaning: 0.2 }, { code: 'b', adults: 700, elders: 0.35, leaning: -0.2 }],
    households: [0.2, 0.5, 0.2, 0.1], rate: 0.9, unclear: 0.05, leanings: { elders: 0.3, perAdult: -0.05, home: 0.6 },
  }, chanceFrom(3).next);
  const design: SimulatedRound = {
    name: 'a', population, letters: [250, 150], response: { '18-59': 0.35, '60-up': 0.55 }, satisfiedAnswer: 1, open: false, verifiedFrame: false, census: true, trial: true,
  };
  const run = (change: Partial<SimulatedRound>, rounds: number) => simulate({ ...design, ...change }, rounds, method, chanceFrom(4).next);

  // 5,000 rounds of each design are npm run simulate; here only that it works at all.
  test.each([
    ['of letters', {}],
    ['of most of a verified frame', { letters: [600, 250], verifiedFrame: true }],
  ] as const)('X2 %s covers about 95 %%', (_, change) => {
    const result = run(change, 300);
    expect(Math.abs(result.coverage - 0.95) / standardError(0.95, 300)).toBeLessThan(4);
    expect(Math.abs(result.rate - result.truth)).toBeLessThan(0.01);
    expect(result.nEff).toBeLessThan(result.scored);
  });

  test('X3 where the satisfied answer twice as often, weights do not help', () => {
    const result = run({ satisfiedAnswer: 2, letters: [600, 250], trial: false }, 100);
    expect(result.coverage).toBeLessThan(0.5);
    expect(result.passes).toBeNull();
  });

  test('the same seed gives the same figures, drawing leaves no trace', () => expect(run({}, 20)).toEqual(run({}, 20)));
});

test('X3 the named designs: one truth just under the target; a trial is drawn, weighted to the people, and opinion plays no part in it', () => {
  const designs = simulatedRounds(method, chanceFrom(3).next);
  expect(new Set(designs.map(({ name }) => name)).size).toBe(designs.length);
  const trials = designs.filter(({ trial }) => trial);
  expect(trials.length).toBeGreaterThanOrEqual(8);
  for (const { open, satisfiedAnswer, census } of trials) expect([open, satisfiedAnswer, census]).toEqual([false, 1, true]);
  expect(trials.some(({ population: { rate } }) => rate < method.target && rate > 0.898)).toBe(true);
});
