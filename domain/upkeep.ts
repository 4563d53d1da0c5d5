/**
 * How sure an entry of the map is: what reports that agree do to its standing, and how its last sign of life ages.
 *
 * S1 Only reports that an outlet is closed lower its standing; one person counts once, however often she reports.
 * S2 A report counts for `withinDays`, and only if it is newer than the last confirmation.
 * S3 From `doubtAt` people on it is doubted (可能已关), from `hideAt` on it no longer counts as open now. One person alone never does either.
 * S4 The last sign of life is the newer of confirmation and verification. Up to `freshDays` it is fresh, up to `staleDays` it is ageing, then stale (待确认);
 *    without any sign it is stale.
 */
import type { UpkeepRules } from '../types/rules';

const dayMs = 86_400_000;

export interface ClosedReport { readonly by: string; readonly at: number }
/** What the standing falls to, or null: too few. Times in ms. */
export const standingByReports = (reports: readonly ClosedReport[], confirmedAt: number | null, now: number, rules: UpkeepRules['reports']): 'doubted' | 'hidden' | null => {
  const people = new Set(reports.filter(({ at }) => at > now - rules.withinDays * dayMs && at > (confirmedAt ?? -Infinity)).map(({ by }) => by)).size;
  if (people >= Math.max(2, rules.hideAt)) return 'hidden';
  return people >= Math.max(2, rules.doubtAt) ? 'doubted' : null;
};

export type Freshness = 'fresh' | 'ageing' | 'stale';
/** `lastSign`: ms, or null if nobody ever confirmed or verified it. */
export const freshness = (lastSign: number | null, now: number, { freshDays, staleDays }: Pick<UpkeepRules, 'freshDays' | 'staleDays'>): Freshness => {
  if (lastSign === null) return 'stale';
  const days = (now - lastSign) / dayMs;
  return days <= freshDays ? 'fresh' : days <= staleDays ? 'ageing' : 'stale';
};
/** The newer of two instants, ms. */
export const lastSign = (confirmedAt: string | null, verifiedAt: string | null): number | null => {
  const times = [confirmedAt, verifiedAt].filter((at) => at !== null).map((at) => Date.parse(at));
  return times.length === 0 ? null : Math.max(...times);
};
