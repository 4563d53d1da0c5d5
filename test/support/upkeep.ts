/** What tests of keeping outlets right ask again and again: rows and history of an outlet, who was told what, and the calls of residents, merchants and staff. */
import type { Input } from '../../types/contract';
import { addOfficer, identity, newId, noon, openWorld, ronghuaStreet, valueOf, type Persona, type World } from './world';

export const hours = (n: number) => new Date(noon.getTime() + n * 3_600_000);
export const days = (n: number) => hours(24 * n);
export const papers = { phone: '13800000000', creditCode: null, note: '店是我开的' };

/** A world in which a second street has an officer too. */
export const openUpkeep = async (): Promise<World> => {
  const world = await openWorld();
  await addOfficer(world.host, identity('ronghua-street'), { role: 'street', street: ronghuaStreet });
  return world;
};

/** `world`: as it is when a test runs. */
export const upkeepIn = (world: () => World) => {
  const owner = () => world().host.database.owner;
  const row = (id: string) => owner().selectFrom('lz.outlet').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const entries = (id: string) => owner().selectFrom('lz.outlet_entry').select(['by', 'act', 'fields', 'actor', 'why']).where('outlet_id', '=', id).orderBy('id').execute();
  return {
    row, entries,
    person: (persona: Persona) => world().host.secrets.person(identity(persona)),
    acts: async (id: string) => (await entries(id)).map(({ by, act }) => `${by} ${act}`),
    inbox: async (persona: Persona) => valueOf(await world().call(persona, 'outlet.messages', {})).messages.map(({ kind }) => kind),
    detail: async (outlet: string) => valueOf(await world().call('young', 'outlet.detail', { id: outlet })).outlet,
    report: (who: Persona, outlet: string, change: Partial<Input<'outlet.report'>> = {}) => world().call(who, 'outlet.report', { id: newId(), outlet, kind: 'closed', note: null, ...change }),
    claim: (who: Persona, outlet: string, change: Partial<Input<'outlet.claim'>> = {}) => world().call(who, 'outlet.claim', { id: newId(), revision: 1, outlet, papers, ...change }),
    /** About all that residents say of it just now. */
    decideCorrection: async (outlet: string, change: Partial<Input<'desk.decideCorrection'>>, who: Persona = 'street') => {
      const ids = (await owner().selectFrom('lz.correction').select('id').where('outlet_id', '=', outlet).where('state', '=', 'open').execute()).map(({ id }) => id);
      return world().call(who, 'desk.decideCorrection', { outlet, ids, decision: 'closed', reasonCode: null, reason: null, ...change });
    },
  };
};
