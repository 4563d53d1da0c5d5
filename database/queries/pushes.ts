/** The push beside the inbox. A message has at most one; it was made by a trigger where its reader had consented (migration 0014). */
import { sql } from 'kysely';
import type { Handle } from '../handle';

export const countConsents = async (db: Handle, person: string): Promise<number> =>
  (await db.selectFrom('lz.push_consent').select(sql<number>`count(*)`.as('n')).where('person', '=', person).executeTakeFirstOrThrow()).n;

export interface Claimed { readonly message_id: string; readonly consent_id: string; readonly sealed: string; readonly attempts: number; readonly kind: string; readonly read_at: string | null }
/** What is due, or was claimed by somebody who never came back. Two at once claim different ones. The try is counted here, before it is made. */
export const claimPushes = async (transaction: Handle, now: Date, until: Date, most: number): Promise<Claimed[]> =>
  (await sql<Claimed>`
    update lz.push p set state = 'claimed', attempts = p.attempts + 1, claimed_until = ${until.toISOString()}::timestamptz from lz.message m
    where m.id = p.message_id and p.message_id in (
      select message_id from lz.push where (state = 'waiting' and next_at <= ${now.toISOString()}::timestamptz) or (state = 'claimed' and claimed_until <= ${now.toISOString()}::timestamptz)
      order by next_at, message_id limit ${most} for update skip locked)
    returning p.message_id, p.consent_id, p.sealed, p.attempts, m.kind, m.read_at`.execute(transaction)).rows;

/** Of the claim that was made at this try alone: who took it over since decides about it. */
const ofClaim = (db: Handle, { message_id, attempts }: Pick<Claimed, 'message_id' | 'attempts'>) =>
  db.updateTable('lz.push').where('message_id', '=', message_id).where('state', '=', 'claimed').where('attempts', '=', attempts);

export const endPush = (db: Handle, claim: Claimed, state: 'sent' | 'given_up' | 'needless') => ofClaim(db, claim).set({ state, sealed: null, claimed_until: null }).execute();
export const retryPush = (db: Handle, claim: Claimed, at: number) => ofClaim(db, claim).set({ state: 'waiting', claimed_until: null, next_at: new Date(at).toISOString() }).execute();

export const countGivenUp = async (db: Handle): Promise<number> =>
  (await db.selectFrom('lz.push').select(sql<number>`count(*)`.as('n')).where('state', '=', 'given_up').executeTakeFirstOrThrow()).n;

export const dropOldConsents = async (transaction: Handle, before: string): Promise<void> => {
  await transaction.deleteFrom('lz.push_consent').where('given_at', '<', before).execute();
};
