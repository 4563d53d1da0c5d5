/** Two entries of one outlet become one, and two again: what goes along, who may, what both histories say, and that nothing gets lost. */
import { sql } from 'kysely';
import { upkeep } from '../../rules';
import type { Input } from '../../types/contract';
import { addOutlet, type Added } from '../support/addOutlet';
import { onPostgres } from '../support/testDatabase';
import { addOfficer, codeOf, draft, identity, nanyuan, newId, noon, openWorld, ronghua, ronghuaStreet, valueOf, type Persona, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addOfficer(world.host, identity('ronghua-street'), { role: 'street', street: ronghuaStreet });
  await addOfficer(world.host, identity('colleague'), { role: 'street', street: '620602001' });
});
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const unknown = { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' } as const;
const bare = { services: [], hours: null, creditCode: null, facts: unknown } as const;
const add = (change: Added = {}) => addOutlet(world, { ...bare, ...change });
const row = (id: string) => world.host.database.owner.selectFrom('lz.outlet').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const person = (persona: Persona) => world.host.secrets.person(identity(persona));
const acts = async (id: string) => (await world.host.database.owner.selectFrom('lz.outlet_entry').select(['by', 'act', 'actor']).where('outlet_id', '=', id).orderBy('id').execute()).map(({ by, act }) => `${by} ${act}`);
const inbox = async (persona: Persona) => valueOf(await world.call(persona, 'outlet.messages', {})).messages.map(({ kind }) => kind);
const merge = (kept: string, gone: string, who: Persona = 'street', id = newId()) => world.call(who, 'desk.merge', { id, kept, gone });
const pairs = async (who: Persona = 'street') => valueOf(await world.call(who, 'desk.duplicates', {})).pairs;
const withPair = async (id: string, who: Persona = 'street') => (await pairs(who)).filter(({ sides }) => sides.some((side) => side.id === id));
const report = (who: Persona, outlet: string, change: Partial<Input<'outlet.report'>> = {}) => world.call(who, 'outlet.report', { id: newId(), outlet, kind: 'hours', note: '早上才开', ...change });
const papers = { phone: '13800000000', creditCode: null, note: '店是我开的' };

describe('pairs that may be one', () => {
  test('stand side by side with points and reasons, and say which had better stay', async () => {
    const owned = await add({ name: '并排面馆', owner: 'noodles', phone: '13909350011' });
    const listed = await add({ name: '并排面馆店', phone: '13909350011', address: '东巷 99 号' });
    const [pair, ...others] = await withPair(owned);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ level: 'sure', score: 100, reasons: ['电话相同', '名字一样', '相距 0 米'], stays: owned });
    expect(new Set(pair!.sides.map(({ id }) => id))).toEqual(new Set([owned, listed]));
    expect(pair!.sides.find(({ id }) => id === owned)).toMatchObject({ name: '并排面馆', owned: true, own: false, phone: '13909350011', community: { code: nanyuan } });
    expect(JSON.stringify(pair)).not.toContain(person('noodles'));
  });

  test('that are not one don\'t come again, for no officer; and come again when that was a mistake', async () => {
    const [one, other] = [await add({ name: '两家不同' }), await add({ name: '两家不同' })];
    expect(await withPair(one)).toHaveLength(1);
    valueOf(await world.call('street', 'desk.keepApart', { outlets: [other, one], apart: true }));
    expect(await withPair(one)).toEqual([]);
    expect(await withPair(one, 'district')).toEqual([]);
    valueOf(await world.call('colleague', 'desk.keepApart', { outlets: [one, other], apart: false }));
    expect(await withPair(one)).toHaveLength(1);
  });

  test('of another street, or across two, are not a street officer\'s to decide', async () => {
    const [here, there] = [await add({ name: '界上的店' }), await add({ name: '界上的店', community: ronghua })];
    expect(await withPair(here)).toEqual([]);
    expect(await withPair(here, 'district')).toHaveLength(1);
    for (const who of ['street', 'ronghua-street']) {
      expect(codeOf(await merge(here, there, who))).toBe('out_of_scope');
      expect(codeOf(await world.call(who, 'desk.keepApart', { outlets: [here, there], apart: true }))).toBe('out_of_scope');
    }
    expect(codeOf(await merge(here, there, 'district'))).toBe('ok');
  });
});

