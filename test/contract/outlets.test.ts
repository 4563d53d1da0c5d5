/** Finding outlets: nearest first, by filter, by name and pinyin; and what a registration is refused for. */
import { unproject } from '../../domain/geometry';
import { outletColumns, type OutletFields } from '../../database/outletRow';
import { demoPlaces, formats } from '../../rules';
import { metres } from '../../types/units';
import { project } from '../../domain/geometry';
import { gcj02 } from '../../types/units';
import type { WeekHours } from '../../types/contract/shared';
import { codeOf, draft, nanyuan, newId, noon, openWorld, valueOf, type World } from '../support/world';

const daily = (from: number, to: number): WeekHours => Array.from({ length: 7 }, () => [{ from: from * 60, to: to * 60 }]);
const centre = (() => { const c = demoPlaces.communities.find(({ code }) => code === nanyuan)!; return project(gcj02(c.lng, c.lat)); })();
const east = (m: number) => { const p = unproject({ x: metres(centre.x + m), y: centre.y }); return { lng: p.lng, lat: p.lat }; };
const unknown = { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' } as const;

const outlets: readonly (Partial<OutletFields> & { name: string; at: number })[] = [
  { name: '远处早餐', at: 900, format: 'breakfast', hours: daily(6, 10) },
  { name: '巧手裁缝铺', at: 100, format: 'repair', services: ['tailoring'], hours: daily(9, 18), facts: { ...unknown, cash: 'yes', stepFree: 'yes' } },
  { name: '南苑便民超市', at: 200, format: 'convenience-store', services: ['parcel-keeping', 'key-cutting'], hours: daily(7, 22), facts: { ...unknown, cash: 'yes' } },
  { name: '夜宵馆', at: 300, format: 'restaurant', hours: Array.from({ length: 7 }, () => [{ from: 18 * 60, to: 120, overnight: true }]) },
  { name: '时间不明店', at: 400, format: 'greengrocer', hours: null },
  { name: '太远的店', at: 3500, format: 'breakfast', hours: daily(6, 23) },
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const { at, ...outlet } of outlets) {
    const fields: OutletFields = { format: 'breakfast', services: [], community: nanyuan, point: east(at), address: '某巷', phone: null, hours: null, creditCode: null, unlicensedReason: null, facts: unknown, ...outlet };
    await world.host.database.owner.insertInto('lz.outlet').values({ id: newId(), ...outletColumns(fields, formats), owner: null, origin: 'census', origin_key: outlet.name, verified_at: null, verified_by: null, edited_at: null, changed_at: noon.toISOString() }).execute();
  }
});
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const origin = { kind: 'community' as const, code: nanyuan };
const names = async (filter: object) => valueOf(await world.call('elder', 'outlet.nearby', { origin, ...filter })).items.map(({ name }) => name);

test('nearest first, and nothing beyond the radius', async () => {
  expect(await names({})).toEqual(['巧手裁缝铺', '南苑便民超市', '夜宵馆', '时间不明店', '远处早餐']);
});

test('page after page gives the same order as one page, whichever circle a page is found in', async () => {
  const whole = await names({});
  const single = [];
  for (const [from] of whole.entries()) single.push(...(await names({ from, most: 1 })));
  expect(single).toEqual(whole);
  expect(await names({ from: whole.length })).toEqual([]);
});

test('a walk is an estimate by pace: straight line × detour, minutes rounded up', async () => {
  const at = async (pace: 'normal' | 'slow' | 'cart') => valueOf(await world.call('elder', 'outlet.nearby', { origin, pace })).items[0]!.walk;
  expect(await at('normal')).toEqual({ metres: 130, minutes: 3, estimated: true });
  expect(await at('slow')).toEqual({ metres: 130, minutes: 3, estimated: true });
  expect(await at('cart')).toEqual({ metres: 130, minutes: 4, estimated: true });
});

test.each([
  ['a format group', { groups: ['修补洗护'] }, ['巧手裁缝铺', '南苑便民超市']],
  ['六个一', { sixOnes: ['一早'] }, ['远处早餐']],
  ['小修小补, also where it is carried by another shop (一店多能)', { smallRepair: true }, ['巧手裁缝铺', '南苑便民超市']],
  ['a format that another shop carries as a service', { formats: ['parcel'] }, ['南苑便民超市']],
  ['a fact that matters to the old; unknown is not yes', { facts: ['cash'] }, ['巧手裁缝铺', '南苑便民超市']],
  ['two facts at once', { facts: ['cash', 'stepFree'] }, ['巧手裁缝铺']],
  ['a name', { text: '裁缝' }, ['巧手裁缝铺']],
  ['pinyin', { text: 'CaiFeng' }, ['巧手裁缝铺']],
  ['initials', { text: 'nybmcs' }, ['南苑便民超市']],
  ['a service by name', { text: '代收' }, ['南苑便民超市']],
  ['signs that mean something to the database', { text: '%' }, []],
  ['a rare name beyond the first circle', { text: '远处早餐' }, ['远处早餐']],
  ['filters that exclude each other', { groups: ['吃饭'], smallRepair: true }, []],
])('filter: %s', async (_what, filter, expected) => {
  expect(await names(filter)).toEqual(expected);
});

