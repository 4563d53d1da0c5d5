/** What may be one outlet twice: seen by the merchant while she types and by the officer who decides, each only what is theirs to see. */
import { outletColumns, type OutletFields } from '../../database/outletRow';
import { project, unproject } from '../../domain/geometry';
import { demoPlaces, formats } from '../../rules';
import { gcj02, metres } from '../../types/units';
import { draft, nanyuan, newId, noon, openWorld, ronghua, valueOf, type World } from '../support/world';

const centre = (() => { const c = demoPlaces.communities.find(({ code }) => code === nanyuan)!; return project(gcj02(c.lng, c.lat)); })();
const east = (m: number) => { const p = unproject({ x: metres(centre.x + m), y: centre.y }); return { lng: p.lng, lat: p.lat }; };
const unknown = { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' } as const;
const code = '92620602MA0000015G';

let world: World;
const ids = new Map<string, string>();
const add = async (fields: Partial<OutletFields> & { name: string }, listed = true) => {
  const id = newId();
  ids.set(fields.name, id);
  const whole: OutletFields = { format: 'repair', services: [], community: nanyuan, point: east(0), address: '某巷', phone: null, hours: null, creditCode: null, unlicensedReason: null, facts: unknown, ...fields };
  await world.host.database.owner.insertInto('lz.outlet').values({ id, ...outletColumns(whole, formats), listed, owner: null, origin: 'census', origin_key: id, verified_at: null, verified_by: null, edited_at: null, changed_at: noon.toISOString() }).execute();
};
beforeAll(async () => {
  world = await openWorld();
  await add({ name: '张记修鞋', point: east(0), phone: '0935-2210001' });
  await add({ name: '老马牛肉面', format: 'breakfast', point: east(200) });
  await add({ name: '百惠药店', format: 'pharmacy', point: east(2000), creditCode: code, address: '南大街 8 号' });
  await add({ name: '宏达五金', format: 'repair', point: east(-500), address: '文庙路12号（演示）' });
  await add({ name: '关掉的修鞋', point: east(2) }, false);
});
afterAll(() => world.close());

const ask = async (typed: Parameters<World['call']>[2] & object) => valueOf(await world.call('cobbler', 'outlet.duplicates', typed as never)).items;

test.each([
  ['read the same, 30 m apart', { name: '章记修鞋', point: east(30) }, [['张记修鞋', 'possible', ['名字读音相同，差一个字', '相距 30 米']]]],
  ['with the same phone, typed otherwise', { name: '章记修鞋摊', point: east(30), phone: '0935 2210001' }, [['张记修鞋', 'sure', ['电话相同', '名字读音相同，差一个字', '相距 30 米']]]],
  ['by the phone alone', { phone: '09352210001' }, [['张记修鞋', 'possible', ['电话相同']]]],
  ['by half a phone', { phone: '0935221' }, []],
  ['by a name alone', { name: '张记修鞋' }, []],
  ['neighbours of one trade', { name: '马家牛肉面', point: east(212) }, []],
  ['a pin left in the middle of the community, same address', { name: '宏达五金店', point: east(0), address: '文庙路 12 号' }, [['宏达五金', 'likely', ['名字一样', '地址一样，图钉相距 500 米']]]],
  ['nothing typed yet', {}, []],
  ['nulls, as an empty form has them', { name: null, point: null, address: null, phone: null, creditCode: null }, []],
])('the merchant sees %s', async (_what, typed, expected) => {
  expect((await ask(typed)).map(({ name, level, reasons }) => [name, level, reasons])).toEqual(expected);
});

test('what stands at her address is found though twenty of that name stand nearer', async () => {
  for (let i = 0; i < 21; i += 1) await add({ name: '百味饺子', format: 'breakfast', point: east(310 + i), address: `北巷${i}号` });
  await add({ name: '百味饺子馆', format: 'breakfast', point: east(-600), address: '文庙路88号（二楼）' });
  expect(await ask({ name: '百味饺子', point: east(0), address: '文庙路 ８８ 号' })).toMatchObject([{ name: '百味饺子馆', reasons: ['名字一样', '地址一样，图钉相距 600 米'] }]);
  expect(await ask({ name: '百味饺子', point: east(700), address: '文庙路88号' })).toEqual([]);
});

describe('a licence is nobody else’s to read', () => {
  test('the whole code that she typed finds her outlet', async () => {
    expect((await ask({ name: '百惠大药房', creditCode: code, point: east(2010) }))[0]).toMatchObject({ name: '百惠药店', level: 'sure', reasons: expect.arrayContaining(['统一社会信用代码相同']) as unknown });
  });
  test('no code, part of one or a wrong one finds nothing, and that another has another is neither said nor counted', async () => {
    const typed = { name: '百惠药店', point: east(2005) };
    const without = await ask(typed);
    for (const creditCode of [code.slice(0, 17), '92620602MA00000150', '92620602MA0000023C']) expect(await ask({ ...typed, creditCode })).toEqual(without);
    expect(await ask({ creditCode: code.slice(0, 17) })).toEqual([]);
    expect(JSON.stringify(await ask({ ...typed, creditCode: code }))).not.toContain(code);
  });
});

test('an outlet that is changed is not like itself, and what was taken down is not shown', async () => {
  expect(await ask({ name: '张记修鞋', point: east(0), except: ids.get('张记修鞋') })).toEqual([]);
  expect((await ask({ name: '关掉的修鞋', point: east(2) })).map(({ name }) => name)).not.toContain('关掉的修鞋');
});

test('the officer sees points and the reasons against as well', async () => {
  const id = newId();
  valueOf(await world.call('cobbler', 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name: '章记修鞋', format: 'repair', point: east(12), phone: '0935-2210009', creditCode: null, unlicensedReason: '流动摊' }) }));
  const [item] = valueOf(await world.call('street', 'desk.queue', { id })).items;
  expect(item!.similar).toEqual([{ id: ids.get('张记修鞋'), name: '张记修鞋', metres: 12, score: 45, level: 'possible', reasons: ['名字读音相同，差一个字', '相距 12 米', '电话不同'] }]);
});

