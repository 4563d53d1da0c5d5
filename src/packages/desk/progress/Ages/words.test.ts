import { agesOf, summedAgesOf, withPosters } from './words';

const asOf = '2026-11-18T04:00:00.000Z';
/** 00:05 in Liangzhou at the beginning of the day after. */
const after = (day: string) => new Date(Date.parse(`${day}T16:05:00.000Z`)).toISOString();
const ages = (at: string) => agesOf({ younger: 30, older: 12, at }, asOf).join('');

it('says up to which day', () => {
  expect(ages(after('2026-11-17'))).toBe('18–59 岁 30 份，60 岁以上 12 份，截至昨天');
  expect(ages(after('2026-11-15'))).toBe('18–59 岁 30 份，60 岁以上 12 份，截至11月15日');
});
it('says the hour where it was counted late', () => expect(ages('2026-11-18T01:30:00.000Z')).toContain('截至11月18日 09:30'));
it('takes yesterday by the calendar of Liangzhou', () => expect(agesOf({ younger: 5, older: 5, at: after('2026-11-18') }, '2026-11-18T16:07:00.000Z')).toContain('截至昨天'));
it('says how many communities a sum is of, and from when', () => {
  const sum = { younger: 90, older: 41, communities: 5, of: 7, oldest: after('2026-11-14'), newest: after('2026-11-17') };
  expect(summedAgesOf(sum, asOf).join('')).toBe('18–59 岁 90 份，60 岁以上 41 份，截至11月14日到昨天不等（7 个社区里的 5 个）');
  expect(summedAgesOf({ ...sum, communities: 7, oldest: '2026-11-17T16:03:00.000Z' }, asOf).join('')).toBe('18–59 岁 90 份，60 岁以上 41 份，截至昨天');
});
it('says where answers by the poster are among them', () => expect([withPosters(['甲'], 3), withPosters(['甲'], 0)]).toEqual([['连海报的一起：', '甲'], ['甲']]));
