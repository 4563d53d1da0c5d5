/** A time with its year: a round is written down months ahead, and a wrong year is the easiest slip. */
import { dateTime, shanghaiDay } from '../../domain/calendar';

/** 2027年3月1日 08:00, Asia/Shanghai, of an instant. */
export const inFull = (iso: string): string => `${shanghaiDay(Date.parse(iso)).slice(0, 4)}年${dateTime(iso)}`;
