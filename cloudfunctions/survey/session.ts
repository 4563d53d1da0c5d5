/** Who the caller is to us: duties as an officer, and whether she registered outlets. */
import type { Session } from '../../types/contract/survey';
import type { Context } from '../runtime/action';

export const sessionOf = async ({ db, caller }: Context): Promise<Session> => {
  const streets = caller.duties.some((duty) => duty.street) ? await db.selectFrom('lz.street').selectAll().execute() : [];
  const merchant = await db.selectFrom('lz.registration').select('applicant').where('applicant', '=', caller.person).limit(1).executeTakeFirst();
  return {
    roles: caller.duties.map(({ role, street }) => ({ role, street: streets.find(({ code }) => code === street) ?? null })),
    merchant: merchant !== undefined,
  };
};
