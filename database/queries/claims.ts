/** Whose outlet it is: claims, and the disputes that gather them. */
import { sql } from 'kysely';
import type { Claim } from '../../types/contract/merchant';
import type { Handle } from '../handle';

export const lockClaim = (db: Handle, id: string) => db.selectFrom('lz.claim').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export type ClaimRow = NonNullable<Awaited<ReturnType<typeof lockClaim>>>;

/** Those that wait for one outlet, the oldest first. */
export const waitingClaims = (db: Handle, outlet: string) =>
  db.selectFrom('lz.claim').selectAll().where('outlet_id', '=', outlet).where('state', 'in', ['pending', 'disputed']).orderBy('submitted_at').orderBy('id').execute();

export const countWaitingClaims = async (db: Handle, claimant: string): Promise<number> =>
  (await db.selectFrom('lz.claim').select(sql<number>`count(*)`.as('n')).where('claimant', '=', claimant).where('state', 'in', ['pending', 'disputed']).executeTakeFirstOrThrow()).n;

const withOutlet = (db: Handle) => db.selectFrom('lz.claim as c').innerJoin('lz.outlet as o', 'o.id', 'c.outlet_id').selectAll('c').select(['o.name', 'o.address']);
export const claimsOf = (db: Handle, claimant: string) => withOutlet(db).where('c.claimant', '=', claimant).orderBy('c.submitted_at', 'desc').limit(50).execute();
export const claimWithOutlet = (db: Handle, id: string) => withOutlet(db).where('c.id', '=', id).executeTakeFirst();

export const openDispute = (db: Handle, outlet: string) =>
  db.selectFrom('lz.dispute').selectAll().where('outlet_id', '=', outlet).where('state', '=', 'open').executeTakeFirst();

/** As the claimant sees it. */
export const shownClaim = (row: NonNullable<Awaited<ReturnType<typeof claimWithOutlet>>>, reason: string | null): Claim => ({
  id: row.id, revision: row.revision, outlet: { id: row.outlet_id, name: row.name, address: row.address }, state: row.state, papers: row.papers,
  reason, reasonCode: row.reason_code, submittedAt: row.submitted_at, decidedAt: row.decided_at,
});
