/** What residents say is wrong about an outlet. */
import { sql } from 'kysely';
import type { Handle } from '../handle';

export const correctionById = (db: Handle, id: string) => db.selectFrom('lz.correction').selectAll().where('id', '=', id).executeTakeFirst();

/** Reports that an outlet is closed and that nobody has decided, for its standing. */
export const openClosedReports = (db: Handle, outlet: string) =>
  db.selectFrom('lz.correction').select(['reporter', 'submitted_at']).where('outlet_id', '=', outlet).where('kind', '=', 'closed').where('state', '=', 'open').execute();

/** All that wait about one outlet, the oldest first. */
export const openCorrections = (db: Handle, outlet: string) =>
  db.selectFrom('lz.correction').selectAll().where('outlet_id', '=', outlet).where('state', '=', 'open').orderBy('submitted_at').orderBy('id').execute();

export const correctionsSince = async (db: Handle, reporter: string, since: string): Promise<number> =>
  (await db.selectFrom('lz.correction').select(sql<number>`count(*)`.as('n')).where('reporter', '=', reporter).where('submitted_at', '>=', since).executeTakeFirstOrThrow()).n;

export const correctionsOf = (db: Handle, reporter: string, most: number) =>
  db.selectFrom('lz.correction as c').innerJoin('lz.outlet as o', 'o.id', 'c.outlet_id').selectAll('c').select(['o.name', 'o.address'])
    .where('c.reporter', '=', reporter).orderBy('c.submitted_at', 'desc').limit(most).execute();

/** Answered by the owner or by staff who saw that it is there: returns who reported it. */
export const answerClosedReports = (db: Handle, outlet: string, now: Date) =>
  db.updateTable('lz.correction').set({ state: 'answered', decided_at: now.toISOString() })
    .where('outlet_id', '=', outlet).where('kind', '=', 'closed').where('state', '=', 'open').returning(['id', 'reporter']).execute();
