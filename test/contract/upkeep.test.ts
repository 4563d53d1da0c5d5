/** What staff decide about registrations and take back, the queue of what waits, and that every change of an outlet is in its history. */
import { sql } from 'kysely';
import { upkeep } from '../../rules';
import type { Input } from '../../types/contract';
import { addOutlet } from '../support/addOutlet';
import { days, hours, openUpkeep, upkeepIn } from '../support/upkeep';
import { codeOf, draft, newId, noon, ronghua, valueOf, type Persona, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openUpkeep(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));
const { row, entries, acts, inbox, report, claim } = upkeepIn(() => world);

describe('a registration', () => {
  const register = async (who: Persona, change: Partial<Input<'outlet.register'>> = {}) => {
    const id = newId();
    valueOf(await world.call(who, 'outlet.register', { id, revision: 1, outlet: null, draft: draft(), ...change }));
    return id;
  };
  test('is returned with a code and what to mend, and the merchant is told', async () => {
    const id = await register('t1');
    valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'return', reasonCode: 'pin-off', reason: '图钉在河里' }));
    expect(valueOf(await world.call('t1', 'outlet.mine', {})).registrations[0]).toMatchObject({ state: 'returned', reasonCode: 'pin-off', reason: '图钉不在店的位置。请重新放图钉，放在店门口。图钉在河里。' });
    expect(await inbox('t1')).toEqual(['registration_returned']);
  });

  test('is returned with a code alone', async () => {
    const id = await register('t4');
    valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'return', reasonCode: 'listed-already', reason: null }));
    expect(valueOf(await world.call('t4', 'outlet.mine', {})).registrations[0]!.reason).toContain('认领');
  });

  test('approved by mistake is undone: off the map, waiting again, and approved later it is the same outlet', async () => {
    const id = await register('t2');
    const { outlet } = valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }));
    valueOf(await world.call('street', 'desk.undo', { kind: 'registration', id }));
    expect(codeOf(await world.call('young', 'outlet.detail', { id: outlet! }))).toBe('not_found');
    expect(codeOf(await world.call('street', 'desk.undo', { kind: 'registration', id }))).toBe('decided_already');
    expect(valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null })).outlet).toBe(outlet);
    expect(await acts(outlet!)).toEqual(['staff listed', 'staff undone', 'staff changed']);
  });

  test('a change of a listed outlet is undone to what it was; not after it was changed again, and not after the time for it', async () => {
    const id = await register('t3');
    const { outlet } = valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }));
    const second = await register('t3', { outlet, draft: draft({ name: '改名面馆', services: [], hours: null }) });
    valueOf(await world.call('street', 'desk.decide', { id: second, revision: 1, decision: 'approve', reason: null }));
    const before = await row(outlet!);
    expect(before).toMatchObject({ name: '改名面馆', hours: null });
    valueOf(await world.call('street', 'desk.undo', { kind: 'registration', id: second }));
    expect(await row(outlet!)).toMatchObject({ name: draft().name, services: draft().services, hours: draft().hours });
    expect((await row(outlet!)).open_week).not.toBeNull();
    expect((await entries(outlet!)).at(-1)!.fields).toEqual(['hours', 'name', 'services']);

    valueOf(await world.call('street', 'desk.decide', { id: second, revision: 1, decision: 'approve', reason: null }));
    const third = await register('t3', { outlet, draft: draft({ name: '又改名' }) });
    valueOf(await world.call('street', 'desk.decide', { id: third, revision: 1, decision: 'approve', reason: null }));
    expect(codeOf(await world.call('street', 'desk.undo', { kind: 'registration', id: second }))).toBe('undo_changed');
    world.setNow(days(upkeep.undoDays + 1));
    expect(codeOf(await world.call('street', 'desk.undo', { kind: 'registration', id: third }))).toBe('undo_late');
  });
});

describe('the queue', () => {
  test('holds everything that waits, the longest first, against its limit; another street is out of scope', async () => {
    const outlet = await addOutlet(world, { community: ronghua });
    valueOf(await report('u1', outlet));
    world.setNow(hours(1));
    valueOf(await claim('u2', outlet));
    world.setNow(hours(upkeep.limitHours.correction + 2));
    const queue = valueOf(await world.call('ronghua-street', 'desk.cases', {}));
    expect(queue.cases.filter(({ kind }) => kind !== 'stale').map(({ kind, hoursLeft }) => [kind, hoursLeft])).toEqual([
      ['correction', -2], ['claim', upkeep.limitHours.claim - upkeep.limitHours.correction - 1],
    ]);
    expect(queue).toMatchObject({ waiting: 2, late: 1 });
    expect(queue.cases.at(-1)).toMatchObject({ kind: 'stale', community: { code: ronghua } });
    expect(codeOf(await world.call('ronghua-street', 'desk.cases', { street: '620602001' }))).toBe('out_of_scope');
  });
});

describe('the history', () => {
  test('no change of an outlet goes without an entry, not even by the owner of the database', async () => {
    const outlet = await addOutlet(world);
    await sql`update lz.outlet set phone = '09350000000' where id = ${outlet}`.execute(world.host.database.owner);
    expect((await entries(outlet)).at(-1)).toMatchObject({ by: 'list', act: 'changed', fields: ['phone'] });
  });

  test.each(['update lz.outlet_entry set act = \'x\'', 'delete from lz.outlet_entry', 'delete from lz.outlet', 'truncate lz.outlet cascade'])('%s is refused, the owner of the database included', async (statement) => {
    await addOutlet(world);
    await expect(sql.raw(statement).execute(world.host.database.owner)).rejects.toThrow(/not allowed/);
  });

  test('what one transaction said of itself is not said of the next', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    valueOf(await world.call('noodles', 'outlet.confirm', { outlet }));
    await sql`update lz.outlet set phone = '09350000001' where id = ${outlet}`.execute(world.host.database.owner);
    expect((await entries(outlet)).at(-1)).toMatchObject({ actor: null, act: 'changed' });
  });

  test('who did it and what it said before is for nobody outside', async () => {
    await expect(world.host.database.as('outlet').read((db) => sql`select before from lz.outlet_entry`.execute(db))).rejects.toThrow(/permission denied/);
    await expect(world.host.database.as('outlet').read((db) => sql`update lz.outlet set owner = 'x'`.execute(db))).rejects.toThrow(/permission denied/);
    await expect(world.host.database.as('survey').read((db) => sql`select * from lz.message`.execute(db))).rejects.toThrow(/permission denied/);
  });
});

test('messages are read once, by whom they are for', async () => {
  const outlet = await addOutlet(world, { owner: 'v1' });
  valueOf(await claim('v2', outlet));
  const { messages, unread } = valueOf(await world.call('v1', 'outlet.messages', {}));
  expect([messages.length, unread]).toEqual([1, 1]);
  expect(valueOf(await world.call('v1', 'outlet.readMessages', { until: messages[0]!.at }))).toEqual({ unread: 0 });
  expect(valueOf(await world.call('v2', 'outlet.messages', {})).messages).toEqual([]);
});
