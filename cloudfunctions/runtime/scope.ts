/** Where an officer may act: everywhere, in her street, in her community. Asked by every action that reaches no further than `own` for some role. */
import { allPlaces, type StreetWithCommunities } from '../../database/queries/places';
import type { DeskRole } from '../../types/contract/shared';
import type { Context, Duty } from './action';
import { refuse } from './refusal';

/** Streets whole; null means every one. For actions that no community worker may call. Throws `out_of_scope` for a street that is not hers. */
export const scopeOf = (duties: readonly Duty[], asked?: string): string[] | null => {
  if (duties.some(({ reach }) => reach === 'all')) return asked === undefined ? null : [asked];
  const own = duties.flatMap(({ role, street }) => (role === 'street' && street !== null ? [street] : []));
  if (asked === undefined) return own;
  return own.includes(asked) ? [asked] : refuse('out_of_scope');
};

/** Throws unless this street is within the caller's duty. */
export const requireStreet = ({ caller }: Pick<Context, 'caller'>, street: string): void => {
  scopeOf(caller.duties, street);
};

const reaches = (duties: readonly Duty[], { code, streetCode }: { readonly code: string; readonly streetCode: string }): boolean =>
  duties.some(({ reach, role, street, community }) => reach === 'all' || (role === 'street' ? street === streetCode : community === code));

/** Throws unless this community is within the caller's duty: hers, or of her street. */
export const requireCommunity = ({ caller }: Pick<Context, 'caller'>, community: { readonly code: string; readonly streetCode: string }): void => {
  if (!reaches(caller.duties, community)) refuse('out_of_scope');
};

/** Streets with those of their communities that the caller may act in. Throws `out_of_scope` for a street where she may in none. */
export const placesWithin = async ({ db, caller }: Pick<Context, 'db' | 'caller'>, asked?: string): Promise<StreetWithCommunities[]> => {
  const places = (await allPlaces(db)).filter(({ code }) => asked === undefined || code === asked);
  const within = places
    .map((street) => ({ ...street, communities: street.communities.filter(({ code }) => reaches(caller.duties, { code, streetCode: street.code })) }))
    .filter(({ code, communities }) => communities.length > 0 || caller.duties.some(({ reach, role, street }) => reach === 'all' || (role === 'street' && street === code)));
  return asked !== undefined && within.length === 0 && !caller.duties.some(({ reach }) => reach === 'all') ? refuse('out_of_scope') : within;
};

/** Codes of the communities that the caller may act in; null: all. */
export const communitiesWithin = async (context: Pick<Context, 'db' | 'caller'>, asked?: string): Promise<string[] | null> =>
  (asked === undefined && context.caller.duties.some(({ reach }) => reach === 'all') ? null : (await placesWithin(context, asked)).flatMap(({ communities }) => communities.map(({ code }) => code)));

const widestFirst: readonly DeskRole[] = ['district', 'administrator', 'department', 'street', 'community'];
/** The role with the furthest reach among those that allow the action: as what a page greets her. */
export const widestRole = (duties: readonly Duty[]): DeskRole => widestFirst.find((role) => duties.some((duty) => duty.role === role)) ?? refuse('role_required');

/** As what the caller acts in a community: the nearest of her roles there. */
export const roleIn = (duties: readonly Duty[], community: { readonly code: string; readonly streetCode: string }): DeskRole =>
  (duties.some(({ role, street }) => role === 'street' && street === community.streetCode) ? 'street' : duties.some(({ role, community: own }) => role === 'community' && own === community.code) ? 'community' : 'district');
