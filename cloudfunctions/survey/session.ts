/** Who the caller is to us: duties as an officer, and whether she registered outlets. */
import type { Session } from '../../types/contract/survey';
import type { Context } from '../runtime/action';
import { dutyPlaces } from '../runtime/dutyPlaces';

export const sessionOf = async (context: Context): Promise<Session> => {
  const { db, caller } = context;
  const merchant = await db.selectFrom('lz.registration').select('applicant').where('applicant', '=', caller.person).limit(1).executeTakeFirst();
  return { roles: await rolesOf(context), merchant: merchant !== undefined };
};

const rolesOf = async (context: Context): Promise<Session['roles']> => {
  const { duties } = context.caller;
  // of the many who are none, nothing more is read
  if (duties.length === 0) return [];
  const placeOf = await dutyPlaces(context);
  return duties.map(({ role, street, community, department }) => ({ role, ...placeOf({ street_code: role === 'street' ? street : null, community_code: community, department }) }));
};
