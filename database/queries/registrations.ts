/** Merchants' registrations and what became of them. */
import { sql } from 'kysely';
import type { Registration } from '../../types/contract/merchant';
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

/** Fewer than wait in a whole street; what is compared is compared one by one. */
const mostBeside = 200;
/** Metres of a degree, rounded down, so that the box is never too small in this district. */
const degree = { lng: 85_000, lat: 110_000 };
/** New outlets that wait within so many metres, or with this phone (digits) or licence; the oldest first. */
export const waitingBeside = (db: Handle, { point, phone, creditCode, metres }: { point: { lng: number; lat: number } | null; phone: string | null; creditCode: string | null; metres: number }) => {
  const near = point === null ? sql<boolean>`false` : sql<boolean>`abs((draft #>> '{point,lng}')::float8 - ${point.lng}::float8) <= ${metres / degree.lng}::float8 and abs((draft #>> '{point,lat}')::float8 - ${point.lat}::float8) <= ${metres / degree.lat}::float8`;
  return db.selectFrom('lz.registration').selectAll().where('state', '=', 'pending').where('outlet_id', 'is', null)
    .where(sql<boolean>`(${near} or regexp_replace(draft ->> 'phone', '\\D', '', 'g') = ${phone}::text or draft ->> 'creditCode' = ${creditCode}::text)`)
    .orderBy('submitted_at').orderBy('id').limit(mostBeside).execute();
};

/** As the contract shows it: without who applied and who decided. */
export const shownRegistration = (row: RegistrationRow): Registration => ({
  id: row.id, revision: row.revision, outlet: row.outlet_id, state: row.state, draft: row.draft, reason: row.reason, reasonCode: row.reason_code,
  submittedAt: row.submitted_at, decidedAt: row.decided_at, demo: row.demo,
});
