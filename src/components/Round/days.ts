/** Days of a round as people say them. */
import { monthDay, shanghaiDay } from '../../../domain/calendar';
import { dayWords } from '../OutletCard/words';

/** The last day on which answers are taken: a round that closes at midnight closes with the day before. */
export const lastDayOf = (closesAt: string): string => monthDay(new Date(Date.parse(closesAt) - 1).toISOString());

/** The day of an instant; with its year when that is not this one. `now` in epoch ms. */
export const dayOf = (at: string, now: number): string => dayWords(shanghaiDay(Date.parse(at)), Number(shanghaiDay(now).slice(0, 4)));