describe('merging', () => {
  test('keeps what is said, takes over what is not, and both histories have an entry', async () => {
    const kept = await add({ name: '留下的店', services: ['breakfast-serving'], facts: { ...unknown, cash: 'no' } });
    const gone = await add({ name: '留下的店', services: ['parcel-keeping'], phone: '13909350012', hours: draft().hours, creditCode: draft().creditCode, facts: { ...unknown, cash: 'yes', seats: 'yes' }, owner: 'noodles' });
    expect(valueOf(await merge(kept, gone))).toEqual({ kept, tookOwner: true });
    expect(await row(kept)).toMatchObject({ name: '留下的店', listed: true, services: ['breakfast-serving', 'parcel-keeping'], phone: '13909350012', hours: draft().hours, credit_code: draft().creditCode, cash: 'no', seats: 'yes', owner: person('noodles'), absorbed: 1 });
    expect((await row(kept)).open_week).not.toBeNull();
    expect((await row(kept)).search).toContain('快递');
    expect(await row(gone)).toMatchObject({ listed: false, merged_into: kept, owner: null, phone: '13909350012' });
    expect([await acts(kept), await acts(gone)]).toEqual([['list listed', 'staff absorbed'], ['list listed', 'staff merged']]);
    expect(await inbox('noodles')).toContain('outlet_merged');
    const { rows } = await sql<{ actor: string }>`select actor from lz.audit where action = 'outlets.merged' and detail ->> 'kept' = ${kept}`.execute(world.host.database.owner);
    expect(rows).toEqual([{ actor: person('street') }]);
  });

  test('a link to the one that went leads to the one that stayed, also through a second merge', async () => {
    const [first, second, third] = [await add({ name: '链一' }), await add({ name: '链二' }), await add({ name: '链三' })];
    valueOf(await merge(second, first));
    valueOf(await merge(third, second));
    const detail = async (id: string) => valueOf(await world.call('young', 'outlet.detail', { id })).outlet;
    expect(await detail(first)).toMatchObject({ id: third, name: '链三', mergedFrom: '链一' });
    expect(await detail(second)).toMatchObject({ id: third, mergedFrom: '链二' });
    expect((await detail(third)).mergedFrom).toBeUndefined();
    expect((await detail(third)).upkeep!.history[0]).toMatchObject({ by: 'staff', act: 'absorbed', fields: [] });
  });

  test('two owners: nobody loses an outlet by it; the other is told and may claim', async () => {
    const [kept, gone] = [await add({ name: '两个店主', owner: 'noodles' }), await add({ name: '两个店主', owner: 'cobbler' })];
    expect(valueOf(await merge(kept, gone))).toEqual({ kept, tookOwner: false });
    expect((await row(kept)).owner).toBe(person('noodles'));
    expect(await inbox('cobbler')).toContain('outlet_merged_away');
    const { claim } = valueOf(await world.call('cobbler', 'outlet.claim', { id: newId(), revision: 1, outlet: kept, papers }));
    expect(claim.state).toBe('disputed');
  });

  test('photos of the shop front go along and come back; open reports are mended by it and wait again', async () => {
    const [kept, gone] = [await add({ name: '照片店' }), await add({ name: '照片店' })];
    const [here, there] = [newId(), newId()];
    for (const [id, photo] of [[kept, here], [gone, there]]) await sql`update lz.outlet set photos = array[${photo}::uuid] where id = ${id}`.execute(world.host.database.owner);
    valueOf(await report('elder', gone));
    const id = newId();
    valueOf(await merge(kept, gone, 'street', id));
    const state = async () => valueOf(await world.call('elder', 'outlet.reports', {})).reports[0]!.state;
    expect([(await row(kept)).photos, await state()]).toEqual([[here, there], 'accepted']);
    expect(await inbox('elder')).toContain('report_fixed');
    valueOf(await world.call('street', 'desk.unmerge', { id }));
    expect([(await row(kept)).photos, (await row(gone)).photos, await state()]).toEqual([[here], [there], 'open']);
  });

  test.each<[string, (kept: string, gone: string) => Promise<unknown>]>([
    ['her own stays', (kept) => sql`update lz.outlet set owner = ${person('street')} where id = ${kept}`.execute(world.host.database.owner)],
    ['her own goes', (_kept, gone) => sql`update lz.outlet set owner = ${person('street')} where id = ${gone}`.execute(world.host.database.owner)],
  ])('is not for an officer where %s', async (_what, own) => {
    const [kept, gone] = [await add({ name: '自家的' }), await add({ name: '自家的' })];
    await own(kept, gone);
    expect(codeOf(await merge(kept, gone))).toBe('own_case');
    expect(codeOf(await merge(kept, gone, 'colleague'))).toBe('ok');
  });

  test('waits for who waits: a claim on the one that goes, a change that its owner sent, a claim where the owner would move', async () => {
    const [kept, gone] = [await add({ name: '有人等' }), await add({ name: '有人等', owner: 'noodles' })];
    const change = newId();
    valueOf(await world.call('noodles', 'outlet.register', { id: change, revision: 1, outlet: gone, draft: draft({ name: '有人等' }) }));
    expect(codeOf(await merge(kept, gone))).toBe('merge_waits');
    valueOf(await world.call('street', 'desk.decide', { id: change, revision: 1, decision: 'return', reasonCode: 'pin-off', reason: '图钉不对' }));
    const claim = newId();
    valueOf(await world.call('cobbler', 'outlet.claim', { id: claim, revision: 1, outlet: kept, papers }));
    expect(codeOf(await merge(kept, gone))).toBe('merge_waits');
    valueOf(await world.call('cobbler', 'outlet.withdrawClaim', { id: claim }));
    expect(codeOf(await merge(kept, gone))).toBe('ok');
    // what was sent back before can't bring the one that went onto the map again
    expect(codeOf(await world.call('noodles', 'outlet.register', { id: change, revision: 2, outlet: gone, draft: draft({ name: '有人等' }) }))).toBe('not_yours');
  });

  test('a code that hands over the one that goes is void', async () => {
    const [kept, gone] = [await add({ name: '交接中', owner: 'noodles' }), await add({ name: '交接中', owner: 'cobbler' })];
    const { code } = valueOf(await world.call('cobbler', 'outlet.handOver', { id: newId(), outlet: gone }));
    valueOf(await merge(kept, gone));
    expect(codeOf(await world.call('young', 'outlet.takeOver', { code }))).toBe('handover_expired');
  });

  test('the same sending again changes nothing; another outlet under its id, itself, what is gone: refused', async () => {
    const [kept, gone, third] = [await add({ name: '再来一次' }), await add({ name: '再来一次' }), await add({ name: '再来一次' })];
    const id = newId();
    valueOf(await merge(kept, gone, 'street', id));
    expect(valueOf(await merge(kept, gone, 'street', id)).kept).toBe(kept);
    expect((await row(kept)).absorbed).toBe(1);
    expect(codeOf(await merge(kept, third, 'street', id))).toBe('decided_already');
    expect(codeOf(await merge(kept, gone, 'colleague'))).toBe('decided_already');
    expect(codeOf(await merge(gone, third))).toBe('decided_already');
    expect(codeOf(await merge(kept, kept))).toBe('value_invalid');
    expect(codeOf(await merge(kept, newId()))).toBe('not_found');
  });

  (onPostgres ? test : test.skip)('two at once, each wanting to keep the other: one wins, the other is told', async () => {
    for (let i = 0; i < 5; i += 1) {
      const [a, b] = [await add({ name: `同时${i}` }), await add({ name: `同时${i}` })];
      const codes = (await Promise.all([merge(a, b, 'street'), merge(b, a, 'colleague'), merge(a, b, 'district')])).map(codeOf).sort();
      expect(codes).toEqual(['decided_already', 'decided_already', 'ok']);
      expect((await Promise.all([row(a), row(b)])).filter(({ listed }) => listed)).toHaveLength(1);
    }
  });

  test('not even the owner of the database lists a merged one, or gives it an owner', async () => {
    const [kept, gone] = [await add({ name: '锁住' }), await add({ name: '锁住' })];
    valueOf(await merge(kept, gone));
    for (const change of ['listed = true', `owner = 'x'`, 'merged_into = id']) await expect(sql.raw(`update lz.outlet set ${change} where id = '${gone}'`).execute(world.host.database.owner)).rejects.toThrow('merged_is_gone');
  });
});

