/** Photos of shop fronts that anybody may see, with the outlet that shows them. */
import { sql } from 'kysely';
import type { PhotoMedia } from '../../domain/photo';
import type { Handle } from '../handle';

export interface CirclePhoto { readonly id: string; readonly bytes: number }
/** Of the outlets on a circle's map, in the order of communities and names. */
export const circlePhotos = async (db: Handle, circle: string): Promise<CirclePhoto[]> => {
  const { rows } = await sql<CirclePhoto>`
    select f.id, f.bytes from lz.circle_community m join lz.outlet o on o.community_code = m.community_code cross join lateral unnest(o.photos) with ordinality p (id, place) join lz.file f on f.id = p.id
    where m.circle_id = ${circle} and o.listed and o.standing <> 'closed' and o.merged_into is null and f.purpose = 'front' and f.state = 'passed' and f.place is not null
    order by o.community_code, o.name, o.id, p.place`.execute(db);
  return rows;
};

export interface PhotoToRead { readonly id: string; readonly place: string; readonly media: PhotoMedia; readonly outlet: string; readonly community: string }
/** Those of them that may still be seen, in their order. */
export const filesToRead = async (db: Handle, ids: readonly string[]): Promise<PhotoToRead[]> => {
  const { rows } = await sql<PhotoToRead>`
    select distinct on (a.at) f.id, f.place, f.media, o.name as outlet, c.name as community
    from unnest(${[...ids]}::uuid[]) with ordinality a (id, at) join lz.file f on f.id = a.id join lz.outlet o on o.photos @> array[f.id] join lz.community c on c.code = o.community_code
    where f.purpose = 'front' and f.state = 'passed' and f.place is not null and o.listed and o.merged_into is null order by a.at, o.id`.execute(db);
  return rows;
};
