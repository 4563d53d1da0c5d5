/** Registrations that wait, oldest first, or one by its id, each with what is already listed close by under a similar name. */
import { project, straightMetres } from '../../domain/geometry';
import { similarNames } from '../../domain/similar-names';
import { outletsWithin } from '../../database/queries/outlets';
import { latestRule } from '../../database/queries/rules';
import { countWaiting, placedRegistration, shownRegistration, waitingRegistrations } from '../../database/queries/registrations';
import type { FormatRules } from '../../types/rules';
import { gcj02 } from '../../types/units';
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { scopeOf } from './scope';

const mostShown = 50;
const closeBy = 50;

export const queue: Action<'desk.queue'> = {
  for: 'officer',
  transaction: false,
  async handle(input, context) {
    const { db, caller, now, settings } = context;
    const scope = scopeOf(caller.duties, input.street);
    const formats = (await latestRule<FormatRules>(db, 'formats'))?.body.formats ?? [];
    const items = [];
    for (const row of input.id === undefined ? await waitingRegistrations(db, scope, mostShown) : [await oneWaiting(input.id, scope, context)]) {
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

/** For a case opened by its link. */
const oneWaiting = async (id: string, scope: readonly string[] | null, { db }: Context) => {
  const row = (await placedRegistration(db, id)) ?? refuse('not_found');
  if (scope !== null && !scope.includes(row.street_code)) return refuse('out_of_scope');
  return row.state === 'pending' ? row : refuse('decided_already');
};
