/** Where a walk starts: the centre of a community, or a place she picked. */
import { communityByCode } from '../../database/queries/places';
import type { Origin } from '../../types/contract/outlet';
import { gcj02, type Gcj02Point } from '../../types/units';
import type { Context } from './action';
import { refuse } from './refusal';

export const locateOrigin = async (origin: Origin, { db, memo }: Context): Promise<{ name: string; point: Gcj02Point; status: string }> => {
  if (origin.kind === 'point') return { name: '您选的位置', point: gcj02(origin.point.lng, origin.point.lat), status: '' };
  const community = (await memo(`community:${origin.code}`, 60_000, () => communityByCode(db, origin.code))) ?? refuse('unknown_place');
  if (community.centre_lng === null || community.centre_lat === null) return refuse('origin_unknown');
  return { name: community.name, point: gcj02(community.centre_lng, community.centre_lat), status: community.centre_status };
};
