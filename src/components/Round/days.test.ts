import { dayOf, lastDayOf, runningWords } from './days';

it.each([
  ['midnight in Liangzhou belongs to the day before', '2026-12-03T16:00:00.000Z', '12月3日'],
  ['any other time to its own day', '2026-12-03T10:00:00.000Z', '12月3日'],
])('%s', (_, at, day) => expect(lastDayOf(at)).toBe(day));

it.each([
  ['this year goes without saying', '2026-09-01T01:00:00.000Z', '9月1日'],
  ['another year is said', '2025-12-30T01:00:00.000Z', '2025年12月30日'],
  ['the year turns in Liangzhou, not in Greenwich', '2025-12-31T16:00:00.000Z', '1月1日'],
])('%s', (_, at, day) => expect(dayOf(at, Date.parse('2026-11-22T00:00:00.000Z'))).toBe(day));

it('a count of answers says as of when', () => {
  const round = { title: '本轮', asOf: '2026-11-22T06:05:00.000Z', closesAt: '2026-12-03T16:00:00.000Z', releaseAt: '2026-12-05T02:00:00.000Z' };
  expect(runningWords(round)).toBe('11月22日 14:05 的数。本轮，12月3日截止，12月5日公布。公布以前只数份数，不算比例。');
});
