import { dayOf, lastDayOf } from './days';

it.each([
  ['midnight in Liangzhou belongs to the day before', '2026-12-03T16:00:00.000Z', '12月3日'],
  ['any other time to its own day', '2026-12-03T10:00:00.000Z', '12月3日'],
])('%s', (_, at, day) => expect(lastDayOf(at)).toBe(day));

it.each([
  ['this year goes without saying', '2026-09-01T01:00:00.000Z', '9月1日'],
  ['another year is said', '2025-12-30T01:00:00.000Z', '2025年12月30日'],
  ['the year turns in Liangzhou, not in Greenwich', '2025-12-31T16:00:00.000Z', '1月1日'],
])('%s', (_, at, day) => expect(dayOf(at, Date.parse('2026-11-22T00:00:00.000Z'))).toBe(day));
