/** Merging two entries of one outlet, parting them again, and pairs that somebody said are two. */
import { sql } from 'kysely';
import type { Handle } from '../handle';

/** What a street has on the map, as far as two of them are compared: of thousands no more than that is read. `streets` null: all. */
export const comparableOutlets = (db: Handle, streets: readonly string[] | null) => {
  const all = db.selectFrom('lz.outlet as o').where('o.listed', '=', true).select(['o.id', 'o.name', 'o.lng', 'o.lat', 'o.address', 'o.phone', 'o.credit_code']);
  return (streets ? all.innerJoin('lz.community as c', 'c.code', 'o.community_code').where('c.street_code', 'in', [...streets]) : all).execute();
};

/** Some of them with all that two are told apart by. */
export const pairedOutlets = (db: Handle, ids: readonly string[]) =>
  db.selectFrom('lz.outlet as o').innerJoin('lz.community as c', 'c.code', 'o.community_code').where(sql<boolean>`o.id = any(${ids}::uuid[])`)
    .select(['o.id', 'o.name', 'o.format', 'o.services', 'o.lng', 'o.lat', 'o.address', 'o.phone', 'o.hours', 'o.credit_code', 'o.owner', 'o.verified_at', 'o.confirmed_at', 'o.demo', 'o.community_code', 'c.name as community']).execute();
export type PairedOutlet = Awaited<ReturnType<typeof pairedOutlets>>[number];

export const pairsApart = async (db: Handle): Promise<ReadonlySet<string>> =>
  new Set((await db.selectFrom('lz.outlet_apart').select(['one', 'other']).where('apart', '=', true).execute()).map(({ one, other }) => `${one} ${other}`));

export const keepApart = (db: Handle, [one, other]: readonly [string, string], apart: boolean, by: string, now: Date) =>
  db.insertInto('lz.outlet_apart').values({ one, other, apart, by, at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['one', 'other']).doUpdateSet({ apart, by, at: now.toISOString() })).execute();

export const mergeById = (db: Handle, id: string) => db.selectFrom('lz.outlet_merge').selectAll().where('id', '=', id).executeTakeFirst();
export const lockMerge = (transaction: Handle, id: string) => transaction.selectFrom('lz.outlet_merge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** The newest that still hold, in some streets (of the one that stays); `streets` null: all. */
export const newestMerges = (db: Handle, streets: readonly string[] | null, most: number) => {
  const all = db.selectFrom('lz.outlet_merge as m').innerJoin('lz.outlet as k', 'k.id', 'm.kept').innerJoin('lz.outlet as g', 'g.id', 'm.gone').innerJoin('lz.community as c', 'c.code', 'k.community_code')
    .where('m.undone_at', 'is', null).select(['m.id', 'm.at', 'k.id as keptId', 'k.name as keptName', 'k.owner', 'g.id as goneId', 'g.name as goneName', 'c.name as community']);
  return (streets ? all.where('c.street_code', 'in', [...streets]) : all).orderBy('m.at', 'desc').orderBy('m.id').limit(most).execute();
};

/** Somebody waits for a decision about it: a change that its owner sent, a claim. */
export const somebodyWaits = async (db: Handle, outlet: string): Promise<boolean> =>
  (await sql<{ waits: boolean }>`
    select exists (select from lz.registration where outlet_id = ${outlet} and state = 'pending')
      or exists (select from lz.claim where outlet_id = ${outlet} and state in ('pending', 'disputed')) as waits`.execute(db)).rows[0]!.waits;

/** Codes that hand over an outlet and were not used: void from now on. */
export const voidHandovers = (db: Handle, outlet: string, now: Date) =>
  db.updateTable('lz.handover').set({ expires_at: now.toISOString() }).where('outlet_id', '=', outlet).where('used_at', 'is', null).where('expires_at', '>', now.toISOString()).execute();

/** The outlet that it is now part of; itself where it was not merged. */
export const survivorOf = async (db: Handle, id: string): Promise<string> => (await mergedInto(db, id)) ?? id;

/** The outlet that another was merged into, and that one perhaps into a third. Undefined: it was not merged. */
export const mergedInto = async (db: Handle, id: string): Promise<string | undefined> =>
  (await sql<{ id: string }>`
    with recursive way as (
      select merged_into as id, 1 as step from lz.outlet where id = ${id} and merged_into is not null
      union all select o.merged_into, way.step + 1 from way join lz.outlet o on o.id = way.id where o.merged_into is not null and way.step < 20
    ) select id from way order by step desc limit 1`.execute(db)).rows[0]?.id;
