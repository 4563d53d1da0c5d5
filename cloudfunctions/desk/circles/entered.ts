/** What only people know of a place: read with who, when and from where; entered by those whose place it is. */
import { shanghaiDay } from '../../../domain/calendar';
import { enteredFault, enteredFields } from '../../../domain/figures/entered';
import { addEntries, entriesOf, newestEntries, type EnteredRow } from '../../../database/queries/entered';
import { circleById, communityByCode } from '../../../database/queries/places';
import type { ParsedInput } from '../../../types/contract';
import type { Entered } from '../../../types/contract/circles';
import type { DeskRole } from '../../../types/contract/shared';
import type { Action, Context } from '../../runtime/action';
import { audit } from '../../runtime/audit';
import { refuse } from '../../runtime/refusal';
import { placesWithin, requireCommunity, roleIn, scopeOf } from '../../runtime/scope';

export const entered: Action<'desk.entered'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, settings } = context;
    const communities = (await placesWithin(context, input.street)).flatMap((street) => street.communities);
    if (communities.length === 0) return refuse('unknown_place', 'street');
    const circles = scopeOf(caller.duties) === null && input.street === undefined ? await db.selectFrom('lz.circle').select(['id', 'name']).orderBy('position').execute() : [];
    return {
      fields: enteredFields.filter(({ of }) => of === 'community' || circles.length > 0).map(({ code, name, unit, of, kind, hint }) => ({ code, name, unit, of, kind, hint })),
      places: [...await placesOf(context, 'community', communities.map(({ code, name }) => ({ id: code, name }))), ...await placesOf(context, 'circle', circles)],
      hotline: settings.hotline,
    };
  },
};

const placesOf = async ({ db, caller }: Context, kind: 'community' | 'circle', places: readonly { readonly id: string; readonly name: string }[]): Promise<Entered['places']> => {
  const rows = await newestEntries(db, kind, places.map(({ id }) => id));
  return places.map(({ id, name }) => {
    const values = rows.filter((row) => row.place_id === id && (row.value !== null || row.words !== null));
    return {
      kind, id, name,
      values: values.map((row) => ({ field: row.field, value: row.value, words: row.words, source: row.source, asOf: row.as_of, at: row.at, role: row.by_role, mine: row.by === caller.person })),
      waiting: enteredFields.filter((field) => field.of === kind && !values.some((row) => row.field === field.code)).map((field) => field.name),
    };
  });
};

export const enter: Action<'desk.enter'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    const role = await roleAt(context, input.kind, input.place);
    if (input.asOf > shanghaiDay(now.getTime())) return refuse('day_ahead', 'asOf');
    const before = await entriesOf(db, input.sending);
    // something else under an id that was used would be lost in silence
    if (before.length > 0) return sameEntries(before, input, caller.person) ? { entered: input.values.length } : refuse('value_invalid', 'sending');
    const fields = input.values.map(({ field }) => field);
    if (new Set(fields).size !== fields.length) return refuse('value_invalid', 'values');
    const known = await newestEntries(db, input.kind, [input.place]);
    const wrong = enteredFault(input.kind, input.values, new Map(known.flatMap(({ field, value }): [string, number][] => (value === null || fields.includes(field) ? [] : [[field, value]]))));
    if (wrong) return refuse(wrong.fault, wrong.field);
    const added = await addEntries(db, input.values.map(({ field, value, words }) => ({
      sending: input.sending, place_kind: input.kind, place_id: input.place, field, value, words, source: input.source, as_of: input.asOf, at: now.toISOString(), by: caller.person, by_role: role,
    })));
    if (added > 0) await audit(context, 'figures.entered', input.place, { fields, source: input.source, asOf: input.asOf });
    return { entered: input.values.length };
  },
};

const sameEntries = (rows: readonly EnteredRow[], { kind, place, source, asOf, values }: ParsedInput<'desk.enter'>, by: string): boolean =>
  rows.length === values.length && values.every(({ field, value, words }) => rows.some((row) => row.by === by && row.place_kind === kind && row.place_id === place
    && row.source === source && row.as_of === asOf && row.field === field && row.value === value && row.words === words));

/** As what the caller may fill in this place: a community is for its own people, its street and the district, a circle for the district. */
const roleAt = async (context: Context, kind: 'community' | 'circle', place: string): Promise<DeskRole> => {
  const { db, caller } = context;
  if (kind === 'circle') {
    if (!(await circleById(db, place))) return refuse('unknown_place', 'place');
    return scopeOf(caller.duties) === null ? 'district' : refuse('out_of_scope');
  }
  const community = (await communityByCode(db, place)) ?? refuse('unknown_place', 'place');
  requireCommunity(context, community);
  return roleIn(caller.duties, community);
};
