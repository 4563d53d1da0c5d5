/** Age bands in words, and the time they were counted for: in pieces, so that a narrow line breaks between them and not inside. */
import { dayCounted } from '../../../../../domain/age-counts';
import { dateTime, monthDay, shanghaiDay } from '../../../../../domain/calendar';
import type { Progress, ProgressRow } from '../../../../../types/contract/desk';

const dayMs = 24 * 3_600_000;
const bands = ({ younger, older }: { readonly younger: number; readonly older: number }) => [`18–59 岁 ${younger} 份，`, `60 岁以上 ${older} 份，`];

/** 昨天, or 11月15日, or 11月15日 08:00; `asOf`: when the page's figures were read. */
const until = (at: string, asOf: string) => {
  const day = dayCounted(Date.parse(at));
  return day === null ? dateTime(at) : day === shanghaiDay(Date.parse(asOf) - dayMs) ? '昨天' : monthDay(day);
};

/** Bands are of all answers; where those by the poster stand apart, that is said. */
export const withPosters = (words: string[], beside: number): string[] => (beside > 0 ? ['连海报的一起：', ...words] : words);

/** 18–59 岁 30 份，60 岁以上 12 份，截至昨天 */
export const agesOf = (ages: NonNullable<ProgressRow['ages']>, asOf: string): string[] => [...bands(ages), `截至${until(ages.at, asOf)}`];

/** Of a place: how many of its communities are in the sum, where not all. */
export const summedAgesOf = ({ oldest, newest, communities, of, ...ages }: NonNullable<Progress['ages']>, asOf: string): string[] => {
  const [first, last] = [until(oldest, asOf), until(newest, asOf)];
  return [...bands(ages), `截至${first === last ? last : `${first}到${last}不等`}`, ...(communities < of ? [`（${of} 个社区里的 ${communities} 个）`] : [])];
};

export const agesNote = '各年龄段一天数一次。一个社区两段都满 5 份才写，写过以后两段各再添 5 份才换成新的：免得看出谁答过、谁没答。';
