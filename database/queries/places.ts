/** Streets, communities, circles and the posters that lead to them. */
import type { Handle } from '../handle';

export const communityByCode = (db: Handle, code: string) =>
  db.selectFrom('lz.community as c').innerJoin('lz.street as s', 's.code', 'c.street_code')
    .select(['c.code', 'c.name', 'c.centre_lng', 'c.centre_lat', 'c.centre_status', 's.code as streetCode', 's.name as streetName'])
    .where('c.code', '=', code).executeTakeFirst();

export const streetNames = async (db: Handle): Promise<ReadonlyMap<string, string>> => new Map((await db.selectFrom('lz.street').select(['code', 'name']).execute()).map(({ code, name }) => [code, name]));

export const allStreets = (db: Handle) => db.selectFrom('lz.street').select(['code', 'name']).orderBy('code').execute();

export const posterByScene = (db: Handle, scene: string) =>
  db.selectFrom('lz.poster').select(['community_code', 'revoked_at']).where('scene', '=', scene).executeTakeFirst();

/** The valid posters of some communities, or of all. */
export const validPosters = (db: Handle, communities?: readonly string[]) => {
  const all = db.selectFrom('lz.poster').select(['scene', 'community_code']).where('revoked_at', 'is', null);
  return (communities ? all.where('community_code', 'in', [...communities]) : all).execute();
};

export const circleById = (db: Handle, id: string) => db.selectFrom('lz.circle').selectAll().where('id', '=', id).executeTakeFirst();

export const circlesOfCommunity = (db: Handle, code: string) =>
  db.selectFrom('lz.circle_community as m').innerJoin('lz.circle as k', 'k.id', 'm.circle_id').selectAll('k')
    .where('m.community_code', '=', code).orderBy('k.position').execute();

export const communitiesOfCircle = (db: Handle, circle: string) =>
  db.selectFrom('lz.circle_community as m').innerJoin('lz.community as c', 'c.code', 'm.community_code').select(['c.code', 'c.name'])
    .where('m.circle_id', '=', circle).orderBy('c.code').execute();

/** Of communities whose middle is known. */
export const communityCentres = (db: Handle) =>
  db.selectFrom('lz.community').select(['code', 'centre_lng as lng', 'centre_lat as lat']).where('centre_lng', 'is not', null).$narrowType<{ lng: number; lat: number }>().execute();

/** Every street with its communities and the circles each belongs to; small (32 rows), so it is read whole. */
export const allPlaces = async (db: Handle) => {
  const [streets, communities, memberships] = [
    await db.selectFrom('lz.street').selectAll().orderBy('code').execute(),
    await db.selectFrom('lz.community').select(['code', 'name', 'street_code']).orderBy('code').execute(),
    await db.selectFrom('lz.circle_community as m').innerJoin('lz.circle as k', 'k.id', 'm.circle_id')
      .select(['m.community_code', 'k.id', 'k.name']).orderBy('k.position').execute(),
  ];
  return streets.map((street) => ({
    ...street,
    communities: communities.filter((community) => community.street_code === street.code).map(({ code, name }) => ({
      code, name, circles: memberships.filter((row) => row.community_code === code).map(({ id, name: circle }) => ({ id, name: circle })),
    })),
  }));
};
export type StreetWithCommunities = Awaited<ReturnType<typeof allPlaces>>[number];
