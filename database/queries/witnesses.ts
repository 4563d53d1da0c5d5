/** Social witness of outlets without a licence. */
import { sql } from 'kysely';
import type { Handle } from '../handle';

export interface Witnessed { readonly of: 'registration' | 'outlet'; readonly id: string }
const column = ({ of }: Witnessed) => (of === 'outlet' ? 'outlet_id' as const : 'registration_id' as const);

/** Held until the transaction ends; its outlet or registration is held already, so there is one at most. */
export const lockStandingWitness = (transaction: Handle, subject: Witnessed) =>
  transaction.selectFrom('lz.witness').selectAll().where(column(subject), '=', subject.id).where('state', '=', 'standing').forUpdate().executeTakeFirst();

/** Without who it was: the one that stands, else the one that ended last. */
export const newestWitness = (db: Handle, subject: Witnessed) =>
  db.selectFrom('lz.witness').select(['at', 'until', 'state']).where(column(subject), '=', subject.id).where('state', 'in', ['standing', 'ended'])
    .orderBy(sql`state = 'standing'`, 'desc').orderBy('until', 'desc').limit(1).executeTakeFirst();

/** As staff see it, and its registration's or outlet's owner does not: with photo and reason. */
export const witnessForStaff = (db: Handle, subject: Witnessed) =>
  db.selectFrom('lz.witness').select(['at', 'until', 'state', 'reason', 'photo']).where(column(subject), '=', subject.id).where('state', 'in', ['standing', 'ended'])
    .orderBy(sql`state = 'standing'`, 'desc').orderBy('until', 'desc').limit(1).executeTakeFirst();

export const setWitnessState = (transaction: Handle, id: string, state: 'renewed' | 'ended' | 'revoked', now: Date) =>
  transaction.updateTable('lz.witness').set({ state, changed_at: now.toISOString() }).where('id', '=', id).execute();

export interface DueWitness { readonly until: string; readonly person: string | null; readonly name: string | null; readonly outlet: string | null }
/** Those whose end has come, or of which it is to be said that it does: each is handed out once, to whoever marks it first. One of a registration that is not listed ends without a word: nothing stands on the map by it. */
const claimDue = async (transaction: Handle, set: ReturnType<typeof sql>, due: ReturnType<typeof sql>): Promise<DueWitness[]> => {
  const { rows } = await sql<DueWitness>`
    with due as (update lz.witness w set ${set} where w.state = 'standing' and ${due} returning w.id, w.until, w.outlet_id)
    select due.until, o.owner as person, o.name, o.id as outlet from due left join lz.outlet o on o.id = due.outlet_id`.execute(transaction);
  return rows;
};
export const claimEnded = (transaction: Handle, now: Date) =>
  claimDue(transaction, sql`state = 'ended', changed_at = ${now.toISOString()}::timestamptz`, sql`w.until <= ${now.toISOString()}::timestamptz`);
export const claimEndingSoon = (transaction: Handle, now: Date, by: Date) =>
  claimDue(transaction, sql`reminded_at = ${now.toISOString()}::timestamptz`, sql`w.reminded_at is null and w.until <= ${by.toISOString()}::timestamptz`);
