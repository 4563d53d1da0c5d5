/**
 * 评价 of outlets. Who wrote one is read by function `voice` alone. An outlet's are those of all that became part of it; which one each was
 * written about stays, so that parting them again gives back to each its own.
 */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Handle } from '../handle';
import type { Tables } from '../schema';

export type ReviewRow = Selectable<Tables['lz.review']>;
/** As function `desk` may read it. */
export type DeskReview = Omit<ReviewRow, 'writer'>;

export const lockReview = (transaction: Handle, id: string) => transaction.selectFrom('lz.review').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

const ofOutlet = (outlet: string) => sql<boolean>`outlet_id = any(lz.family_of(${outlet}))`;

/** Hers of this outlet and half year, if she has one; of two that were merged perhaps one each, then the newest. */
export const reviewOf = (db: Handle, outlet: string, writer: string, half: string) =>
  db.selectFrom('lz.review').selectAll().where(ofOutlet(outlet)).where('writer', '=', writer).where('half', '=', half).where('withdrawn_at', 'is', null).orderBy('changed_at', 'desc').orderBy('id').limit(1).executeTakeFirst();

/** What is added up: the newest, far more than an outlet gets. */
const mostCounted = 5000;
export const countedReviews = (db: Handle, outlet: string, since: string) =>
  db.selectFrom('lz.review').select(['writer', 'changed_at as at', 'aspects']).where(ofOutlet(outlet)).where('withdrawn_at', 'is', null).where('counts', '=', true).where('changed_at', '>=', since)
    .orderBy('changed_at', 'desc').limit(mostCounted).execute();

/** Texts that anybody may read, the newest first. */
export const shownTexts = (db: Handle, outlet: string, since: string, { from, most }: { readonly from: number; readonly most: number }): Promise<ReviewRow[]> =>
  db.selectFrom('lz.review').selectAll().where(ofOutlet(outlet)).where('withdrawn_at', 'is', null).where('counts', '=', true).where('state', '=', 'passed').where('changed_at', '>=', since)
    .orderBy('changed_at', 'desc').orderBy('id').limit(most).offset(from).execute();

export const reviewsOf = (db: Handle, writer: string, most: number) =>
  db.selectFrom('lz.review as r').innerJoin('lz.outlet as o', (join) => join.on(sql<boolean>`o.id = lz.survivor_of(r.outlet_id)`)).selectAll('r').select(['o.id as outlet', 'o.name', 'o.address'])
    .where('r.writer', '=', writer).where('r.withdrawn_at', 'is', null).orderBy('r.changed_at', 'desc').limit(most).execute();

export const reviewsSince = async (db: Handle, writer: string, since: string): Promise<number> =>
  (await db.selectFrom('lz.review').select(sql<number>`count(*)`.as('n')).where('writer', '=', writer).where('written_at', '>=', since).executeTakeFirstOrThrow()).n;

const deskColumns = [
  'id', 'outlet_id', 'street_code', 'half', 'version', 'aspects', 'text', 'state', 'reason_code', 'reason', 'counts', 'written_at', 'changed_at', 'decided_at', 'decided_by', 'withdrawn_at',
  'reply', 'reply_state', 'reply_reason_code', 'reply_reason', 'replied_at', 'complaint', 'complaint_state', 'complained_at',
] as const;
export const deskReview = (db: Handle, id: string): Promise<DeskReview | undefined> => db.selectFrom('lz.review').select(deskColumns).where('id', '=', id).executeTakeFirst();
/** Held until the transaction ends: of two officers one decides. */
export const lockDeskReview = (transaction: Handle, id: string): Promise<DeskReview | undefined> => transaction.selectFrom('lz.review').select(deskColumns).where('id', '=', id).forUpdate().executeTakeFirst();

export const isWriter = async (db: Handle, review: string, person: string): Promise<boolean> =>
  (await sql<{ own: boolean }>`select lz.review_is_by(${review}, ${person}) as own`.execute(db)).rows[0]!.own;
export const tellWriter = async (transaction: Handle, review: string, { id, kind, body, at }: { readonly id: string; readonly kind: string; readonly body: Readonly<Record<string, string>>; readonly at: Date }): Promise<void> => {
  await sql`select lz.tell_writer(${review}, ${id}, ${kind}, ${JSON.stringify(body)}::jsonb, ${at.toISOString()}::timestamptz)`.execute(transaction);
};
