import { lastDayOf } from './days';

it.each([
  ['midnight in Liangzhou belongs to the day before', '2026-12-03T16:00:00.000Z', '12月3日'],
  ['any other time to its own day', '2026-12-03T10:00:00.000Z', '12月3日'],
])('%s', (_, at, day) => expect(lastDayOf(at)).toBe(day));
