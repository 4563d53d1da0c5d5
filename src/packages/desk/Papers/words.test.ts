import { progressWords, sizeWords } from './words';

test.each([[1, '1 KB'], [87_040, '85 KB'], [3_355_443, '3.2 MB']])('%d bytes are %s', (bytes, said) => expect(sizeWords(bytes)).toBe(said));

test.each([
  ['waiting', 'table', 0, '马上开始，已做 0 步，共 9 步'],
  ['working', 'table', 2, '正在写统计表，已做 2 步，共 9 步'],
  ['working', 'something-new', 3, '正在做，已做 3 步，共 9 步'],
] as const)('%s with %s to do, %d done', (state, doing, done, said) => expect(progressWords({ state, doing, done, steps: 9 })).toBe(said));
