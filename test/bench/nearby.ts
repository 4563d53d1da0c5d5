/**
 * Outlets nearby against the same SQL bare, with and without filters, and how the cost grows with the district. Beside it the limits: the bare
 * nearest-neighbour query, which no SQL of ours can undercut, and an index in memory without any database.
 */
import { sql } from 'kysely';
import KDBush from 'kdbush';
import { around } from 'geokdbush';
import { almanacOf, dayNumber, minuteOfDay } from '../../domain/almanac';
import { minuteOfWeek } from '../../domain/calendar';
import { toldOfDay } from '../../domain/dated-hours';
import { lunarDate } from '../../domain/lunar';
import { project } from '../../domain/geometry';
import { nearbyOutlets, openThen } from '../../database/queries/outlets';
import type { Handle } from '../../database/handle';
import { demoPlaces, holidays } from '../../rules';
import { gcj02 } from '../../types/units';
import { nanyuan, noon, valueOf, type World } from '../support/world';
import { each, inTurn, type Line } from './measure';
import { emptied, guarded } from './town';

const home = demoPlaces.communities.find(({ code }) => code === nanyuan)!;
const centre = project(gcj02(home.lng, home.lat));

/** The same density everywhere: a district of a million outlets is a hundred times larger than one of ten thousand. */
const addOutlets = async ({ host: { database } }: World, count: number) => {
  const side = Math.sqrt(count / 10_000) * 3000;
  await database.script(`
    ${emptied}
    select setseed(0.42);
    insert into lz.outlet (id, name, search, format, services, small_repair, community_code, lng, lat, place, address, hours, open_week, dated, cash, step_free, seats, staffed, origin, changed_at)
      select gen_random_uuid(), 'outlet ' || i, 'outlet ' || i, (array['breakfast', 'repair', 'convenience-store', 'pharmacy', 'hairdresser'])[1 + i % 5], '{}', i % 5 = 1, '${nanyuan}',
        ${home.lng} + dx / 88000, ${home.lat} + dy / 111000, point(${centre.x} + dx, ${centre.y} + dy), 'somewhere', null,
        case when i % 10 = 0 then null else int4multirange(int4range(480, 1080), int4range(1920, 2520), int4range(3360, 3960), int4range(4800, 5400)) end,
        case when i % 3 = 0 then '{"holidays": "closed"}'::jsonb when i % 50 = 1 then '{"closed": {"until": "2026-12-03"}}' when i % 50 = 2 then '{"market": {"calendar": "lunar", "days": [3, 6, 9], "spans": [{"from": 360, "to": 900}]}}' end,
        (array['yes', 'no', 'unknown'])[1 + i % 3], (array['yes', 'no', 'unknown'])[1 + (i / 3) % 3], 'unknown', 'unknown', 'census', now()
      from (select i, (random() - 0.5) * 2 * ${side} as dx, (random() - 0.5) * 2 * ${side} as dy from generate_series(1, ${count}) i) s;
    ${guarded}
    analyze lz.outlet;`);
};

/** Everything in memory: where it stands and what a filter asks of it. */
const inMemory = async ({ host: { database } }: World) => {
  const { rows } = await sql<{ lng: number; lat: number; fits: boolean }>`
    select lng, lat, format = 'repair' and small_repair and ${openThen(openAt)} and cash = 'yes' as fits from lz.outlet`.execute(database.owner);
  const index = new KDBush(rows.length);
  for (const { lng, lat } of rows) index.add(lng, lat);
  index.finish();
  return { all: () => around(index, home.lng, home.lat, plain.most, 3), fitting: () => around(index, home.lng, home.lat, plain.most, 3, (i) => rows[i]!.fits) };
};
const nearestAlone = (db: Handle) => sql`select id from lz.outlet where listed order by place <-> point(${centre.x}::float8, ${centre.y}::float8) limit ${plain.most}`.execute(db);

const almanac = almanacOf(holidays, lunarDate);
const today = dayNumber(noon.getTime());
const openAt = { minuteOfWeek: minuteOfWeek(noon.getTime()), minuteOfDay: minuteOfDay(noon.getTime()), today: toldOfDay(almanac(today)), yesterday: toldOfDay(almanac(today - 1)) };
const plain = { x: centre.x, y: centre.y, radius: 3000, formats: null, services: [], smallRepair: false, offers: null, openAt: null, facts: [], text: null, from: 0, most: 21 } as const;
const filtered = { ...plain, formats: ['repair'], smallRepair: true, openAt, facts: ['cash'] as const };
const origin = { kind: 'community' as const, code: nanyuan };

export const benchNearby = async (world: World, sizes: readonly number[]): Promise<Line[]> => {
  world.setNow(noon);
  const lines: Line[] = [];
  const costs: { size: number; plain: number; filtered: number }[] = [];
  const outletDatabase = world.host.database.as('outlet');
  for (const size of sizes) {
    await addOutlets(world, size);
    const bare = (query: Parameters<typeof nearbyOutlets>[1]) => () => each(30, () => outletDatabase.read((db) => nearbyOutlets(db, query)));
    const memory = await inMemory(world);
    const [knn = 0, memoryAll = 0, memoryFew = 0, bareAll = 0, all = 0, bareFew = 0, few = 0] = await inTurn(5,
      () => each(30, () => outletDatabase.read(nearestAlone)), () => each(30, async () => memory.all()), () => each(30, async () => memory.fitting()),
      bare(plain), () => each(30, async () => valueOf(await world.call('young', 'outlet.nearby', { origin }))),
      bare(filtered), () => each(30, async () => valueOf(await world.call('young', 'outlet.nearby', { origin, formats: ['repair'], smallRepair: true, openNow: true, facts: ['cash'] }))));
    const line = (what: string, action: number, alone: number): Line => ({
      what: `nearby, ${what}, ${size.toLocaleString('en')} outlets`, measured: `${action.toFixed(2)} ms / ${alone.toFixed(2)} ms bare = ${(action / alone).toFixed(2)} ×`, budget: '≤ 1.3 ×', kept: action <= 1.3 * alone,
    });
    const limit = (what: string, action: number, memoryAlone: number): Line => ({
      what: `the same, against its limits, ${what}, ${size.toLocaleString('en')} outlets`, measured: `${action.toFixed(2)} ms; nearest-neighbour query alone ${knn.toFixed(2)} ms; in memory (geokdbush) ${memoryAlone.toFixed(3)} ms`, budget: '', kept: null,
    });
    lines.push(line('no filter', all, bareAll), limit('no filter', all, memoryAll), line('four filters', few, bareFew), limit('four filters', few, memoryFew));
    costs.push({ size, plain: all, filtered: few });
  }
  const [first, last] = [costs[0], costs[costs.length - 1]];
  if (first && last && last.size > first.size) {
    for (const what of ['plain', 'filtered'] as const) {
      const growth = last[what] / first[what];
      lines.push({ what: `nearby, ${what === 'plain' ? 'no filter' : 'four filters'}, ${first.size.toLocaleString('en')} → ${last.size.toLocaleString('en')}`, measured: `${growth.toFixed(2)} ×`, budget: '≤ 3 ×', kept: growth <= 3 });
    }
  }
  return lines;
};
