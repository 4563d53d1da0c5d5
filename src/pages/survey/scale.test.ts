import { questionnaireA } from '../../../rules';
import { shownOptions } from './scale';

const question = (id: string) => questionnaireA.questions.find((one) => one.id === id)!;
const codes = (id: string, reversed: boolean) => shownOptions(question(id), reversed).map(({ code }) => code);

test('a scale turns round, 不清楚 stays last', () => {
  const forward = codes('A6', false);
  expect(codes('A6', true)).toEqual([...forward.slice(0, 5).reverse(), forward[5]]);
  expect(forward[0]).toBe('very-satisfied');
});

test.each(['A2', 'A3', 'A5', 'A16', 'A17', 'A18'])('%s is no scale and stays as it is', (id) => expect(codes(id, true)).toEqual(codes(id, false)));
