/** What people follow, and what there is to tell them. Whoever follows an entry that became part of another outlet follows that one, until the two are parted again. */
import { sql } from 'kysely';
import type { Handle } from '../handle';

export const followById = (db: Handle, id: string) => db.selectFrom('lz.follow').selectAll().where('id', '=', id).executeTakeFirst();

/** Hers that have not ended, the newest first. Of two that became one outlet she follows one. */
export const followsOf = async (db: Handle, person: string, now: Date) => {
  const rows = await db.selectFrom('lz.follow as f').leftJoin('lz.outlet as o', (join) => join.on(sql<boolean>`o.id = lz.survivor_of(f.outlet_id)`)).leftJoin('lz.community as c', 'c.code', 'f.community_code')
    .selectAll('f').select(['o.id as outlet', 'o.name', 'o.address', 'o.listed', 'c.name as community']).where('f.person', '=', person).where('f.until', '>', now.toISOString()).orderBy('f.since', 'desc').orderBy('f.id').execute();
  return rows.filter(({ outlet }, at) => outlet === null || rows.findIndex((other) => other.outlet === outlet) === at);
};

/** The one that lasts longest. */
export const followOf = (db: Handle, person: string, outlet: string) =>
  db.selectFrom('lz.follow').select(['id', 'until']).where('person', '=', person).where(sql<boolean>`outlet_id = any(lz.family_of(${outlet}))`).orderBy('until', 'desc').limit(1).executeTakeFirst();

/** With it end her others of the same outlet. */
export const unfollowed = (db: Handle, person: string, id: string) =>
  db.deleteFrom('lz.follow').where('person', '=', person)
    .where((e) => e.or([e('id', '=', id), sql<boolean>`outlet_id = any(lz.family_of(lz.survivor_of((select outlet_id from lz.follow where id = ${id} and person = ${person}))))`])).execute();

/** Ends all, erases whom to push to; how many ended. */
export const forgetFollower = async (db: Handle, person: string): Promise<number> =>
  (await sql<{ ended: number }>`select lz.forget_follower(${person}) as ended`.execute(db)).rows[0]!.ended;

export interface Told {
  readonly entry: number; readonly first: boolean; readonly listed: boolean | null; readonly fields: string[];
  /** The entry it is about became part of `outlet`: its name. */
  readonly merged: string | null;
  readonly follow: string; readonly person: string; readonly format: string | null; readonly metres: number | null; readonly pace: string | null;
  readonly outlet: string; readonly name: string; readonly on_map: boolean;
}
/**
 * Takes news away and says who is to be told. Whoever else takes at the same time takes other news: each is told once, by whoever's transaction
 * commits. Nobody is told what she did herself, of her own outlet, or what happened before she followed. That an entry became part of another outlet
 * is told to those who followed the entry.
 */
export const takeNews = async (transaction: Handle, now: Date, portion: number): Promise<{ readonly taken: number; readonly told: Told[] }> => {
  const { rows: news } = await sql<{ entry_id: number; listed: boolean | null }>`
    delete from lz.news where entry_id in (select entry_id from lz.news order by entry_id limit ${portion} for update skip locked) returning entry_id, listed`.execute(transaction);
  if (news.length === 0) return { taken: 0, told: [] };
  const { rows } = await sql<Told>`
    select e.id as entry, e.first, n.listed, e.fields, case when not n.listed and o.id <> e.outlet_id then was.name end as merged, f.id as follow, f.person, f.format, f.place <-> o.place as metres, f.pace, o.id as outlet, o.name, o.listed as on_map
    from unnest(${news.map(({ entry_id }) => entry_id)}::bigint[], ${news.map(({ listed }) => listed)}::boolean[]) as n (entry_id, listed)
    join lz.outlet_entry e on e.id = n.entry_id join lz.outlet was on was.id = e.outlet_id join lz.outlet o on o.id = lz.survivor_of(e.outlet_id)
    join lz.follow f on f.outlet_id = any(lz.family_of(e.outlet_id)) or (n.listed and (f.format = o.format or f.services && o.services) and f.place <-> o.place <= f.reach)
    where f.since < e.at and f.until > ${now.toISOString()}::timestamptz and f.person is distinct from e.actor and f.person is distinct from o.owner
    order by e.id, f.id`.execute(transaction);
  return { taken: news.length, told: rows };
};

/** What ended by itself goes. */
export const dropEnded = async (transaction: Handle, now: Date): Promise<void> => {
  await transaction.deleteFrom('lz.follow').where('until', '<=', now.toISOString()).execute();
};
