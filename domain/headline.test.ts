import { headlineOf } from './headline';

const weighted = { rate: 0.918, nEff: 240, moved: 0.012, basis: 'census' } as const;
const cell = { rate: 0.93, weighted: null, interval: { low: 0.9, high: 0.955 }, target: 0.9 };

test('what is judged stands large, and the other rate beside it', () => {
  expect(headlineOf({ ...cell, weighted })).toEqual({ main: 0.918, text: '91.8%', beside: '没加权是 93.0%' });
  expect(headlineOf({ ...cell, weighted, interval: null })).toEqual({ main: 0.93, text: '93.0%', beside: '加权后是 91.8%' });
  expect(headlineOf(cell)).toEqual({ main: 0.93, text: '93.0%', beside: null });
});
test('nothing stands for what was not published', () => expect(headlineOf({ ...cell, rate: null })).toBeNull());
