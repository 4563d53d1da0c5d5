/** What residents said of being told how to fill in, for those above the district: community and day, small numbers as 「有」. */
import { leastShown, shownReports } from '../../domain/pressure';
import { allPlaces } from '../../database/queries/places';
import { newestPressure } from '../../database/queries/pressure';
import type { PressureRound } from '../../types/contract/desk';
import type { Action } from '../runtime/action';

const mostShown = 1000;

export const pressure: Action<'desk.pressure'> = {
  transaction: false,
  async handle(_input, { db, now }) {
    const places = new Map((await allPlaces(db)).flatMap((street) => street.communities.map(({ code, name, circles }) =>
      [code, { community: { code, name }, street: { code: street.code, name: street.name }, circles: circles.map((circle) => circle.name) }] as const)));
    const found = await newestPressure(db, mostShown + 1);
    const rounds: PressureRound[] = [];
    for (const { round_id: id, title, opens_at: opensAt, closes_at: closesAt, demo, day, community_code: code, reports } of found.slice(0, mostShown)) {
      const place = places.get(code);
      if (!place) continue;
      if (rounds.at(-1)?.id !== id) rounds.push({ id, title, opensAt, closesAt, demo, days: [] });
      const { days } = rounds.at(-1)!;
      if (days.at(-1)?.day !== day) days.push({ day, rows: [] });
      days.at(-1)!.rows.push({ ...place, ...shownReports(reports) });
    }
    return { asOf: now.toISOString(), least: leastShown, rounds, more: found.length > mostShown };
  },
};
