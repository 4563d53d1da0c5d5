/**
 * Values that only people know are entered here and nowhere else, typed into the form of one place or brought by a table of many: by the same
 * rules, all of them or none, and with who, as what and when.
 */
import { shanghaiDay } from '../../domain/calendar';
import { enteredFault, newerStands, type EnteredField, type EnteredValue } from '../../domain/figures/entered';
import { addEntries, entriesOf, holdEntries, standingEntries, type EnteredRow } from '../../database/queries/entered';
import { circleById, communityByCode } from '../../database/queries/places';
import type { DeskRole } from '../../types/contract/shared';
import type { Context } from './action';
import { audit } from './audit';
import { refuse } from './refusal';
import { requireCommunity, roleIn, scopeOf } from './scope';

export interface Entering {
  readonly kind: EnteredField['of'];
  readonly place: string;
  readonly source: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly values: readonly EnteredValue[];
}

/**
 * Of each place once. In the caller's transaction; the same `sending` again enters nothing twice. `file`: which one brought them, for the audit log.
 * Returns how many values. Throws `unknown_place`, `out_of_scope`, `day_ahead`, `newer_stands`, what `enteredFault` finds, and `value_invalid` for a field that
 * stands twice or a `sending` under which something else was entered.
 */
export const enterValues = async (context: Context, sending: string, places: readonly Entering[], file?: { readonly name: string; readonly hash: string }): Promise<number> => {
  const { db, caller, now } = context;
  await holdEntries(db);
  const roles: DeskRole[] = [];
  for (const { kind, place, asOf } of places) {
    roles.push(await roleAt(context, kind, place));
    if (asOf > shanghaiDay(now.getTime())) return refuse('day_ahead', 'asOf');
  }
  const rows = places.flatMap(({ kind, place, source, asOf, values }, i) => values.map(({ field, value, words }) => ({
    sending, place_kind: kind, place_id: place, field, value, words, source, as_of: asOf, at: now.toISOString(), by: caller.person, by_role: roles[i]!,
  })));
  const before = await entriesOf(db, sending);
  // something else under an id that was used would be lost in silence
  if (before.length > 0) return before.length === rows.length && rows.every((row) => before.some((one) => isSame(one, row))) ? rows.length : refuse('value_invalid', 'sending');
  if (new Set(rows.map(({ place_kind, place_id, field }) => `${place_kind} ${place_id} ${field}`)).size !== rows.length) return refuse('value_invalid', 'values');
  for (const { kind, place, asOf, values } of places) {
    const known = await standingEntries(db, kind, [place]);
    const newer = newerStands(values, asOf, new Map(known.map(({ field, as_of }) => [field, as_of])));
    if (newer) return refuse('newer_stands', newer.field.code, { name: newer.field.name, day: newer.day });
    const wrong = enteredFault(kind, values, new Map(known.flatMap(({ field, value }): [string, number][] => (value === null || values.some((one) => one.field === field) ? [] : [[field, value]]))));
    if (wrong) return refuse(wrong.fault, wrong.field);
  }
  await addEntries(db, rows);
  for (const { place, source, asOf, values } of places) await audit(context, 'figures.entered', place, { fields: values.map(({ field }) => field), source, asOf, ...(file ? { file: file.name, hash: file.hash } : {}) });
  return rows.length;
};

const isSame = (one: EnteredRow, other: EnteredRow): boolean =>
  (['by', 'place_kind', 'place_id', 'field', 'value', 'words', 'source', 'as_of'] as const).every((column) => one[column] === other[column]);

/** As what the caller may fill in this place: a community is for its own people, its street and the district, a circle for the district. */
const roleAt = async (context: Context, kind: Entering['kind'], place: string): Promise<DeskRole> => {
  const { db, caller } = context;
  if (kind === 'circle') {
    if (!(await circleById(db, place))) return refuse('unknown_place', 'place');
    return scopeOf(caller.duties) === null ? 'district' : refuse('out_of_scope');
  }
  const community = (await communityByCode(db, place)) ?? refuse('unknown_place', 'place');
  requireCommunity(context, community);
  return roleIn(caller.duties, community);
};
