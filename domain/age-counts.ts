/**
 * How many of a community answered in each age band, for staff who steer the work: so much and no more that nobody's age follows from it,
 * nor who answered and who did not.
 *
 * What staff see besides: the total of each community as it grows, answer by answer, and how many came yesterday. So at any moment at
 * which bands are counted they may know the total too, and may have watched who came and went. From that follows each rule.
 *
 * S1 Two bands, those of the weights (18–59 and 60 up). Everybody counts who answered and has not withdrawn, eligible or not: the two are the
 *    total of that moment.
 * S2 Both or neither: with the total, one gives the other. Each is at least five. Nought is not shown either: that no one of 60 and more
 *    answered tells of everyone who says she did.
 * S3 What is shown gives way to a newer count only when both bands have grown by at least five. Else the difference of two days would tell of
 *    the one who came in between, or withdrew. Until then it stands as it was, with its date.
 * S4 Counted once a day, at the day's first seal, which takes everything that waits (seal-times.ts). An answer has no time, so a count is of
 *    the moment of that seal: of the day before where it was made in the first hour, as it is when the timer runs; else of that hour.
 * S5 A street, or the district, is the sum of its communities that are shown, and says how many those are and of when: a sum
 *    with the others in it would give them away by subtraction.
 */
import { shanghaiDay, startOfShanghaiDay } from './calendar';
import { bandOf, type Band } from './weights';

export const leastInBand = 5;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface AgeCount { readonly younger: number; readonly older: number }
export interface ShownAges extends AgeCount {
  /** The instant of the seal it was counted at. */
  readonly at: string;
}

/** S1. `rows`: how many gave each age option of the questionnaire. */
export function ageCountOf(rows: readonly { readonly ageBand: string; readonly n: number }[]): AgeCount {
  const of = (band: Band) => rows.reduce((sum, { ageBand, n }) => sum + (bandOf(ageBand) === band ? n : 0), 0);
  return { younger: of('18-59'), older: of('60-up') };
}

/** S2, S3: whether a count may be shown in place of the one that is shown, or of none. */
export function mayShow(shown: AgeCount | null, { younger, older }: AgeCount): boolean {
  return younger - (shown?.younger ?? 0) >= leastInBand && older - (shown?.older ?? 0) >= leastInBand;
}

/** S4: whether today's first seal was made, so that today's count can be. */
export const mayCount = (lastSealAt: number, now: number): boolean => shanghaiDay(lastSealAt) === shanghaiDay(now);

/** S4: the day a count made at this instant is of, or null where it is of a later hour of its own day. */
export function dayCounted(at: number): string | null {
  return at - startOfShanghaiDay(at) < hourMs ? shanghaiDay(at - dayMs) : null;
}

export interface SummedAges extends AgeCount {
  /** Communities in the sum, and those of the place. */
  readonly communities: number;
  readonly of: number;
  readonly oldest: string;
  readonly newest: string;
}

/** S5. Null where no community is shown. */
export function sumShown(rows: readonly (ShownAges | null)[]): SummedAges | null {
  const shown = rows.filter((row) => row !== null);
  if (shown.length === 0) return null;
  const times = shown.map(({ at }) => at).sort();
  return {
    younger: shown.reduce((sum, { younger }) => sum + younger, 0), older: shown.reduce((sum, { older }) => sum + older, 0),
    communities: shown.length, of: rows.length, oldest: times[0]!, newest: times[times.length - 1]!,
  };
}
