/** Days of a round as people say them. */
import type { RunningRound } from '../../../types/contract/results';
import { dateTime, lastDayUntil, monthDay, shanghaiDay } from '../../../domain/calendar';
import { dayWords } from '../OutletCard/words';

/** The last day on which answers are taken: a round that closes at midnight closes with the day before. */
export const lastDayOf = (closesAt: string): string => monthDay(lastDayUntil(closesAt));

/** The day of an instant; with its year when that is not this one. `now` in epoch ms. */
export const dayOf = (at: string, now: number): string => dayWords(shanghaiDay(Date.parse(at)), Number(shanghaiDay(now).slice(0, 4)));

/** What stands under 「已有 148 人回答」: as of when, until when, and when there will be more to see. */
export const runningWords = ({ title, asOf, closesAt, releaseAt }: Pick<RunningRound, 'title' | 'asOf' | 'closesAt' | 'releaseAt'>, until = '公布以前只数份数，不算比例。'): string =>
  `${dateTime(asOf)} 的数。${title}，${lastDayOf(closesAt)}截止，${monthDay(releaseAt)}公布。${until}`;
