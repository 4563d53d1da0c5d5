/** Places of one kind, which of them the caller may fill in, and what stands of hers. */
import { standingEntries } from '../../../database/queries/entered';
import { allPlaces } from '../../../database/queries/places';
import type { EnteredField } from '../../../domain/figures/entered';
import type { Given, Standing } from '../../../domain/figures/enteredTable';
import { shanghaiDay } from '../../../domain/calendar';
import type { Context } from '../../runtime/action';
import { refuse } from '../../runtime/refusal';
import { communitiesWithin, scopeOf } from '../../runtime/scope';

/** `before`: what stood before this sending. Throws `out_of_scope` for circles, unless the whole district is hers. */
export const placesGiven = async (context: Context, kind: EnteredField['of'], before: string | null = null): Promise<Given> => {
  const { db, now } = context;
  const places = kind === 'circle' ? await circlesOf(context) : await communitiesOf(context);
  const hers = [...places].flatMap(([code, place]) => (place.hers ? [code] : []));
  const standing = new Map(hers.map((code) => [code, new Map<string, Standing>()]));
  for (const { place_id, field, value, words, as_of } of await standingEntries(db, kind, hers, before)) standing.get(place_id)?.set(field, { value, words, asOf: as_of });
  return { kind, places, standing, today: shanghaiDay(now.getTime()) };
};

const circlesOf = async ({ db, caller }: Context): Promise<Given['places']> => {
  if (scopeOf(caller.duties) !== null) return refuse('out_of_scope');
  const circles = await db.selectFrom('lz.circle').select(['id', 'name']).orderBy('position').execute();
  return new Map(circles.map(({ id, name }) => [id, { name, hers: true }]));
};

const communitiesOf = async (context: Context): Promise<Given['places']> => {
  const within = await communitiesWithin(context);
  const all = (await allPlaces(context.db)).flatMap(({ communities }) => communities);
  return new Map(all.map(({ code, name }) => [code, { name, hers: within === null || within.includes(code) }]));
};
