/** 早市、夜市、逢集 and the map of 小修小补. */
import { project, unproject } from '../../domain/geometry';
import { outletColumns } from '../../database/outletRow';
import { seedMarkets } from '../../database/seed';
import { demoMarkets, demoPlaces, formats, markets } from '../../rules';
import type { OutletFields } from '../../types/outletFields';
import { gcj02, metres } from '../../types/units';
import { codeOf, draft, nanyuan, newId, noon, openWorld, valueOf, type World } from '../support/world';

const origin = { kind: 'community' as const, code: nanyuan };
const centre = (() => { const c = demoPlaces.communities.find(({ code }) => code === nanyuan)!; return project(gcj02(c.lng, c.lat)); })();
const east = (m: number) => { const p = unproject({ x: metres(centre.x + m), y: centre.y }); return { lng: p.lng, lat: p.lat }; };
let world: World;
const add = async (name: string, at: number, fields: Partial<OutletFields>) => {
  const { owner } = world.host.database;
  const id = newId();
  await owner.insertInto('lz.outlet').values({
    id, ...outletColumns({ ...draft(), format: 'repair', services: [], name, point: east(at), ...fields }, formats), owner: null, origin: 'census', origin_key: name, verified_at: null, verified_by: null, edited_at: null, changed_at: noon.toISOString(),
  }).execute();
  return id;
};
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

describe('without a source nothing is said', () => {
  test('the five of the plan are listed, their place and hours 待核', async () => {
    const { markets: listed } = valueOf(await world.call('elder', 'outlet.markets', { origin }));
    expect(listed.map(({ id }) => id).sort()).toEqual(markets.markets.map(({ id }) => id).sort());
    for (const market of listed) expect(market).toMatchObject({ open: { state: 'unknown' }, point: null, walk: null, placeStatus: '待核', hoursStatus: '待核' });
    const { market, stalls } = valueOf(await world.call('elder', 'outlet.market', { id: 'shangshang-jie' }));
    expect(market).toMatchObject({ next: [], rules: [], clause: expect.stringContaining('方案 四（三）') as string });
    expect(stalls).toEqual([]);
  });
});

