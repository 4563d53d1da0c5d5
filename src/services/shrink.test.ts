import { aim, fitted, shrunk } from './shrink';

test.each([
  [{ width: 4000, height: 3000 }, { width: 1280, height: 960 }], [{ width: 3000, height: 4000 }, { width: 960, height: 1280 }],
  [{ width: 640, height: 480 }, { width: 640, height: 480 }], [{ width: 20000, height: 5 }, { width: 1280, height: 1 }],
])('Z1 %j becomes %j', (size, small) => expect(fitted(size, 1280)).toEqual(small));

test.each([[[aim], 1], [[aim + 1, aim], 2], [[9e6, 9e6, 9e6, 9e6, 9e6], 5]])('Z2 of %j bytes the %i. is taken', async (sizes, taken) => {
  const asked: [number, number][] = [];
  const last = await shrunk(async (side, quality) => asked.push([side, quality]), (nth) => sizes[nth - 1] ?? 0);
  expect([last, asked.length]).toEqual([taken, taken]);
  expect(asked).toEqual([...asked].sort((a, b) => b[0] * b[1] - a[0] * a[1]));
});
