/** A town of so many outlets with names as the demonstration makes them, all within reach of one community: the worst case of a search, since nothing lies outside. */
import { outletColumns } from '../../database/outletRow';
import { demoOutlets } from '../../local/demo/outlets';
import { chanceFrom } from '../../local/demo/random';
import { demoPlaces, formats, plan } from '../../rules';
import { nanyuan, noon, type World } from '../support/world';

const centre = demoPlaces.communities.find(({ code }) => code === nanyuan)!;
/** Degrees; the corners lie within 3 km. */
const [width, height] = [0.046, 0.036];
const perInsert = 1000;

/** Outlets are never deleted, and each has its history: for a benchmark alone both stand aside while a district is made. */
export const emptied = `
  alter table lz.outlet disable trigger user; alter table lz.outlet_entry disable trigger user;
  delete from lz.outlet_entry; delete from lz.outlet;`;
export const guarded = 'alter table lz.outlet enable trigger user; alter table lz.outlet_entry enable trigger user;';

export interface TownOutlet { readonly id: string; readonly name: string; readonly phone: string | null; readonly address: string; readonly point: { readonly lng: number; readonly lat: number } }

export const fillTown = async ({ host: { database } }: World, count: number): Promise<TownOutlet[]> => {
  const chance = chanceFrom(41);
  const { owner } = database;
  await database.script(emptied);
  const kinds = demoOutlets(chance, { plan, formats, places: demoPlaces }, 250);
  const town: TownOutlet[] = [];
  while (town.length < count) {
    const rows = Array.from({ length: Math.min(perInsert, count - town.length) }, (_, i) => {
      const like = kinds[chance.below(kinds.length)]!;
      const point = { lng: centre.lng + (chance.next() - 0.5) * width, lat: centre.lat + (chance.next() - 0.5) * height };
      const phone = chance.happens(0.6) ? `139${String(10_000_000 + town.length + i).slice(-8)}` : null;
      return { id: chance.uuid(), ...outletColumns({ ...like, point, phone }, formats), owner: null, origin: 'census' as const, origin_key: `town-${town.length + i}`, verified_at: null, verified_by: null, edited_at: null, changed_at: noon.toISOString() };
    });
    await owner.insertInto('lz.outlet').values(rows).execute();
    town.push(...rows.map(({ id, name, phone, address, lng, lat }) => ({ id, name, phone, address, point: { lng, lat } })));
  }
  await database.script(guarded);
  await database.script('vacuum analyze lz.outlet');
  return town;
};
