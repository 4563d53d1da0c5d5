/** Registrations that wait, oldest first, each with what is already listed close by under a similar name. */
import { project, straightMetres } from '../../domain/geometry';
import { similarNames } from '../../domain/similar-names';
import { outletsWithin } from '../../database/queries/outlets';
import { latestRule } from '../../database/queries/rules';
import { countWaiting, shownRegistration, waitingRegistrations } from '../../database/queries/registrations';
import type { FormatRules } from '../../types/rules';
import { gcj02 } from '../../types/units';
import type { Action } from '../runtime/action';
import { scopeOf } from './scope';

const mostShown = 50;
const closeBy = 50;

export const queue: Action<'desk.queue'> = {
  for: 'officer',
  transaction: false,
  async handle(input, { db, caller, now, settings }) {
    const scope = scopeOf(caller.duties, input.street);
    const formats = (await latestRule<FormatRules>(db, 'formats'))?.body.formats ?? [];
    const items = [];
    for (const row of await waitingRegistrations(db, scope, mostShown)) {
      const here = gcj02(row.draft.point.lng, row.draft.point.lat);
      const { x, y } = project(here);
      const near = await outletsWithin(db, x, y, closeBy);
      items.push({
        registration: shownRegistration(row),
        community: { code: row.community_code, name: row.communityName },
        formatName: formats.find(({ code }) => code === row.draft.format)?.name ?? '其他',
        waitingHours: Math.max(0, Math.floor((now.getTime() - Date.parse(row.submitted_at)) / 3_600_000)),
        similar: near.filter(({ id, name }) => id !== row.outlet_id && similarNames(name, row.draft.name))
          .map(({ id, name, lng, lat }) => ({ id, name, metres: Math.round(straightMetres(here, gcj02(lng, lat))) })),
      });
    }
    return { items, waiting: await countWaiting(db, scope), hotline: settings.hotline };
  },
};