describe('parting again', () => {
  test('both are as they were, also whose they are, and both histories say so', async () => {
    const kept = await add({ name: '分开的店', services: ['breakfast-serving'] });
    const gone = await add({ name: '分开的店', services: ['parcel-keeping'], phone: '13909350013', owner: 'noodles' });
    const [keptBefore, goneBefore] = [await row(kept), await row(gone)];
    const id = newId();
    valueOf(await merge(kept, gone, 'street', id));
    const { merged } = valueOf(await world.call('street', 'desk.duplicates', {}));
    expect(merged.find((one) => one.id === id)).toMatchObject({ kept: { id: kept, name: '分开的店' }, gone: '分开的店', undoable: true });
    expect(valueOf(await world.call('colleague', 'desk.unmerge', { id }))).toEqual({ kept, gone });
    const same = ({ changed_at: _, ...rest }: Awaited<ReturnType<typeof row>>) => rest;
    expect(same(await row(kept))).toEqual(same(keptBefore));
    expect(same(await row(gone))).toEqual(same(goneBefore));
    expect([await acts(kept), await acts(gone)]).toEqual([['list listed', 'staff absorbed', 'staff parted'], ['list listed', 'staff merged', 'staff parted']]);
    expect(await inbox('noodles')).toContain('merge_undone');
    expect(codeOf(await world.call('street', 'desk.unmerge', { id }))).toBe('decided_already');
    expect(codeOf(await merge(kept, gone))).toBe('ok');
  });

  test('what somebody said after the merge stays said', async () => {
    const kept = await add({ name: '后来改过' });
    const gone = await add({ name: '后来改过', phone: '13909350014', hours: draft().hours });
    const id = newId();
    valueOf(await merge(kept, gone, 'street', id));
    await sql`update lz.outlet set phone = '13909359999' where id = ${kept}`.execute(world.host.database.owner);
    valueOf(await world.call('street', 'desk.unmerge', { id }));
    expect(await row(kept)).toMatchObject({ phone: '13909359999', hours: null, open_week: null, absorbed: 0 });
    expect(await row(gone)).toMatchObject({ phone: '13909350014', listed: true });
  });

  test('not of another street, not her own, not after the time for it, not what never was', async () => {
    const [kept, gone] = [await add({ name: '不能分' }), await add({ name: '不能分', owner: 'colleague' })];
    const id = newId();
    valueOf(await merge(kept, gone, 'street', id));
    expect(codeOf(await world.call('ronghua-street', 'desk.unmerge', { id }))).toBe('out_of_scope');
    expect(codeOf(await world.call('colleague', 'desk.unmerge', { id }))).toBe('own_case');
    expect(codeOf(await world.call('street', 'desk.unmerge', { id: newId() }))).toBe('not_found');
    world.setNow(new Date(noon.getTime() + (upkeep.undoDays + 1) * 86_400_000));
    expect(valueOf(await world.call('street', 'desk.duplicates', {})).merged.find((one) => one.id === id)).toMatchObject({ undoable: false });
    expect(codeOf(await world.call('street', 'desk.unmerge', { id }))).toBe('undo_late');
  });
});
