/** Follows are told, once each, of what others did; a push goes beside the inbox where there is consent, at least once, and is given up in the end. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { tellFollowers } from '../../cloudfunctions/clock/news';
import { sendPushes } from '../../cloudfunctions/clock/push';
import { tick } from '../../cloudfunctions/clock/tick';
import type { MessagePush, Pushed } from '../../cloudfunctions/runtime/messagePush';
import { claimMs } from '../../domain/push-pauses';
import { changeAs } from '../../database/queries/history';
import { addMessage } from '../../database/queries/messages';
import { claimPushes } from '../../database/queries/pushes';
import { voice } from '../../rules';
import type { Input } from '../../types/contract';
import { addOutlet } from '../support/addOutlet';
import { codeOf, draft, identity, nanyuan, newId, noon, openWorld, valueOf, type Persona, type World } from '../support/world';

let world: World;

beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const person = (who: Persona) => world.host.secrets.person(identity(who));
const clock = () => world.host.database.as('clock');
const tell = () => tellFollowers(clock(), world.now(), randomUUID);
const inbox = async (who: Persona) => valueOf(await world.call(who, 'outlet.messages', {})).messages;
const kinds = async (who: Persona) => (await inbox(who)).map(({ kind }) => kind);
const follow = (who: Persona, what: Input<'voice.follow'>['what'], id = newId()) => world.call(who, 'voice.follow', { id, what });
const breakfast = (change: object = {}): Input<'voice.follow'>['what'] => ({ kind: 'format', format: 'breakfast', origin: { kind: 'community', code: nanyuan }, minutes: 10, pace: 'normal', ...change });
const close = (outlet: string, by: Persona = 'street') => world.host.database.owner.transaction().execute(async (tx) => {
  await changeAs(tx, { at: world.now(), by: 'staff', actor: person(by), act: 'closed' });
  await tx.updateTable('lz.outlet').set({ standing: 'closed', listed: false, changed_at: world.now().toISOString() }).where('id', '=', outlet).execute();
});
const newPhone = (outlet: string, by: Persona, phone: string) => world.host.database.owner.transaction().execute(async (tx) => {
  await changeAs(tx, { at: world.now(), by: 'owner', actor: person(by), act: 'changed' });
  await tx.updateTable('lz.outlet').set({ phone, changed_at: world.now().toISOString() }).where('id', '=', outlet).execute();
});

describe('an outlet', () => {
  test('changed, closed, opened again: each told once, and nothing of what she did herself or before she followed', async () => {
    const outlet = await addOutlet(world);
    valueOf(await follow('elder', { kind: 'outlet', outlet }));
    await tell();
    expect(await kinds('elder')).toEqual([]);
    world.setNow(later(10));
    await newPhone(outlet, 'noodles', '0935-2211111');
    expect(await tell()).toBe(1);
    expect(await tell()).toBe(0);
    expect((await inbox('elder'))[0]).toMatchObject({ kind: 'follow_changed', body: { outlet, fields: 'phone' } });
    world.setNow(later(20));
    await newPhone(outlet, 'elder', '0935-2211112');
    expect(await tell()).toBe(0);
    world.setNow(later(30));
    await close(outlet);
    await tick(clock(), world.now());
    expect(await kinds('elder')).toEqual(['follow_closed', 'follow_changed']);
  });

  test('a confirmation is no news, and an owner is told nothing of her own', async () => {
    const outlet = await addOutlet(world, { owner: 'noodles' });
    valueOf(await follow('young', { kind: 'outlet', outlet }));
    valueOf(await follow('noodles', { kind: 'outlet', outlet }));
    world.setNow(later(5));
    valueOf(await world.call('noodles', 'outlet.confirm', { outlet }));
    expect(await tell()).toBe(0);
    await newPhone(outlet, 'street', '0935-2211113');
    expect(await tell()).toBe(1);
    expect(await kinds('noodles')).toEqual([]);
  });

  test('followed twice is one; the same sending again too; twenty are the most; ended, nothing more comes', async () => {
    const outlet = await addOutlet(world);
    const id = newId();
    const first = valueOf(await follow('eager', { kind: 'outlet', outlet }, id));
    expect(valueOf(await follow('eager', { kind: 'outlet', outlet }, id))).toEqual(first);
    expect(codeOf(await follow('eager', { kind: 'outlet', outlet }))).toBe('followed_already');
    expect(codeOf(await follow('young', { kind: 'outlet', outlet }, id))).toBe('not_found');
    expect(valueOf(await world.call('eager', 'voice.about', { outlet })).follow).toBe(id);
    for (let i = 1; i < voice.follows.mostOutlets; i += 1) valueOf(await follow('eager', { kind: 'outlet', outlet: await addOutlet(world) }));
    expect(codeOf(await follow('eager', { kind: 'outlet', outlet: await addOutlet(world) }))).toBe('too_many_follows');
    valueOf(await world.call('young', 'voice.unfollow', { id }));
    expect(valueOf(await world.call('eager', 'voice.follows', {})).follows).toHaveLength(voice.follows.mostOutlets);
    valueOf(await world.call('eager', 'voice.unfollow', { id }));
    world.setNow(later(5));
    await close(outlet);
    expect(await tell()).toBe(0);
  });
});

describe('a format near home', () => {
  test('a breakfast shop within ten minutes is told with its way, a far one and another trade are not; also one that only sells breakfast besides', async () => {
    valueOf(await follow('f1', breakfast()));
    world.setNow(later(5));
    const near = await addOutlet(world, { name: '南苑早点铺' });
    await addOutlet(world, { point: { lng: 102.70, lat: 37.98 } });
    await addOutlet(world, { format: 'hairdresser', services: [] });
    expect(await tell()).toBe(1);
    const [message] = await inbox('f1');
    expect(message).toMatchObject({ kind: 'follow_format', body: { outlet: near, name: '南苑早点铺', format: '早餐店', count: '1' } });
    expect(Number(message!.body.minutes)).toBeLessThanOrEqual(10);
    await addOutlet(world, { format: 'convenience-store', services: ['breakfast-serving'] });
    expect(await tell()).toBe(1);
  });

  test('a whole list is one message, and what came and went between two ticks is none', async () => {
    valueOf(await follow('f2', breakfast({ minutes: 15 })));
    world.setNow(later(6));
    for (let i = 0; i < 12; i += 1) await addOutlet(world, { name: `早点 ${i}` });
    await tell();
    expect((await inbox('f2')).map(({ kind, body }) => [kind, body.count])).toEqual([['follow_format', '12']]);
    await close(await addOutlet(world));
    await tell();
    expect(await inbox('f2')).toHaveLength(1);
  });

  test('only formats and walks of the rules; five are the most; they end after a year', async () => {
    expect(codeOf(await follow('f3', breakfast({ format: 'nothing' })))).toBe('unknown_format');
    expect(codeOf(await follow('f3', breakfast({ minutes: 7 })))).toBe('minutes_unknown');
    for (let i = 0; i < voice.follows.mostFormats; i += 1) valueOf(await follow('f3', breakfast()));
    expect(codeOf(await follow('f3', breakfast()))).toBe('too_many_follows');
    world.setNow(new Date('2027-11-19T04:00:00Z'));
    await tick(clock(), world.now());
    expect((await sql`select from lz.follow`.execute(world.host.database.owner)).rows).toEqual([]);
  });

  test('a place she picked is kept to about a hundred metres', async () => {
    valueOf(await follow('f4', breakfast({ origin: { kind: 'point', point: { lng: 102.642123, lat: 37.924056 } } })));
    expect(await world.host.database.owner.selectFrom('lz.follow').select(['lng', 'lat', 'community_code']).where('person', '=', person('f4')).executeTakeFirst()).toEqual({ lng: 102.642, lat: 37.924, community_code: null });
  });
});

test('two clocks at once tell each news once', async () => {
  const outlet = await addOutlet(world);
  const readers = Array.from({ length: 8 }, (_, i) => `race-${i}`);
  for (const who of readers) valueOf(await follow(who, { kind: 'outlet', outlet }));
  await tell();
  world.setNow(later(5));
  await newPhone(outlet, 'street', '0935-2211114');
  const told = await Promise.all([tell(), tell(), tell()]);
  expect(told.reduce((a, b) => a + b)).toBe(8);
  for (const who of readers) expect(await kinds(who)).toEqual(['follow_changed']);
});

test('a change that is committed late is told all the same: no cursor has passed by it', async () => {
  if (world.url === null) return; // PGlite has one connection: there nothing is late
  const [slow, fast] = [await addOutlet(world), await addOutlet(world)];
  for (const outlet of [slow, fast]) valueOf(await follow('patient', { kind: 'outlet', outlet }));
  world.setNow(later(5));
  let finish = () => {};
  const held = new Promise<void>((done) => { finish = done; });
  const change = world.host.database.owner.transaction().execute(async (tx) => {
    await changeAs(tx, { at: world.now(), by: 'staff', actor: person('street'), act: 'changed' });
    await tx.updateTable('lz.outlet').set({ phone: '0935-2211115' }).where('id', '=', slow).execute();
    await held;
  });
  await new Promise((done) => setTimeout(done, 100));
  await newPhone(fast, 'street', '0935-2211116');
  await tell();
  finish();
  await change;
  await tell();
  expect((await inbox('patient')).map(({ body }) => body.outlet).sort()).toEqual([slow, fast].sort());
});

test('whoever clears her phone follows nothing more', async () => {
  const outlet = await addOutlet(world);
  valueOf(await follow('gone', { kind: 'outlet', outlet }));
  expect(valueOf(await world.call('gone', 'voice.forget', {}))).toEqual({ ended: 1 });
  expect(valueOf(await world.call('gone', 'voice.follows', {})).follows).toEqual([]);
});

describe('the push', () => {
  const { attempts } = voice.push;
  const wx = (who: Persona) => `wx:app:${who}`;
  const seal = (who: Persona, id = newId()) => world.host.database.owner.insertInto('lz.push_consent')
    .values({ id, person: person(who), sealed: world.host.secrets.sealReader(id, wx(who), new Uint8Array(12).fill(7)), given_at: world.now().toISOString() }).execute();
  const message = async (who: Persona) => {
    const id = newId();
    await world.host.database.as('desk').write((db) => addMessage(db, { id, person: person(who), kind: 'report_fixed', body: {}, at: world.now() }));
    return id;
  };
  const row = (id: string) => world.host.database.owner.selectFrom('lz.push').select(['state', 'attempts', 'sealed', 'next_at']).where('message_id', '=', id).executeTakeFirst();
  const sent: string[] = [];
  const port = (outcome: Pushed | 'throws' = 'sent'): MessagePush => async (to) => {
    sent.push(to);
    if (outcome === 'throws') throw new Error('network');
    return outcome;
  };
  const run = (push: MessagePush = port()) => sendPushes(clock(), world.now, push, world.host.secrets);
  beforeEach(() => { sent.length = 0; });

  test('without consent nothing is pushed; each consent is for one message, and erased when it was used', async () => {
    const before = await message('p1');
    await seal('p1');
    const [one, two] = [await message('p1'), await message('p1')];
    expect([await row(before), (await row(one))?.state, await row(two)]).toEqual([undefined, 'waiting', undefined]);
    expect(await run()).toEqual({ sent: 1, failed: 0, givenUp: 0 });
    expect(await run()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
    expect(sent).toEqual([wx('p1')]);
    expect(await row(one)).toMatchObject({ state: 'sent', sealed: null });
    expect((await sql`select from lz.push_consent where person = ${person('p1')}`.execute(world.host.database.owner)).rows).toEqual([]);
  });

  test('what failed is tried again after growing pauses, then given up and counted for staff', async () => {
    await seal('p2');
    const id = await message('p2');
    const gaps: number[] = [];
    for (let n = 1; n < attempts; n += 1) {
      const at = world.now().getTime();
      expect(await run(port(n % 2 ? 'failed' : 'throws'))).toEqual({ sent: 0, failed: 1, givenUp: 0 });
      const next = Date.parse((await row(id))!.next_at);
      gaps.push((next - at) / 60_000);
      world.setNow(new Date(next - 1));
      expect(await run()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
      world.setNow(new Date(next));
    }
    expect(gaps).toEqual([5, 15, 45, 135, 405]);
    expect(await run(port('failed'))).toEqual({ sent: 0, failed: 0, givenUp: 1 });
    expect(await row(id)).toMatchObject({ state: 'given_up', sealed: null, attempts });
    expect(valueOf(await world.call('street', 'desk.cases', {})).pushesGivenUp).toBe(1);
    expect(sent).toHaveLength(attempts);
  });

  test('a reader who took her consent back is not asked again', async () => {
    await seal('p3');
    const id = await message('p3');
    expect(await run(port('refused'))).toMatchObject({ givenUp: 1 });
    expect(await row(id)).toMatchObject({ state: 'given_up', attempts: 1 });
  });

  test('what she has read in the app is not pushed any more', async () => {
    await seal('p4');
    const id = await message('p4');
    valueOf(await world.call('p4', 'outlet.readMessages', { until: world.now().toISOString() }));
    expect(await run()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
    expect([sent, await row(id)]).toEqual([[], expect.objectContaining({ state: 'needless', sealed: null })]);
  });

  test('two clocks at once send each once', async () => {
    const readers = Array.from({ length: 30 }, (_, i) => `q-${i}`);
    for (const who of readers) {
      await seal(who);
      await message(who);
    }
    const slow: MessagePush = async (to, about) => { await new Promise((done) => setTimeout(done, 5)); return port()(to, about); };
    await Promise.all([run(slow), run(slow), run(slow)]);
    expect([...sent].sort()).toEqual(readers.map(wx).sort());
  });

  test('who ends between sending and marking: another sends again, once the claim is over', async () => {
    await seal('p5');
    const id = await message('p5');
    await clock().write((db) => claimPushes(db, world.now(), new Date(world.now().getTime() + claimMs), 20));
    expect(await run()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
    world.setNow(new Date(noon.getTime() + claimMs));
    expect(await run()).toMatchObject({ sent: 1 });
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect((await inbox('p5')).filter((one) => one.id === id)).toHaveLength(1);
  });

  test('one that ends every process that tries is given up too', async () => {
    await seal('p6');
    const id = await message('p6');
    for (let n = 0; n < attempts; n += 1) {
      await clock().write((db) => claimPushes(db, world.now(), new Date(world.now().getTime() + claimMs), 20));
      world.setNow(new Date(world.now().getTime() + claimMs));
    }
    expect(await run()).toMatchObject({ givenUp: 1 });
    expect([sent, (await row(id))!.state]).toEqual([[], 'given_up']);
  });

  test('cleared by its reader, what waits is dropped and whom it was for erased', async () => {
    await seal('p7');
    const id = await message('p7');
    valueOf(await world.call('p7', 'voice.forget', {}));
    expect(await row(id)).toMatchObject({ state: 'needless', sealed: null });
    expect(await run()).toEqual({ sent: 0, failed: 0, givenUp: 0 });
  });

  test('sealed under another secret, or moved to another consent, it opens for nobody and is given up', async () => {
    await seal('p8');
    const id = await message('p8');
    await world.host.database.owner.updateTable('lz.push').set({ consent_id: newId() }).where('message_id', '=', id).execute();
    expect(await run()).toMatchObject({ givenUp: 1 });
    expect(sent).toEqual([]);
  });

  test('where nothing is pushed no consent is kept, nor one of a browser', async () => {
    expect(valueOf(await world.call('elder', 'voice.consent', { id: newId() }))).toEqual({ kept: false });
    expect(valueOf(await world.call('elder', 'voice.follows', {})).pushTemplate).toBeNull();
  });
});

test('an outlet approved by staff is told to who waited for it, not to its owner', async () => {
  valueOf(await follow('w1', breakfast({ minutes: 15 })));
  valueOf(await follow('noodles', breakfast({ minutes: 15 })));
  world.setNow(later(7));
  const id = newId();
  valueOf(await world.call('noodles', 'outlet.register', { id, revision: 1, outlet: null, draft: draft() }));
  valueOf(await world.call('street', 'desk.decide', { id, revision: 1, decision: 'approve', reason: null }));
  await tell();
  expect(await kinds('w1')).toEqual(['follow_format']);
  expect(await kinds('noodles')).not.toContain('follow_format');
});
