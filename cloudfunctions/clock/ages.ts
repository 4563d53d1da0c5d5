/**
 * Counts a running round by age band for staff, once a day, after the day's first seal. In the caller's transaction; whoever claims the day
 * counts it, everybody else finds it done. What may not be shown is not written either: the desk reads the table itself.
 */
import { ageCountOf, mayCount, mayShow } from '../../domain/age-counts';
import { shanghaiDay } from '../../domain/calendar';
import { answersByAge, claimDay, showAges, shownAges } from '../../database/queries/ages';
import { lastSeal } from '../../database/queries/seals';
import type { Handle } from '../../database/handle';

/** Returns false where there was nothing to do yet, or no more. */
export const countAges = async (db: Handle, round: string, now: Date): Promise<boolean> => {
  const seal = await lastSeal(db, round);
  if (seal === null || !mayCount(Date.parse(seal.at), now.getTime()) || !(await claimDay(db, round, shanghaiDay(now.getTime())))) return false;
  const answers = await answersByAge(db, round);
  const shown = await shownAges(db, round);
  const counts = [...new Set(answers.map(({ community }) => community))].map((community) => ({ community, at: seal.at, ...ageCountOf(answers.filter((row) => row.community === community)) }));
  await showAges(db, round, counts.filter((count) => mayShow(shown.get(count.community) ?? null, count)));
  return true;
};
