/** The map of outlets: the same as the list says, for two thousand at once, and not much to carry. */
import { outletColumns, type OutletFields } from '../../database/outletRow';
import { project, straightMetres, unproject } from '../../domain/geometry';
import { unpackPoints, type MapPoint } from '../../domain/map-points';
import { walk } from '../../domain/walking';
import { demoPlaces, formats } from '../../rules';
import type { Output } from '../../types/contract';
import type { PointsInput } from '../../types/contract/outlet';
import { gcj02, metres, metresPerMinute } from '../../types/units';
import { codeOf, draft, nanyuan, newId, noon, openWorld, valueOf, type World } from '../support/world';

const centre = (() => { const c = demoPlaces.communities.find(({ code }) => code === nanyuan)!; return project(gcj02(c.lng, c.lat)); })();
/** On a spiral around the community's centre, so that the one with the lower number is nearer. */
const onSpiral = (i: number, step: number) => { const p = unproject({ x: metres(centre.x + Math.cos(i) * step * (i + 1)), y: metres(centre.y + Math.sin(i) * step * (i + 1)) }); return { lng: p.lng, lat: p.lat }; };
const origin = { kind: 'community' as const, code: nanyuan };

interface Added extends Partial<OutletFields> { readonly standing?: 'fine' | 'doubted' | 'hidden' | 'closed'; readonly listed?: boolean }
const add = async (world: World, outlets: readonly Added[]) => {
  for (let at = 0; at < outlets.length; at += 500) {
    await world.host.database.owner.insertInto('lz.outlet').values(outlets.slice(at, at + 500).map(({ standing = 'fine', listed = true, ...fields }) => ({
      id: newId(), ...outletColumns({ ...draft(), creditCode: null, unlicensedReason: '摊位', ...fields }, formats), owner: null, origin: 'census', origin_key: null, verified_at: null, verified_by: null, edited_at: null, changed_at: noon.toISOString(), standing, listed,
    }))).execute();
  }
};
const asked = async (world: World, more: Partial<PointsInput> = {}) => valueOf(await world.call('elder', 'outlet.points', { origin, ...more }));
const shown = (found: Output<'outlet.points'>): MapPoint[] => unpackPoints(found, found.origin.point);

describe('a few outlets of every kind', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    const week = (from: number, to: number) => Array.from({ length: 7 }, () => [{ from: from * 60, to: to * 60 }]);
    await add(world, [
      { name: '巧手裁缝铺', format: 'repair', services: ['tailoring'], hours: week(9, 18), point: onSpiral(1, 47) },
      { name: '夜里的馆子', format: 'restaurant', hours: week(18, 23), point: onSpiral(2, 47) },
      { name: '时间不明店', format: 'greengrocer', hours: null, point: onSpiral(3, 47) },
      { name: '两个人说关了', format: 'breakfast', hours: week(9, 18), point: onSpiral(4, 47), standing: 'doubted' },
      { name: '三个人说关了', format: 'breakfast', hours: week(9, 18), point: onSpiral(5, 47), standing: 'hidden' },
      { name: '已经下架的店', format: 'breakfast', hours: week(9, 18), point: onSpiral(6, 47), listed: false },
      { name: '太远的店', format: 'breakfast', hours: week(9, 18), point: onSpiral(1, 2000) },
    ]);
  });
  afterAll(() => world.close());

  test.each<[string, Partial<PointsInput>]>([
    ['nothing', {}], ['what is open now', { openNow: true }], ['a group', { groups: ['修补洗护'] }], ['小修小补', { smallRepair: true }], ['a name', { text: '裁缝' }], ['a name typed almost right', { text: '裁逢' }], ['what is not there', { text: '汽车美容中心' }],
  ])('asked for %s, it holds the same outlets as the list, nearest first, in the same state', async (_what, filter) => {
    const map = await asked(world, filter);
    const list = valueOf(await world.call('elder', 'outlet.nearby', { origin, ...filter }));
    expect(shown(map)).toEqual(list.items.map(({ id, name, format, point, open, doubted = false, demo }) => ({ id, name, format: format.name, point: { lng: Number(point.lng.toFixed(6)), lat: Number(point.lat.toFixed(6)) }, open, doubted, demo })));
    expect([map.inexact, map.more, map.radius, map.origin]).toEqual([list.inexact, list.more, list.radius, list.origin]);
  });

  test('what is taken off the list is not on the map, and what may be closed says so there too', async () => {
    const doubted = Object.fromEntries(shown(await asked(world)).map((point) => [point.name, point.doubted]));
    expect(doubted).toEqual({ 巧手裁缝铺: false, 夜里的馆子: false, 时间不明店: false, 两个人说关了: true, 三个人说关了: true });
    expect(shown(await asked(world, { openNow: true })).map(({ name }) => name)).toEqual(['巧手裁缝铺', '两个人说关了']);
  });

  test('a walk reckoned on the phone is the walk in the list, at every pace', async () => {
    const found = await asked(world);
    for (const pace of ['normal', 'slow', 'cart'] as const) {
      const { items } = valueOf(await world.call('elder', 'outlet.nearby', { origin, pace }));
      const from = gcj02(found.origin.point.lng, found.origin.point.lat);
      expect(shown(found).map(({ point }) => walk(straightMetres(from, gcj02(point.lng, point.lat)), { metresPerMinute: metresPerMinute(found.walking.metresPerMinute[pace]) }, found.walking.detour))).toEqual(items.map((item) => item.walk));
    }
  });

  test.each<[string, object, string]>([
    ['a community that is none', { origin: { kind: 'community', code: '620602001999' } }, 'unknown_place'],
    ['a pace: it is not asked here', { origin, pace: 'slow' }, 'unexpected_field'],
    ['an offset: there are no pages', { origin, from: 20 }, 'unexpected_field'],
  ])('%s is refused', async (_what, input, code) => {
    expect(codeOf(await world.call('elder', 'outlet.points', input as never))).toBe(code);
  });
});

test('of more than two thousand the nearest two thousand are given, it is said, and they are not much to carry', async () => {
  const world = await openWorld();
  try {
    const named = (i: number) => `第${i}家小吃早餐店`;
    await add(world, Array.from({ length: 2010 }, (_, i) => ({ name: named(i), point: onSpiral(i, 1) })));
    const found = await asked(world);
    const points = shown(found);
    expect([points.length, found.more]).toEqual([2000, true]);
    expect([points[0]!.name, points[1999]!.name]).toEqual([named(0), named(1999)]);
    const [bytes, whole] = [found, points].map((value) => Buffer.byteLength(JSON.stringify(value)));
    expect(bytes).toBeLessThan(200_000);
    expect(bytes! / whole!).toBeLessThan(0.55);
    expect((await asked(world, { text: '第1999家' })).more).toBe(false);
  } finally {
    await world.close();
  }
});
