/** Merchants' registrations and what became of them. */
import { sql } from 'kysely';
import type { Registration } from '../../types/contract/outlet';
import type { Handle } from '../handle';

export const registrationById = (db: Handle, id: string) => db.selectFrom('lz.registration').selectAll().where('id', '=', id).executeTakeFirst();
export type RegistrationRow = NonNullable<Awaited<ReturnType<typeof registrationById>>>;

/** The same row, held until the transaction ends: two officers deciding at once wait for each other here. */
export const lockRegistration = (db: Handle, id: string) => db.selectFrom('lz.registration').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const registrationsOf = (db: Handle, applicant: string) =>
  db.selectFrom('lz.registration').selectAll().where('applicant', '=', applicant).orderBy('submitted_at', 'desc').execute();

const withCommunity = (db: Handle) => db.selectFrom('lz.registration as r').innerJoin('lz.community as c', 'c.code', 'r.community_code').selectAll('r').select('c.name as communityName');

/** One, whatever its state, with its community's name. */
export const placedRegistration = (db: Handle, id: string) => withCommunity(db).where('r.id', '=', id).executeTakeFirst();

/** Waiting, oldest first. `streets` null means all. */
export const waitingRegistrations = (db: Handle, streets: readonly string[] | null, most: number) => {
  const all = withCommunity(db).where('r.state', '=', 'pending');
  return (streets ? all.where('r.street_code', 'in', [...streets]) : all).orderBy('r.submitted_at').orderBy('r.id').limit(most).execute();
};

export const countWaiting = async (db: Handle, streets: readonly string[] | null): Promise<number> => {
  const all = db.selectFrom('lz.registration').select(sql<number>`count(*)`.as('n')).where('state', '=', 'pending');
  return (await (streets ? all.where('street_code', 'in', [...streets]) : all).executeTakeFirstOrThrow()).n;
};

export const pendingOf = async (db: Handle, applicant: string): Promise<number> =>
  (await db.selectFrom('lz.registration').select(sql<number>`count(*)`.as('n')).where('applicant', '=', applicant).where('state', '=', 'pending').executeTakeFirstOrThrow()).n;

/** As the contract shows it: without who applied and who decided. */
export const shownRegistration = (row: RegistrationRow): Registration => ({
  id: row.id, revision: row.revision, outlet: row.outlet_id, state: row.state, draft: row.draft, reason: row.reason,
  submittedAt: row.submitted_at, decidedAt: row.decided_at, demo: row.demo,
});
