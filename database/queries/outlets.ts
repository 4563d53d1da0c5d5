/**
 * Outlets on the map. Nearest first by the GiST index on metric points, looked for in widening circles: the page is
 * whole as soon as it is full, because whatever stands outside the circle is farther. So the cost follows what stands
 * around the origin and not the size of the district, and does not hang on how the planner guesses a filter.
 */
import { sql, type RawBuilder } from 'kysely';
import type { FactName } from '../../types/contract/outlet';
import type { Facts, WeekHours } from '../../types/contract/shared';
import type { Handle } from '../handle';

export interface NearbyQuery {
  /** Metres east and north of the district's origin. */
  readonly x: number;
  readonly y: number;
  /** Metres, straight line: how far it looks at most. */
  readonly radius: number;
  readonly formats: readonly string[] | null;
  /** Services that count as one of the formats (一店多能). */
  readonly services: readonly string[];
  readonly smallRepair: boolean;
  readonly openAt: number | null;
  readonly facts: readonly FactName[];
  /** Folded text; matches names, pinyin, initials and services. */
  readonly text: string | null;
  readonly from: number;
  readonly most: number;
}

export interface OutletRow {
  readonly id: string; readonly name: string; readonly format: string; readonly services: string[]; readonly small_repair: boolean;
  readonly community_code: string; readonly lng: number; readonly lat: number; readonly address: string; readonly hours: WeekHours | null;
  readonly cash: Facts['cash']; readonly step_free: Facts['stepFree']; readonly seats: Facts['seats']; readonly staffed: Facts['staffed'];
  readonly verified_at: string | null; readonly demo: boolean;
}

const factColumn: Record<FactName, string> = { cash: 'cash', stepFree: 'step_free', seats: 'seats', staffed: 'staffed' };

/** Shares of the whole radius: a circle has nine times the area of the one before it, so looking in vain costs little. */
const widening = [1 / 9, 1 / 3, 1];

export const nearbyOutlets = async (db: Handle, q: NearbyQuery): Promise<OutletRow[]> => {
  let rows: OutletRow[] = [];
  for (const share of widening) {
    rows = await outletsInCircle(db, q, q.radius * share);
    if (rows.length === q.most) break;
  }
  return rows;
};

const outletsInCircle = async (db: Handle, q: NearbyQuery, radius: number): Promise<OutletRow[]> => {
  const conditions: RawBuilder<unknown>[] = [sql`listed`, sql`place <@ circle(point(${q.x}::float8, ${q.y}::float8), ${radius}::float8)`];
  if (q.formats) conditions.push(sql`(format = any(${q.formats}::text[]) or services && ${q.services}::text[])`);
  if (q.smallRepair) conditions.push(sql`small_repair`);
  if (q.openAt !== null) conditions.push(sql`open_week @> ${q.openAt}::int4`);
  for (const fact of q.facts) conditions.push(sql`${sql.ref(factColumn[fact])} = 'yes'`);
  if (q.text !== null) conditions.push(sql`search like ${`%${q.text.replace(/[\\%_]/g, '\\$&')}%`}`);
  const { rows } = await sql<OutletRow>`
    select id, name, format, services, small_repair, community_code, lng, lat, address, hours, cash, step_free, seats, staffed, verified_at, demo
    from lz.outlet where ${sql.join(conditions, sql` and `)}
    order by place <-> point(${q.x}::float8, ${q.y}::float8), id limit ${q.most} offset ${q.from}`.execute(db);
  return rows;
};

export const outletById = (db: Handle, id: string) => db.selectFrom('lz.outlet').selectAll().where('id', '=', id).executeTakeFirst();

/** What is listed within `metres` of a point. */
export const outletsWithin = (db: Handle, x: number, y: number, metres: number) =>
  db.selectFrom('lz.outlet').select(['id', 'name', 'lng', 'lat']).where('listed', '=', true)
    .where(sql<boolean>`place <@ circle(point(${x}::float8, ${y}::float8), ${metres}::float8)`).limit(20).execute();
