/** Markets and the stalls that stand in them. */
import { sql } from 'kysely';
import type { Handle } from '../handle';
import type { OutletRow } from './outlets';

export const allMarkets = (db: Handle) => db.selectFrom('lz.market').selectAll().orderBy('position').orderBy('id').execute();
export type MarketRow = Awaited<ReturnType<typeof allMarkets>>[number];

export const marketById = (db: Handle, id: string) => db.selectFrom('lz.market').selectAll().where('id', '=', id).executeTakeFirst();

/** Listed stalls of a market, by name; what is said to be closed for good is none. */
export const stallsOf = async (db: Handle, market: string, most: number): Promise<OutletRow[]> => {
  const { rows } = await sql<OutletRow>`
    select id, name, format, services, small_repair, community_code, lng, lat, address, hours, dated, cash, step_free, seats, staffed, verified_at, demo, standing, confirmed_at, market_id
    from lz.outlet where listed and market_id = ${market} and standing <> 'closed' order by name, id limit ${most}`.execute(db);
  return rows;
};
