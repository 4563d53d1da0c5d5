/**
 * Outlets on the map. Nearest first by the GiST index on metric points, looked for in widening circles: the page is
 * whole as soon as it is full, because whatever stands outside the circle is farther. So the cost follows what stands
 * around the origin and not the size of the district, and does not hang on how the planner guesses a filter. A text that
 * is rare is found by an index of its own instead: looking for it from place to place would read the whole district.
 */
import { sql, type RawBuilder } from 'kysely';
import type { FactName, Standing } from '../../types/contract/outlet';
import type { ToldDay } from '../../domain/dated-hours';
import type { DatedHours, Facts, WeekHours } from '../../types/contract/shared';
import type { Handle } from '../handle';
import { indexed, written, type Sought } from './textSearch';

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
  /** Any of these, whatever else it is; null: it does not matter. */
  readonly offers: readonly string[] | null;
  readonly openAt: OpenAt | null;
  readonly facts: readonly FactName[];
  /** Matches names, pinyin, initials and services. */
  readonly text: Sought | null;
  readonly from: number;
  readonly most: number;
}

/** A moment as the hours of an outlet ask for it. */
export interface OpenAt { readonly minuteOfWeek: number; readonly minuteOfDay: number; readonly today: ToldDay; readonly yesterday: ToldDay }

export interface OutletRow {
  readonly id: string; readonly name: string; readonly format: string; readonly services: string[]; readonly small_repair: boolean;
  readonly community_code: string; readonly lng: number; readonly lat: number; readonly address: string; readonly hours: WeekHours | null; readonly dated: DatedHours | null;
  readonly cash: Facts['cash']; readonly step_free: Facts['stepFree']; readonly seats: Facts['seats']; readonly staffed: Facts['staffed'];
  readonly verified_at: string | null; readonly demo: boolean; readonly standing: Standing; readonly confirmed_at: string | null; readonly market_id: string | null;
}

const factColumn: Record<FactName, string> = { cash: 'cash', stepFree: 'step_free', seats: 'seats', staffed: 'staffed' };

/** Shares of the whole radius: a circle has nine times the area of the one before it, so looking in vain costs little. */
const widening = [1 / 9, 1 / 3, 1];

export const nearbyOutlets = async (db: Handle, q: NearbyQuery): Promise<OutletRow[]> => {
  // what doesn't fill the page close by is rare; what is one character off is sought only where there is nothing else
  if (q.text !== null) {
    const close = typeof q.text === 'string' ? await outletsInCircle(db, q, q.radius * widening[0]!, nearest(q)) : [];
    return close.length === q.most ? close : outletsInCircle(db, q, q.radius, byText(q));
  }
  let rows: OutletRow[] = [];
  for (const share of widening) {
    rows = await outletsInCircle(db, q, q.radius * share, nearest(q));
    if (rows.length === q.most) break;
  }
  return rows;
};

type Way = { readonly within: (radius: number) => RawBuilder<unknown>; readonly order: RawBuilder<unknown> };
const distance = ({ x, y }: NearbyQuery) => sql`place <-> point(${x}::float8, ${y}::float8)`;
const nearest = (q: NearbyQuery): Way => ({ within: (radius) => sql`place <@ circle(point(${q.x}::float8, ${q.y}::float8), ${radius}::float8)`, order: distance(q) });
/** Written so that the index of places can't serve: the planner takes any circle for small, and would look at everything in it. */
const byText = (q: NearbyQuery): Way => ({
  within: (radius) => sql`${q.text === null ? sql`true` : indexed(q.text)} and (${distance(q)}) <= ${radius}::float8`, order: sql`(${distance(q)}) + 0`,
});