describe('a registration that waits', () => {
  const register = async (who: string, change: Parameters<typeof draft>[0]) => {
    const id = newId();
    valueOf(await world.call(who, 'outlet.register', { id, revision: 1, outlet: null, draft: draft(change) }));
    return id;
  };
  const waiting = async (who: string, typed: Parameters<World['call']>[2] & object) => valueOf(await world.call(who, 'outlet.duplicates', typed as never));
  const itemsOf = async (who: string) => valueOf(await world.call(who, 'desk.queue', {})).items;

  test('is held against others that wait: the officer sees them, the merchant only that there is one, and never her own', async () => {
    const typed = { name: '老杨配钥匙', point: east(900), phone: '13909350077', address: '杨家巷 3 号', creditCode: null, unlicensedReason: '老摊位' };
    const first = await register('noodles', typed);
    const again = { name: '老杨配钥匙店', point: east(905), phone: '139 0935 0077', address: '杨家巷3号' };
    const said = await waiting('cobbler', again);
    expect(said).toMatchObject({ items: [], waiting: true });
    expect(JSON.stringify(said)).not.toMatch(/老杨|杨家巷|1390935/);
    expect((await waiting('noodles', again)).waiting).toBeUndefined();
    expect((await waiting('cobbler', { name: '别的铺子', point: east(905) })).waiting).toBeUndefined();

    const second = await register('cobbler', { ...typed, name: '老杨配钥匙店', point: east(905) });
    for (const [id, other] of [[first, second], [second, first]] as const) {
      const item = (await itemsOf('street')).find(({ registration }) => registration.id === id)!;
      expect(item.alike).toEqual([expect.objectContaining({ id: other, address: '杨家巷 3 号', level: 'sure', reasons: expect.arrayContaining(['电话相同']) as unknown })]);
      expect(item.similar).toEqual([]);
    }
    valueOf(await world.call('street', 'desk.decide', { id: first, revision: 1, decision: 'approve', reason: null }));
    const left = (await itemsOf('street')).find(({ registration }) => registration.id === second)!;
    expect([left.alike, left.similar.map(({ name }) => name)]).toEqual([[], ['老杨配钥匙']]);
    expect((await waiting('elder', again)).items.map(({ name }) => name)).toEqual(['老杨配钥匙']);
  });

  test('of another street is not shown to an officer who may not decide it, and is to the district', async () => {
    const typed = { name: '界河修表', point: east(1400), phone: '13909350088', creditCode: null, unlicensedReason: '老摊位' };
    const here = await register('noodles', typed);
    const there = await register('cobbler', { ...typed, community: ronghua });
    const alike = async (who: string) => (await itemsOf(who)).find(({ registration }) => registration.id === here)!.alike!.map(({ id }) => id);
    expect([await alike('street'), await alike('district')]).toEqual([[], [there]]);
  });
});
