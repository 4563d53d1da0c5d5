/** What only people know of a place: read with who, when and from where; entered by those whose place it is. */
import { enteredFields } from '../../../domain/figures/entered';
import { standingEntries } from '../../../database/queries/entered';
import type { Entered } from '../../../types/contract/circles';
import { reachOf } from '../../../types/permissions';
import type { Action, Context } from '../../runtime/action';
import { enterValues } from '../../runtime/entering';
import { refuse } from '../../runtime/refusal';
import { placesWithin, scopeOf } from '../../runtime/scope';

export const entered: Action<'desk.entered'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, settings } = context;
    const communities = (await placesWithin(context, input.street)).flatMap((street) => street.communities);
    if (communities.length === 0) return refuse('unknown_place', 'street');
    const circles = scopeOf(caller.duties) === null && input.street === undefined ? await db.selectFrom('lz.circle').select(['id', 'name']).orderBy('position').execute() : [];
    return {
      fields: enteredFields.filter(({ of }) => of === 'community' || circles.length > 0).map(({ code, name, unit, of, kind, hint, options }) => ({ code, name, unit, of, kind, hint, options: options ? [...options] : null })),
      places: [...await placesOf(context, 'community', communities.map(({ code, name }) => ({ id: code, name }))), ...await placesOf(context, 'circle', circles)],
      byTable: reachOf('export.enterEntries', caller.duties.map(({ role }) => role)) !== null,
      hotline: settings.hotline,
    };
  },
};

const placesOf = async ({ db, caller }: Context, kind: 'community' | 'circle', places: readonly { readonly id: string; readonly name: string }[]): Promise<Entered['places']> => {
  const rows = await standingEntries(db, kind, places.map(({ id }) => id));
  return places.map(({ id, name }) => {
    const values = rows.filter((row) => row.place_id === id);
    return {
      kind, id, name,
      values: values.map((row) => ({ field: row.field, value: row.value, words: row.words, source: row.source, asOf: row.as_of, at: row.at, role: row.by_role, mine: row.by === caller.person })),
      waiting: enteredFields.filter((field) => field.of === kind && !field.optional && !values.some((row) => row.field === field.code)).map((field) => field.name),
    };
  });
};

export const enter: Action<'desk.enter'> = {
  transaction: true,
  async handle({ sending, ...place }, context) {
    return { entered: await enterValues(context, sending, [place]) };
  },
};