describe('with hours and stalls', () => {
  let sharpener: string;
  beforeAll(async () => {
    await world.host.database.owner.transaction().execute((tx) => seedMarkets(tx, demoMarkets, true));
    sharpener = await add('磨刀摊', 100, { services: ['knife-sharpening'], market: 'demo-morning', hours: null });
    await add('早走的菜摊', 110, { format: 'greengrocer', market: 'demo-morning', hours: Array.from({ length: 7 }, () => [{ from: 360, to: 420 }]) });
  });

  test('it is on until half past nine, and then when it is on next', async () => {
    world.setNow(new Date('2026-11-18T00:00:00Z')); // 8:00
    const first = valueOf(await world.call('elder', 'outlet.markets', { origin })).markets[0]!;
    expect(first).toMatchObject({ id: 'demo-morning', open: { state: 'open', until: '09:30' }, demo: true, hoursStatus: '演示' });
    const { market, stalls } = valueOf(await world.call('elder', 'outlet.market', { id: 'demo-morning', origin }));
    expect(market.next.map(({ on }) => on)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21']);
    // a stall without hours of its own is there with its market
    expect(stalls.map(({ name, open }) => [name, open.state])).toEqual([['磨刀摊', 'open'], ['早走的菜摊', 'closed']]);
    world.setNow(noon);
    expect(valueOf(await world.call('elder', 'outlet.market', { id: 'demo-morning' })).market).toMatchObject({ open: { state: 'closed', opens: { day: '明天', at: '06:00' } } });
  });

  test('a fair goes by the lunar calendar, and says the lunar day', async () => {
    const { market } = valueOf(await world.call('elder', 'outlet.market', { id: 'demo-fair' }));
    expect(market).toMatchObject({ open: { state: 'closed', because: '今天不逢集', opens: { day: '周六', at: '07:00' } } });
    expect(market.next.map(({ on, lunar }) => [on, lunar])).toEqual([['2026-11-21', '十三'], ['2026-11-24', '十六'], ['2026-11-27', '十九'], ['2026-12-01', '廿三']]);
  });

  test('an outlet’s page leads to its market; a merchant can only name one there is', async () => {
    expect(valueOf(await world.call('elder', 'outlet.detail', { id: sharpener })).outlet.market).toEqual({ id: 'demo-morning', name: '南苑早市（演示）', hoursStatus: '演示' });
    expect(codeOf(await world.call('noodles', 'outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft({ market: 'nowhere' }) }))).toBe('unknown_place');
    expect(codeOf(await world.call('noodles', 'outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft({ market: 'demo-morning' }) }))).toBe('ok');
  });

  test('D11 a stall that said nothing of its hours has those of its market, on its page and in what is open now; a pause of its own ends them', async () => {
    const stall = await add('跟集的摊', 120, { market: 'demo-morning', hours: null });
    const fair = await add('逢集的摊', 130, { market: 'demo-fair', hours: null });
    const paused = await add('歇着的摊', 140, { market: 'demo-morning', hours: null, dated: { closed: { until: '2026-11-30', reason: '进货' } } });
    await add('集没说时间的摊', 150, { market: 'liangzhou-shiqi-xiang', hours: null });
    const openNow = async (at: string) => {
      world.setNow(new Date(at));
      return valueOf(await world.call('elder', 'outlet.nearby', { origin, openNow: true })).items.map(({ name }) => name).filter((name) => name.endsWith('的摊'));
    };
    expect(await openNow('2026-11-18T00:00:00Z')).toEqual(['跟集的摊']);
    expect(await openNow('2026-11-18T02:00:00Z')).toEqual([]);
    expect(await openNow('2026-11-21T02:00:00Z')).toEqual(['逢集的摊']); // 10:00 of 十三
    expect(await openNow('2026-12-01T00:30:00Z')).toEqual(['跟集的摊', '逢集的摊', '歇着的摊']); // 廿三, and the pause is over
    world.setNow(new Date('2026-11-18T00:00:00Z'));
    const { items } = valueOf(await world.call('elder', 'outlet.nearby', { origin }));
    expect(items.find(({ id }) => id === stall)).toMatchObject({ open: { state: 'open', until: '09:30' } });
    const detail = async (id: string) => valueOf(await world.call('elder', 'outlet.detail', { id })).outlet;
    expect(await detail(stall)).toMatchObject({ open: { state: 'open', until: '09:30' }, hours: Array.from({ length: 7 }, () => [{ from: 360, to: 570 }]), market: { hoursStatus: '演示' } });
    expect(await detail(fair)).toMatchObject({ open: { state: 'closed', because: '今天不逢集' }, dated: { market: { calendar: 'lunar' } } });
    expect(await detail(paused)).toMatchObject({ open: { state: 'closed', because: '暂停营业到11月30日（进货）' } });
  });

  test('a later start leaves what the rule file does not say', async () => {
    await world.host.database.owner.transaction().execute((tx) => seedMarkets(tx, markets, false));
    expect(valueOf(await world.call('elder', 'outlet.market', { id: 'mingqing-jie' })).market).toMatchObject({ placeStatus: '演示', address: '位置是编的（演示）' });
  });
});

test('小修小补: how many of each kind a quarter of an hour reaches, and the list of one kind, nearest first', async () => {
  await add('近处裁缝', 200, { services: ['tailoring', 'zip-replacing'] });
  await add('远处裁缝', 1500, { services: ['tailoring'] });
  await add('不修东西的店', 50, { format: 'convenience-store', services: [] });
  const { kinds, minutes } = valueOf(await world.call('elder', 'outlet.repairs', { origin }));
  expect(minutes).toBe(15);
  expect(kinds).toHaveLength(formats.services.filter(({ smallRepair }) => smallRepair).length);
  // 15 minutes at 60 m, along a way 1.3 times the straight line: 692 m
  const reach = (code: string) => kinds.find((kind) => kind.code === code)?.inReach;
  expect([reach('tailoring'), reach('knife-sharpening'), reach('watch-repair')]).toEqual([1, 1, 0]);
  const names = async (services: string[]) => valueOf(await world.call('elder', 'outlet.nearby', { origin, services })).items.map(({ name }) => name);
  expect(await names(['tailoring'])).toEqual(['近处裁缝', '远处裁缝']);
  expect(await names(['watch-repair'])).toEqual([]);
});
