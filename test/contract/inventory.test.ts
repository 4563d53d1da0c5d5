/** What was checked: marked by those whose street it is, kept for ever, ageing; and the numbers about the inventory itself. */
import { sql } from 'kysely';
import { codeOf, dazhong, draft, dongdajieStreet, nanyuan, newId, noon, openWorld, ronghua, ronghuaStreet, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

const cell = async (community: string, format: string, as = 'street') =>
  valueOf(await world.call(as, 'desk.inventory', { street: dongdajieStreet })).rows.find((row) => row.community.code === community)!.cells.find((one) => one.format === format)!;
const mark = (state: 'checked' | 'partial' | 'unchecked', formats = ['repair'], change: object = {}, as = 'street') =>
  world.call(as, 'desk.checkInventory', { sending: newId(), community: nanyuan, formats, state, note: null, ...change });
const open = async (change: Parameters<typeof draft>[0] = {}) => {
  const id = newId();
  valueOf(await world.call(`keeper-${id}`, 'outlet.register', { id, revision: 1, outlet: null, draft: draft(change) }));
  return valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null })).outlet!;
};

test('where nobody looked nothing is claimed', async () => {
  expect(await cell(nanyuan, 'repair')).toEqual({ format: 'repair', state: 'unchecked', due: false, finding: 'unknown', listed: 0, verified: 0, mark: null });
});

test('a mark says who, when and what was noted; checked and empty is a gap, partly checked is none', async () => {
  valueOf(await mark('partial', ['repair'], { note: '只走了东半边' }));
  expect(await cell(nanyuan, 'repair')).toMatchObject({ state: 'partial', finding: 'unknown', mark: { role: 'street', mine: true, at: noon.toISOString(), note: '只走了东半边' } });
  valueOf(await mark('checked'));
  expect(await cell(nanyuan, 'repair', 'district')).toMatchObject({ state: 'checked', finding: 'gap', mark: { role: 'street', mine: false } });
  expect((await cell(dazhong, 'repair')).state).toBe('unchecked');
});

test('a mark ages: after the days of the rule it is to be checked again, and claims no gap', async () => {
  world.setNow(new Date(noon.getTime() + 181 * 86_400_000));
  expect(await cell(nanyuan, 'repair')).toMatchObject({ state: 'checked', due: true, finding: 'unknown' });
  world.setNow(noon);
});

test('a mistaken mark is taken back by another; nothing is deleted', async () => {
  valueOf(await mark('unchecked'));
  expect(await cell(nanyuan, 'repair')).toMatchObject({ state: 'unchecked', finding: 'unknown' });
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from lz.inventory_check where community_code = ${nanyuan} and format = 'repair'`.execute(world.host.database.owner);
  expect(rows[0]!.n).toBe(3);
  await expect(world.host.database.owner.updateTable('lz.inventory_check').set({ state: 'checked' }).execute()).rejects.toThrow('not allowed');
});

test('a whole row at once, and the same sending twice is one mark', async () => {
  const sending = newId();
  for (let i = 0; i < 2; i += 1) expect(valueOf(await mark('partial', ['pharmacy', 'breakfast', 'pharmacy'], { sending }))).toEqual({ marked: 2 });
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from lz.inventory_check where sending = ${sending}`.execute(world.host.database.owner);
  expect(rows[0]!.n).toBe(2);
  const audits = await world.host.database.owner.selectFrom('lz.audit').select('detail').where('action', '=', 'inventory.partial').orderBy('id').execute();
  expect(audits[audits.length - 1]!.detail).toEqual({ formats: ['pharmacy', 'breakfast'], note: null });
});

test('another street is out of scope, for reading and for marking; the district may both', async () => {
  expect(codeOf(await world.call('street', 'desk.inventory', { street: ronghuaStreet }))).toBe('out_of_scope');
  expect(codeOf(await mark('checked', ['repair'], { community: ronghua }))).toBe('out_of_scope');
  expect(valueOf(await mark('checked', ['repair'], { community: ronghua }, 'district'))).toEqual({ marked: 1 });
  expect(valueOf(await world.call('district', 'desk.inventory', { street: ronghuaStreet })).rows[0]!.cells.find(({ format }) => format === 'repair')!.mark).toMatchObject({ role: 'district', mine: true });
  expect(codeOf(await mark('checked', ['no-such']))).toBe('unknown_format');
  expect(codeOf(await world.call('district', 'desk.inventory', { street: '999999999' }))).toBe('unknown_place');
});

test('an outlet counts for its format and for each its services count as', async () => {
  await open({ format: 'breakfast', services: ['shoe-repair', 'breakfast-serving'] });
  expect(await cell(nanyuan, 'breakfast')).toMatchObject({ listed: 1, verified: 1, finding: 'there' });
  expect(await cell(nanyuan, 'repair')).toMatchObject({ listed: 1, finding: 'there' });
});

describe('the numbers about the inventory', () => {
  const figures = async (as = 'district', street?: string) => valueOf(await world.call(as, 'desk.indicators', street === undefined ? {} : { street }));

  test('each stands beside its n, and unknown is in no share', async () => {
    const [, chain, independent, old] = [await open({ name: '不清楚' }), await open({ name: '连锁店' }), await open({ name: '独立店' }), await open({ name: '旧店' })];
    const set = (id: string, change: object) => world.host.database.owner.updateTable('lz.outlet').set(change).where('id', '=', id).execute();
    await set(chain, { chain: 'chain', brand: '千层' });
    await set(independent, { chain: 'independent', listed: false });
    await set(old, { verified_at: new Date(noon.getTime() - 91 * 86_400_000).toISOString() });
    const found = await figures();
    expect(found.whole).toEqual({ fresh: { share: 0.75, yes: 3, n: 4, unknown: 0 }, listed: { share: 0.8, yes: 4, n: 5, unknown: 0 }, chain: { share: 1, yes: 1, n: 1, unknown: 3 } });
    expect(found.streets.filter(({ checked }) => checked.cells > 0)).toMatchObject([{ code: ronghuaStreet, checked: { cells: 1 } }]);
    expect(found.streets.reduce((sum, { checked }) => sum + checked.of, 0)).toBe(found.checked.of);
    expect(found.streets.find(({ code }) => code === dongdajieStreet)!.figures).toEqual(found.whole);
    expect(found.formats.find(({ code }) => code === 'breakfast')!.figures).toEqual(found.whole);
    expect(found.streets.find(({ code }) => code === ronghuaStreet)!.figures.fresh).toEqual({ share: null, yes: 0, n: 0, unknown: 0 });
    expect(found).toMatchObject({ demo: false, status: '示例', checked: { cells: 1 } });
    expect(found.definitions.map(({ code }) => code)).toEqual(['fresh', 'listed', 'chain']);
  });

  test('a confirmation makes an outlet fresh again', async () => {
    await world.host.database.owner.updateTable('lz.outlet').set({ confirmed_at: noon.toISOString(), confirmed_by: 'owner' }).where('name', '=', '旧店').execute();
    expect((await figures()).whole.fresh.share).toBe(1);
  });

  test('a street officer sees her street alone', async () => {
    expect((await figures('street')).streets.map(({ code }) => code)).toEqual([dongdajieStreet]);
    expect(codeOf(await world.call('street', 'desk.indicators', { street: ronghuaStreet }))).toBe('out_of_scope');
  });
});
