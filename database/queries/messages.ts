/** The inbox in the app. A message is written in the transaction of what it tells. */
import { sql } from 'kysely';
import type { Handle } from '../handle';

export interface NewMessage { readonly id: string; readonly person: string; readonly kind: string; readonly body: Readonly<Record<string, string>>; readonly at: Date }

export const addMessage = (transaction: Handle, { id, person, kind, body, at }: NewMessage) =>
  transaction.insertInto('lz.message').values({ id, person, kind, body: JSON.stringify(body), at: at.toISOString(), read_at: null }).execute();

export const newestMessages = (db: Handle, person: string, most: number) =>
  db.selectFrom('lz.message').select(['id', 'kind', 'body', 'at', 'read_at']).where('person', '=', person).orderBy('at', 'desc').orderBy('id').limit(most).execute();

export const countUnread = async (db: Handle, person: string): Promise<number> =>
  (await db.selectFrom('lz.message').select(sql<number>`count(*)`.as('n')).where('person', '=', person).where('read_at', 'is', null).executeTakeFirstOrThrow()).n;

export const readUntil = (db: Handle, person: string, until: string, now: Date) =>
  db.updateTable('lz.message').set({ read_at: now.toISOString() }).where('person', '=', person).where('read_at', 'is', null).where('at', '<=', until).execute();
