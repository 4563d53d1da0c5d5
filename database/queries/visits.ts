/** Going there and looking: what is on the list, and what was seen. */
import { sql } from 'kysely';
import type { Handle } from '../handle';
import type { WholeOutlet } from './outlets';

/** An outlet with what the walking list asks besides: its newest entry, the witness that stands or stood last, what an officer found wrong and nobody mended. */
export type WalkRow = WholeOutlet & { readonly seen: number; readonly witness_state: 'standing' | 'ended' | null; readonly witness_until: string | null; readonly wrong: string | null };

export interface WalkQuery {
  readonly community: string | null;
  /** Metres on the plane, as `place` stands in the table. */
  readonly around: { readonly x: number; readonly y: number; readonly radius: number } | null;
  /** Null: all. */
  readonly communities: readonly string[] | null;
  readonly outlet: string | null;
  /** Whose outlets are left to a colleague. */
  readonly person: string;
  readonly most: number;
}

/** Those without a sign of life first. */
export const outletsToWalk = async (db: Handle, q: WalkQuery): Promise<WalkRow[]> => {
  const where = q.community === null ? sql`o.place <@ circle(point(${q.around!.x}::float8, ${q.around!.y}::float8), ${q.around!.radius}::float8)` : sql`o.community_code = ${q.community}`;
  const within = q.communities === null ? sql`true` : sql`o.community_code = any(${q.communities}::text[])`;
  const { rows } = await sql<WalkRow>`
    select o.*, ${newestEntry} as seen, w.state as witness_state, w.until as witness_until, ${foundWrong} as wrong
    from lz.outlet o
    left join lateral (select state, until from lz.witness where outlet_id = o.id and state in ('standing', 'ended') order by state = 'standing' desc, until desc limit 1) w on o.credit_code is null
    where o.listed and o.owner is distinct from ${q.person} and ((${where}) or o.id = ${q.outlet}::uuid) and ${within}
    order by o.id = ${q.outlet}::uuid desc nulls last, o.standing = 'fine', greatest(o.confirmed_at, o.verified_at) nulls first, o.id limit ${q.most}`.execute(db);
  return rows;
};
const newestEntry = sql`coalesce((select max(e.id) from lz.outlet_entry e where e.outlet_id = o.id), 0)`;
/** Mended since: by staff, or by a list that they loaded. */
const foundWrong = sql<string | null>`(
  select case when v.outcome = 'wrong' and not exists (select from lz.outlet_entry e where e.outlet_id = o.id and e.at > v.at and e.by in ('staff', 'list')) then v.note end
  from lz.visit v where v.outlet_id = o.id and not exists (select from lz.undone u where u.subject = v.id) order by v.at desc limit 1)`;

/** What the form asks besides the row itself. */
export const seenOf = async (db: Handle, outlet: string): Promise<{ readonly seen: number; readonly wrong: string | null }> =>
  (await sql<{ seen: number; wrong: string | null }>`select ${newestEntry} as seen, ${foundWrong} as wrong from lz.outlet o where o.id = ${outlet}`.execute(db)).rows[0]!;

/** Did staff, or whoever else is named, do something with it that she had not seen? Her own doing counts as seen. */
export const changedSince = async (db: Handle, outlet: string, seen: number, person: string, by: readonly string[]): Promise<boolean> =>
  (await db.selectFrom('lz.outlet_entry').select('id').where('outlet_id', '=', outlet).where('id', '>', seen).where('by', 'in', [...by] as never[])
    .where(sql<boolean>`actor is distinct from ${person}`).limit(1).executeTakeFirst()) !== undefined;

export const visitById = (db: Handle, id: string) => db.selectFrom('lz.visit').selectAll().where('id', '=', id).executeTakeFirst();
export const editById = (db: Handle, id: string) => db.selectFrom('lz.edit').selectAll().where('id', '=', id).executeTakeFirst();

export const isUndone = async (db: Handle, subject: string): Promise<boolean> =>
  (await db.selectFrom('lz.undone').select('subject').where('subject', '=', subject).executeTakeFirst()) !== undefined;
/** False: somebody took it back before. */
export const noteUndone = async (db: Handle, subject: string, by: string, now: Date): Promise<boolean> =>
  (await db.insertInto('lz.undone').values({ subject, by, at: now.toISOString() }).onConflict((conflict) => conflict.doNothing()).returning('subject').executeTakeFirst()) !== undefined;
