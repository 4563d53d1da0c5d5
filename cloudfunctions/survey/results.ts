/** All releases of a circle and one of them whole: rate, n, source, interval, each question's distribution. */
import { circleById, communitiesOfCircle } from '../../database/queries/places';
import { releaseCell, releasesOf } from '../../database/queries/releases';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { summaryOf } from './releases';
import { runningRound } from './running';

export const results: Action<'survey.results'> = {
  for: 'anyone',
  transaction: false,
  async handle(input, context) {
    const { db, settings } = context;
    const circle = (await circleById(db, input.circle)) ?? refuse('unknown_place');
    const rows = await releasesOf(db, 'circle', circle.id);
    const row = input.release ? rows.find(({ id }) => id === input.release) ?? refuse('not_found') : rows[0];
    const found = row && (await releaseCell(db, row.id, 'circle', circle.id));
    const district = row && (await releaseCell(db, row.id, 'district', 'district'));
    const communities = (await communitiesOfCircle(db, circle.id)).map(({ code }) => code);
    return {
      circle: { id: circle.id, name: circle.name },
      releases: rows.map(({ id, title, at, kind }) => ({ id, title, at, kind })),
      release: row && found ? { ...summaryOf(row, found.cell), district: district?.cell ?? null, distributions: found.distributions } : null,
      running: await runningRound(context, communities, communities),
      hotline: settings.hotline,
    };
  },
};
