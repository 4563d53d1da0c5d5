/**
 * When a round is sealed. Every hour, but a batch should not give away who is who: what a seal moves was sent since the
 * last one, and participation tells that hour too, so fewer than ten answers wait for company, at most a day.
 *
 * S1 At most one seal an hour, by the hour of the clock.
 * S2 Nothing waits: an empty seal is made, so that silence can be told from a stopped clock.
 * S3 Ten or more wait: they are sealed in the hour. Fewer wait for the first seal of the day (Asia/Shanghai), which takes everything.
 * S4 After the grace time one last seal takes everything; then there are no more.
 * S5 Whatever waits is sealed within 24 hours, as the receipt promises, if the timer runs.
 */
import { shanghaiDay } from './calendar';

export interface Sealing {
  /** ms since the epoch. */
  readonly opensAt: number;
  readonly graceEndsAt: number;
  readonly lastSealAt: number | null;
  /** Answers and withdrawals that came since. */
  readonly waiting: number;
}

const hourMs = 3_600_000;
/** How many at least are moved together within the day; the smallest cell of the method. */
const company = 10;
const hourOf = (at: number) => Math.floor(at / hourMs);

export function isSealDue({ opensAt, graceEndsAt, lastSealAt, waiting }: Sealing, now: number): boolean {
  if (now < opensAt) return false;
  if (now >= graceEndsAt) return waiting > 0 || lastSealAt === null || lastSealAt < graceEndsAt;
  if (lastSealAt !== null && hourOf(lastSealAt) >= hourOf(now)) return false;
  const firstOfDay = lastSealAt === null || shanghaiDay(lastSealAt) !== shanghaiDay(now);
  return waiting === 0 || waiting >= company || firstOfDay;
}
