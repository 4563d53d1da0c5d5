import { questionnaireA as q } from '../rules';
import { distributionOf, isAboutThePerson, withOptions } from './distribution';

const question = (id: string) => q.questions.find((one) => one.id === id)!;
const count = (id: string, n: number, chosen: Record<string, number>) => ({ n, options: question(id).options!.map(({ code }) => chosen[code] ?? 0) });
const shares = (id: string, n: number, chosen: Record<string, number>) => distributionOf(question(id), count(id, n, chosen)).options.filter(({ share }) => share > 0).map(({ code, share }) => [code, share]);

describe('distributions', () => {
  test('D1 shares are of those who answered', () => expect(shares('A6', 16, { satisfied: 12, neutral: 4 })).toEqual([['satisfied', 0.75], ['neutral', 0.25]]));
  test('D1 of a multiple choice they can sum to more than one', () => expect(shares('A17', 20, { price: 20, hours: 10 })).toEqual([['price', 1], ['hours', 0.5]]));
  test('D1 nobody is no share', () => expect(shares('A6', 0, {})).toEqual([]));
  test('D2 communities and words people wrote never appear', () => {
    const ids = withOptions(q).map(({ id }) => id);
    expect(ids).toContain('A6');
    expect(ids).not.toContain('A1');
    expect(ids).not.toContain('A18');
  });
  test('D3 options stand in the order of the questionnaire, also those nobody chose', () =>
    expect(distributionOf(question('A3'), count('A3', 10, {})).options.map(({ code }) => code)).toEqual(question('A3').options!.map(({ code }) => code)));
  test('D4 age, residence, filler and household are about the person, the rest is opinion', () =>
    expect(withOptions(q).filter((one) => isAboutThePerson(q, one)).map(({ id }) => id)).toEqual(['A2', 'A3', 'A4', 'A4b', 'A5']));
});
