import { clock, minutesOf, steps } from './clock';

test('times are read as they are written', () => {
  for (const minutes of [0, 510, 1439]) expect(minutesOf(clock(minutes))).toBe(minutes);
  expect([minutesOf(''), minutesOf('24:00'), minutesOf('8:75')]).toEqual([null, null, null]);
});

test('an odd time that was sent before can still be chosen; an end may be midnight', () => {
  expect(steps(505, false)).toContain(505);
  expect(steps(540, false)).toHaveLength(96);
  expect(steps(540, true).slice(-1)).toEqual([0]);
});
