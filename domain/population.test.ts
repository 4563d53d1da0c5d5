import { questionnaireA as q } from '../rules';
import { chanceFrom } from '../local/demo/random';
import { censusProblems } from './census';
import { censusOf, populate, type PopulationDesign } from './population';
import { forgedAnswers, honestAnswers } from './population-answers';
import { cleanAnswers, isEligible, problemsOf } from './questionnaire';

const design: PopulationDesign = {
  communities: [{ code: 'a', adults: 3000, elders: 0.2, leaning: 0.5 }, { code: 'b', adults: 1000, elders: 0.4, leaning: -0.5 }],
  households: [0.2, 0.5, 0.2, 0.1], rate: 0.899, unclear: 0.05, leanings: { elders: 0.5, perAdult: 0, home: 0.5 },
};
const people = populate(design, chanceFrom(7).next);
const adults = (code?: string) => people.communities.filter((one) => code === undefined || one.code === code).flatMap(({ households }) => households.flatMap((household) => household.adults));
const rateOf = (of: readonly { score: number | null }[]) => {
  const scored = of.filter(({ score }) => score !== null);
  return scored.filter(({ score }) => score! >= 4).length / scored.length;
};

test('P1 the true rate is known and the one wanted', () => {
  expect(people.rate).toBe(rateOf(adults()));
  expect(people.rate).toBeCloseTo(0.899, 3);
  expect(people.size).toBe(adults().length);
});

test('P2 communities, age bands and unclear ones differ as designed', () => {
  expect(rateOf(adults('a'))).toBeGreaterThan(rateOf(adults('b')) + 0.03);
  expect(rateOf(adults().filter(({ band }) => band === '60-up'))).toBeGreaterThan(rateOf(adults().filter(({ band }) => band === '18-59')));
  expect(adults().filter(({ score }) => score === null).length / people.size).toBeCloseTo(0.05, 1);
});

test('P3 the census table counts them', () => {
  const table = censusOf(people);
  expect(censusProblems(table, ['a', 'b'])).toEqual([]);
  expect(table.communities[0]?.total).toBe(adults('a').length);
  expect(table.status).toBe('演示');
});

test('the same seed makes the same people', () => {
  expect(populate(design, chanceFrom(7).next)).toEqual(people);
  expect(populate(design, chanceFrom(8).next)).not.toEqual(people);
});

describe('answers', () => {
  const round = { questionnaire: q, source: 'drawn', days: 14 } as const;
  const { next } = chanceFrom(9);
  const honest = honestAnswers(round, people, 600, () => 0.5, next);

  test.each(['honest', 'staff', 'key', 'bot'] as const)('of the kind %s are such as the function takes', (by) => {
    for (const one of by === 'honest' ? honest : forgedAnswers(round, by, ['a', 'b'], 100, next)) {
      expect(one.by).toBe(by);
      expect(problemsOf(q, one.answers, round, new Set(['a', 'b']))).toEqual([]);
      expect(cleanAnswers(q, one.answers, round)).toEqual(one.answers);
      expect(one.seconds % 5).toBe(0);
      expect(one.hour >= 0 && one.hour < 14 * 24).toBe(true);
    }
  });

  test('Q1 most honest ones count, and their rate is near the truth', () => {
    expect(honest.filter(({ answers }) => isEligible(q, answers, { eligibleResidence: ['over-3-years'] })).length).toBeGreaterThan(540);
    const points = new Map(q.questions.find(({ id }) => id === 'A6')?.options?.map(({ code, score }) => [code, score ?? null]));
    expect(Math.abs(rateOf(honest.map(({ answers }) => ({ score: points.get(answers.A6 as string) ?? null }))) - people.rate)).toBeLessThan(0.04);
  });

  test('an adult answers once, so that there can be too few', () => {
    expect(() => honestAnswers(round, people, people.size + 1, () => 1, next)).toThrow(RangeError);
  });
});