const outletsInCircle = async (db: Handle, q: NearbyQuery, radius: number, { within, order }: Way): Promise<OutletRow[]> => {
  const conditions: RawBuilder<unknown>[] = [sql`listed`, within(radius)];
  if (q.formats) conditions.push(sql`(format = any(${q.formats}::text[]) or services && ${q.services}::text[])`);
  if (q.offers) conditions.push(sql`services && ${q.offers}::text[]`);
  if (q.smallRepair) conditions.push(sql`small_repair`);
  if (q.openAt !== null) conditions.push(sql`${openOrMarketThen(q.openAt)} and standing <> 'hidden'`);
  for (const fact of q.facts) conditions.push(sql`${sql.ref(factColumn[fact])} = 'yes'`);
  if (q.text !== null) conditions.push(written(q.text));
  const { rows } = await sql<OutletRow>`
    select id, name, format, services, small_repair, community_code, lng, lat, address, hours, dated, cash, step_free, seats, staffed, verified_at, demo, standing, confirmed_at, market_id
    from lz.outlet where ${sql.join(conditions, sql` and `)}
    order by ${order}, id limit ${q.most} offset ${q.from}`.execute(db);
  return rows;
};

/** Most hours are those of the week; the others are taken apart only on a day that is special to them. A night of yesterday's ends where it closes for a while. */
export const openThen = (at: OpenAt) => {
  const dated = sql`dated`;
  return sql`case when dated is null or (${kindOfDay(dated, at.today)} = 'week' and ${kindOfDay(dated, at.yesterday)} = 'week') then open_week @> ${at.minuteOfWeek}::int4
    else ${takenApart(sql`hours`, dated, at)} end`;
};

/** D11 of domain/dated-hours.ts: a stall whose week nobody said is there with its market. Markets are few, and only such a stall asks for one. */
const openOrMarketThen = (at: OpenAt) => sql`case when open_week is null and market_id is not null
  then (select ${takenApart(sql`m.hours`, sql`(coalesce(m.dated, '{}') || coalesce(lz.outlet.dated, '{}'))`, at)} from lz.market m where m.id = lz.outlet.market_id)
  else ${openThen(at)} end`;

const kindOfDay = (dated: RawBuilder<unknown>, d: ToldDay) => sql`lz.kind_of_day(${dated}, ${d.day}, ${d.holiday}::boolean, ${d.working}::boolean, ${d.solar}::int, ${d.lunar}::int)`;

const takenApart = (hours: RawBuilder<unknown>, dated: RawBuilder<unknown>, { minuteOfDay, today, yesterday }: OpenAt) => {
  const holds = (d: ToldDay, minute: number) => sql`lz.day_holds(${kindOfDay(dated, d)}, ${hours}, ${dated}, ${d.weekday}::int, ${d.workingWeekday}::int, ${minute}::int)`;
  return sql`(${holds(today, minuteOfDay)} or (${kindOfDay(dated, today)} <> 'closed' and ${holds(yesterday, minuteOfDay + 1440)}))`;
};

/** How many listed outlets within so many metres offer each of these services. Of what is said to be closed for good none counts. */
export const offersWithin = async (db: Handle, { x, y, metres }: { x: number; y: number; metres: number }, services: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await sql<{ service: string; outlets: number }>`
    select service, count(*)::int as outlets from lz.outlet, unnest(services) service
    where listed and small_repair and standing <> 'closed' and service = any(${services}::text[]) and place <@ circle(point(${x}::float8, ${y}::float8), ${metres}::float8)
    group by service`.execute(db);
  return new Map(rows.map(({ service, outlets }) => [service, outlets]));
};

/** Held until the transaction ends. */
export const lockOutlet = (transaction: Handle, id: string) => transaction.selectFrom('lz.outlet').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
export type WholeOutlet = NonNullable<Awaited<ReturnType<typeof lockOutlet>>>;

export const outletsOf = (db: Handle, owner: string) => db.selectFrom('lz.outlet').selectAll().where('owner', '=', owner).orderBy('name').limit(50).execute();

export const outletById = (db: Handle, id: string) => db.selectFrom('lz.outlet').selectAll().where('id', '=', id).executeTakeFirst();
