import { method, questionnaireA as q } from '../rules';
import type { Answers } from '../types/contract/survey';
import { distributionsOf } from './distribution';

const person = (change: Answers = {}): Answers => ({ A1: '620602001001', A2: '35-49', A3: 'over-3-years', A6: 'satisfied', A18: '谢谢', ...change });
const repeat = (n: number, one: Answers) => Array.from({ length: n }, () => one);
const of = (id: string, responses: Answers[]) => distributionsOf(q, method, responses).find(({ question }) => question === id);

describe('distributions', () => {
  test('S1 shares are of those who answered', () => {
    const spread = of('A6', [...repeat(12, person()), ...repeat(4, person({ A6: 'neutral' })), ...repeat(5, { A2: '35-49', A3: 'over-3-years' })]);
    expect(spread?.n).toBe(16);
    expect(spread?.options.map(({ code, share }) => [code, share])).toEqual([
      ['very-satisfied', 0], ['satisfied', 0.75], ['neutral', 0.25], ['dissatisfied', 0], ['very-dissatisfied', 0], ['unclear', 0],
    ]);
  });

  test('S1 of a multiple choice each person counts once for each option', () => {
    const spread = of('A17', [...repeat(10, person({ A17: ['price', 'hours', 'price'] })), ...repeat(10, person({ A17: ['price'] }))]);
    expect(spread?.n).toBe(20);
    expect(spread?.options.filter(({ share }) => share > 0).map(({ code, share }) => [code, share])).toEqual([['price', 1], ['hours', 0.5]]);
  });

  test('S1 the ineligible are left out', () => {
    expect(of('A6', [...repeat(9, person()), ...repeat(20, person({ A3: 'works-nearby' }))])).toBeUndefined();
  });

  test('S2 a question that nine answered is left out', () => {
    const responses = [...repeat(9, person({ A16: '6-10' })), ...repeat(5, person())];
    expect(of('A16', responses)).toBeUndefined();
    expect(of('A16', [...responses, person({ A16: '6-10' })])?.n).toBe(10);
  });

  test('S3 communities and words people wrote never appear', () => {
    const shown = distributionsOf(q, method, repeat(50, person()));
    expect(shown.map(({ question }) => question)).toEqual(['A2', 'A3', 'A6']);
    expect(JSON.stringify(shown)).not.toMatch(/谢谢|620602/);
  });

  test('S4 options stand in the order of the questionnaire, also those nobody chose', () => {
    const spread = of('A3', repeat(10, person()));
    expect(spread?.options.map(({ code }) => code)).toEqual(q.questions.find(({ id }) => id === 'A3')?.options?.map(({ code }) => code));
  });
});
