/** That all still holds: said by an owner, by an officer who was there, and of several together where that is safe. */
import { upkeep } from '../../rules';
import { addOutlet } from '../support/addOutlet';
import { days, openUpkeep, upkeepIn } from '../support/upkeep';
import { codeOf, newId, noon, ronghua, valueOf, type Persona, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openUpkeep(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));
const { row, acts, detail, report } = upkeepIn(() => world);

describe('confirming', () => {
  test('only the owner; twice on one day is once', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    expect(codeOf(await world.call('cobbler', 'outlet.confirm', { outlet }))).toBe('not_yours');
    for (let i = 0; i < 2; i += 1) expect(valueOf(await world.call('noodles', 'outlet.confirm', { outlet }))).toEqual({ confirmedOn: '2026-11-18' });
    expect(await acts(outlet)).toEqual(['list listed', 'owner confirmed']);
  });

  test('the last confirmation ages where everybody sees it, and grows stale', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    valueOf(await world.call('noodles', 'outlet.confirm', { outlet }));
    const at = async (now: Date) => { world.setNow(now); return (await detail(outlet)).upkeep!.freshness; };
    expect([await at(days(1)), await at(days(upkeep.freshDays + 1)), await at(days(upkeep.staleDays + 1))]).toEqual(['fresh', 'ageing', 'stale']);
  });

  test('staff confirm several of their street at once, all or none', async () => {
    const [one, two, elsewhere] = [await addOutlet(world), await addOutlet(world), await addOutlet(world, { community: ronghua })];
    expect(codeOf(await world.call('street', 'desk.confirmOutlet', { outlets: [one, elsewhere] }))).toBe('out_of_scope');
    expect((await row(one)).confirmed_at).toBeNull();
    expect(valueOf(await world.call('street', 'desk.confirmOutlet', { outlets: [one, two, one] })).confirmed).toBe(2);
    expect((await row(two)).confirmed_by).toBe('staff');
  });

  describe('together, from a list', () => {
    const old = { verifiedAt: days(-upkeep.staleDays - 1) };
    const together = (outlets: string[], who: Persona = 'street') => world.call(who, 'desk.confirmOutlet', { outlets, together: true });
    const became = async (outlets: string[], who: Persona = 'street') => {
      const { results } = valueOf(await together(outlets, who));
      return outlets.map((id) => results!.find(({ outlet }) => outlet === id)!).map(({ result, why }) => why ?? result);
    };

    test('those that nobody looked at for long are confirmed; each that must be looked at by itself is left as it is, and why is told', async () => {
      const [fine, unknown, never, fresh, hers] = [await addOutlet(world, old), await addOutlet(world, { ...old, facts: { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' } }), await addOutlet(world), await addOutlet(world, { verifiedAt: days(-1) }), await addOutlet(world, { ...old, owner: 'street' })];
      const [doubted, wrong, stall, gone] = [await addOutlet(world, old), await addOutlet(world, old), await addOutlet(world, { ...old, creditCode: null, unlicensedReason: '修鞋摊' }), await addOutlet(world, old)];
      for (const who of ['w1', 'w2']) valueOf(await report(who, doubted));
      valueOf(await world.call('street', 'desk.visit', { id: newId(), outlet: wrong, seen: 1e9, at: noon.toISOString(), outcome: 'wrong', facts: { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' }, note: '招牌换了' }));
      await world.host.database.owner.updateTable('lz.outlet').set({ listed: false }).where('id', '=', gone).execute();
      expect(await became([fine, unknown, never, fresh, hers, doubted, wrong, stall, gone])).toEqual(['confirmed', 'confirmed', 'never', 'already', 'own', 'doubted', 'wrong', 'witness', 'closed']);
      expect((await row(fine)).confirmed_by).toBe('staff');
      for (const id of [never, fresh, hers, doubted, wrong, stall, gone]) expect((await row(id)).confirmed_at).toBeNull();
      expect((await acts(fine)).at(-1)).toBe('staff confirmed');
      expect(await became([fine])).toEqual(['already']);
    });

    test('two officers at once: each outlet is confirmed once, and both are told so', async () => {
      const outlets = await Promise.all([1, 2, 3].map(() => addOutlet(world, old)));
      const both = await Promise.all([together(outlets), together([...outlets].reverse(), 'district')]);
      const results = both.flatMap((reply) => valueOf(reply).results!);
      for (const id of outlets) {
        expect(results.filter(({ outlet }) => outlet === id).map(({ result }) => result).sort()).toEqual(['already', 'confirmed']);
        expect((await acts(id)).filter((act) => act === 'staff confirmed')).toHaveLength(1);
      }
    });

    test('another street\'s among them, or one that never was: nothing is done at all', async () => {
      const [here, elsewhere] = [await addOutlet(world, old), await addOutlet(world, { ...old, community: ronghua })];
      expect(codeOf(await together([here, elsewhere]))).toBe('out_of_scope');
      expect(codeOf(await together([here, newId()]))).toBe('not_found');
      expect(codeOf(await together([here], 'noodles'))).toBe('role_required');
      expect((await row(here)).confirmed_at).toBeNull();
    });
  });
});