describe('typed almost right', () => {
  const found = async (text: string, more: object = {}) => {
    const { items, inexact = false } = valueOf(await world.call('elder', 'outlet.nearby', { origin, text, ...more }));
    return [items.map(({ name }) => name), inexact];
  };

  test.each([
    ['a wrong character', '南苑便明超市', ['南苑便民超市']],
    ['a missing character', '巧手缝铺', ['巧手裁缝铺']],
    ['one too many', '时间不太明店', ['时间不明店']],
    ['another character that is read the same', '裁逢', ['巧手裁缝铺']],
    ['a wrong letter', 'qiaoshoucaifangpu', ['巧手裁缝铺']],
    ['a missing letter', 'yuanchuzaocan g', ['远处早餐']],
  ])('%s is forgiven, and said to be inexact', async (_what, text, expected) => {
    expect(await found(text)).toEqual([expected, true]);
  });

  test('several of them come nearest first, page after page, and filters narrow them', async () => {
    expect(await found('夜霄馆')).toEqual([['夜宵馆'], true]);
    const [whole] = await found('便民朝市');
    expect(whole).toEqual(['南苑便民超市']);
    expect(await found('便民朝市', { from: 1 })).toEqual([[], false]);
    expect(await found('便民朝市', { facts: ['stepFree'] })).toEqual([[], false]);
  });

  test('where something is called exactly that, nothing else is shown, on no page', async () => {
    expect(await found('早餐')).toEqual([['远处早餐'], false]);
    expect(await found('远处早餐', { from: 1 })).toEqual([[], false]);
  });

  test('what is like nothing finds nothing', async () => {
    expect(await found('汽车美容中心')).toEqual([[], false]);
    expect(await found('修靴')).toEqual([[], false]);
  });
});

test('open now follows the clock, past midnight too; unknown hours are not open', async () => {
  expect(await names({ openNow: true })).toEqual(['巧手裁缝铺', '南苑便民超市']);
  world.setNow(new Date('2026-11-18T17:30:00Z')); // Thursday 01:30 in Liangzhou
  expect(await names({ openNow: true })).toEqual(['夜宵馆']);
});

test('an outlet says until when it is open or when it opens next', async () => {
  const { items } = valueOf(await world.call('elder', 'outlet.nearby', { origin }));
  const state = (name: string) => items.find((item) => item.name === name)!.open;
  expect(state('巧手裁缝铺')).toEqual({ state: 'open', until: '18:00' });
  expect(state('夜宵馆')).toEqual({ state: 'closed', opens: { day: '今天', at: '18:00' } });
  expect(state('远处早餐')).toEqual({ state: 'closed', opens: { day: '明天', at: '06:00' } });
  expect(state('时间不明店')).toEqual({ state: 'unknown' });
});

test('pages follow each other without gap or repeat', async () => {
  const page = async (from: number) => valueOf(await world.call('elder', 'outlet.nearby', { origin, from, most: 2 }));
  const [a, b, c] = [await page(0), await page(2), await page(4)];
  expect([...a.items, ...b.items, ...c.items].map(({ name }) => name)).toEqual(await names({}));
  expect([a.more, b.more, c.more]).toEqual([true, true, false]);
});

test.each([
  ['a name of emoji alone', { name: '😀😀' }, 'name_unreadable'],
  ['a name that is too long', { name: '长'.repeat(41) }, 'text_too_long'],
  ['an unknown format', { format: 'casino' }, 'unknown_format'],
  ['an unknown service', { services: ['time-travel'] }, 'unknown_format'],
  ['a pin outside the district', { point: { lng: 103.8, lat: 36.1 } }, 'pin_outside_district'],
  ['longitude and latitude swapped', { point: { lng: 37.92, lat: 102.64 } }, 'pin_outside_district'],
  ['hours that close before they open', { hours: daily(18, 9) }, 'hours_inverted'],
  ['hours that overlap', { hours: Array.from({ length: 7 }, () => [{ from: 540, to: 720 }, { from: 700, to: 900 }]) }, 'hours_overlap'],
  ['a week of six days', { hours: daily(9, 18).slice(1) }, 'value_invalid'],
  ['a credit code with a wrong check digit', { creditCode: '92620602MA00000150' }, 'credit_code_invalid'],
  ['neither licence nor reason', { creditCode: null }, 'licence_or_reason'],
  ['an unknown community', { community: '620602001999' }, 'unknown_place'],
  ['a phone number that is none', { phone: '12' }, 'value_invalid'],
  ['a number where a text belongs', { address: 7 as never }, 'wrong_type'],
])('a registration with %s is refused and nothing is written', async (_what, change, code) => {
  expect(codeOf(await world.call('fresh-merchant', 'outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft(change) }))).toBe(code);
  expect(valueOf(await world.call('fresh-merchant', 'outlet.mine', {})).registrations).toEqual([]);
});

test('a merchant can have ten waiting, not eleven', async () => {
  for (let i = 0; i < 10; i += 1) valueOf(await world.call('busy', 'outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft({ name: `第${i}家` }) }));
  expect(codeOf(await world.call('busy', 'outlet.register', { id: newId(), revision: 1, outlet: null, draft: draft() }))).toBe('too_many_pending');
});

test('one merchant can neither see nor change what another registered', async () => {
  const id = newId();
  valueOf(await world.call('noodles', 'outlet.register', { id, revision: 1, outlet: null, draft: draft() }));
  expect(codeOf(await world.call('cobbler', 'outlet.register', { id, revision: 2, outlet: null, draft: draft({ name: '抢来的店' }) }))).toBe('not_yours');
  expect(valueOf(await world.call('cobbler', 'outlet.mine', {})).registrations).toEqual([]);
});
