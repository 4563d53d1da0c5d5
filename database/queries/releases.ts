/** Released figures: frozen once, read as they are. */
import type { Cell, Distribution } from '../../types/contract/survey';
import type { Handle } from '../handle';

export const releasesOf = (db: Handle, placeKind: 'circle' | 'district', placeId: string) =>
  db.selectFrom('lz.release as e').innerJoin('lz.release_cell as c', 'c.release_id', 'e.id').innerJoin('lz.round as r', 'r.id', 'e.round_id')
    .innerJoin('lz.rule_version as m', 'm.hash', 'e.method_hash')
    .select(['e.id', 'e.kind', 'e.at', 'e.round_id', 'r.title', 'r.opens_at', 'r.closes_at', 'r.demo', 'm.version as methodVersion'])
    .where('c.place_kind', '=', placeKind).where('c.place_id', '=', placeId).orderBy('e.at', 'desc').execute();
export type ReleaseRow = Awaited<ReturnType<typeof releasesOf>>[number];

export const releaseCell = async (db: Handle, release: string, placeKind: 'circle' | 'district', placeId: string) => {
  const row = await db.selectFrom('lz.release_cell').select(['cell', 'distributions'])
    .where('release_id', '=', release).where('place_kind', '=', placeKind).where('place_id', '=', placeId).executeTakeFirst();
  return row && { cell: row.cell as Cell, distributions: row.distributions as Distribution[] };
};
