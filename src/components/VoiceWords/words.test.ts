import { aspectNames } from '../../../domain/reviews';
import { aspectsLine, aspectWords } from '.';

test('every aspect has its word, in one order', () => expect(aspectWords.map(({ name }) => name)).toEqual([...aspectNames]));
test('what was not noticed is left out', () => {
  expect(aspectsLine({ quality: 'good', price: 'fair', manner: 'unnoticed', clean: 'bad', elderFit: 'unnoticed' })).toBe('质量好 · 价格一般 · 卫生不好');
});
