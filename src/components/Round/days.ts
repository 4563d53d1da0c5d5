/** Days of a round as people say them. */
import { monthDay } from '../../../domain/calendar';

/** The last day on which answers are taken: a round that closes at midnight closes with the day before. */
export const lastDayOf = (closesAt: string): string => monthDay(new Date(Date.parse(closesAt) - 1).toISOString());
