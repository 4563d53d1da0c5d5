/** 「有人要求我怎么填」: what a resident under pressure can rely on, what those above the district see of it, and what everybody else does not. */
import { sql } from 'kysely';
import type { DatabaseUser } from '../../database/handle';
import { mostCounted } from '../../domain/pressure';
import { commandsOf } from '../../local/commands';
import { openHost } from '../../local/host';
import { contractVersion } from '../../types/contract/version';
import { addRound, codeOf, dazhong, identity, nanyuan, noon, openWorld, secret, submission, valueOf, type World } from '../support/world';

const hour = 3_600_000;
const at = (hours: number) => new Date(noon.getTime() + hours * hour);
const today = '2026-11-18';

let world: World;
let round = '';
let rounds = 0;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
/** Each test in a round of its own, open as long as `running`. */
beforeEach(async () => {
  world.setNow(noon);
  round = `round-${(rounds += 1)}`;
  await addRound(world.host, { id: round, source: 'open', opens: -120 * hour, closes: 120 * hour });
});

const say = (who: string, community = nanyuan, where = round) => world.call(who, 'survey.pressure', { round: where, community });
const rows = async <T>(text: string) => (await sql.raw<T>(text).execute(world.host.database.owner)).rows;
const counted = (where = round) => rows<{ community_code: string; day: string; reports: number }>(`select community_code, day::text as day, reports from lz.pressure where round_id = '${where}' order by 1, 2`);
const tags = async () => (await rows<{ n: number }>(`select count(*)::int as n from lz.pressure_tag where round_id = '${round}'`))[0]!.n;
const seenBy = (who: string) => world.call(who, 'desk.pressure', {});
const many = async (count: number, from: string, community = nanyuan) => {
  for (const reply of await Promise.all(Array.from({ length: count }, (_, i) => say(`${from}${i}`, community)))) expect(valueOf(reply)).toEqual({ noted: true });
};

test('it counts once for each person and round, whenever and wherever she says it again, and the reply never tells', async () => {
  const replies = [await say('elder'), await say('elder'), await say('elder', dazhong), await say('young')];
  world.setNow(at(24));
  replies.push(await say('elder'));
  expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(new Set(['{"ok":true,"data":{"noted":true}}']));
  expect(await counted()).toEqual([{ community_code: nanyuan, day: today, reports: 2 }]);
  valueOf(await say('elder', nanyuan, 'running'));
  expect(await counted('running')).toEqual([{ community_code: nanyuan, day: '2026-11-19', reports: 1 }]);
});

test('ten taps at once are one report, and it stands beside the questionnaire without touching it', async () => {
  await Promise.all(Array.from({ length: 10 }, () => say('elder')));
  expect((await counted())[0]!.reports).toBe(1);
  valueOf(await world.call('elder', 'survey.submit', submission(nanyuan, { round })));
  valueOf(await say('elder'));
  expect(codeOf(await world.call('elder', 'survey.submit', submission(nanyuan, { round })))).toBe('already_answered');
});

test.each([
  ['an unknown round', 0, 'no-such-round', nanyuan, 'pressure_closed'],
  ['a community outside the round', 0, null, '620602004005', 'unknown_place'],
  ['a round that is not open yet', -121, null, nanyuan, 'round_not_open'],
  ['the last minute of the grace time', 143.9, null, nanyuan, 'ok'],
  ['a round that is over', 144, null, nanyuan, 'pressure_closed'],
])('%s is answered in its own words', async (_what, hours, where, community, code) => {
  world.setNow(at(hours));
  expect(codeOf(await say('elder', community, where ?? round))).toBe(code);
  expect(await counted()).toHaveLength(code === 'ok' ? 1 : 0);
});

test('without the key of the round nobody could be counted once, so nobody is counted', async () => {
  await world.host.roundKeys.destroy(round);
  const reply = await world.host.handlerAt('survey', () => noon)({ action: 'pressure', v: contractVersion, data: { round, community: nanyuan } }, identity('elder'));
  expect(codeOf(reply)).toBe('pressure_paused');
  expect(await tags()).toBe(0);
});

test('the button flooded by sessions made for it: a community and day counts fifty, writes nothing more, and looks the same from outside', async () => {
  await many(mostCounted - 5, 'first');
  await many(40, 'at-once');
  expect(await counted()).toEqual([{ community_code: nanyuan, day: today, reports: mostCounted }]);
  expect(await tags()).toBe(mostCounted);
  // the others are heard as before, and here again tomorrow, whoever came too late too
  valueOf(await say('young', dazhong));
  valueOf(await say('too-late'));
  expect(await tags()).toBe(mostCounted + 1);
  world.setNow(at(24));
  valueOf(await say('too-late'));
  expect((await counted()).map(({ community_code, day, reports }) => [community_code, day, reports])).toEqual([[nanyuan, today, mostCounted], [nanyuan, '2026-11-19', 1], [dazhong, today, 1]]);
});

test('domain and database mean the same fifty', async () => {
  expect(await rows('select lz.pressure_most() as most')).toEqual([{ most: mostCounted }]);
});

test('those above the district see round, day and community; fewer than five as 「有」, from fifty on as that or more', async () => {
  await many(4, 'few', dazhong);
  await many(mostCounted, 'flood');
  world.setNow(at(24));
  await many(5, 'next-day');
  const { rounds: seen, least, more } = valueOf(await seenBy('oversight'));
  expect([least, more]).toEqual([5, false]);
  const { days } = seen.find(({ id }) => id === round)!;
  expect(days.map(({ day, rows: list }) => [day, list.map(({ community, count, orMore }) => [community.name, count, orMore])])).toEqual([
    ['2026-11-19', [['南苑社区', 5, false]]],
    [today, [['南苑社区', mostCounted, true], [expect.any(String), null, false]]],
  ]);
  expect(days[0]!.rows[0]).toMatchObject({ street: { name: '东大街街道' }, circles: [expect.any(String)] });
});

test.each(['elder', 'noodles', 'street', 'district', 'nobody-in-particular'])('%s does not see it', async (who) => {
  valueOf(await say('young'));
  expect(codeOf(await seenBy(who))).toBe('role_required');
});

const nowhere = { street: null, community: null, department: null };
describe('who oversees is let in from the command line alone', () => {
  const fromConsole = async (role: 'oversight' | 'district') => {
    const invited = await commandsOf(world.host).invite({ role, place: null });
    if ('refused' in invited) throw new Error(invited.refused);
    return invited.code;
  };

  afterEach(() => sql`update lz.invite set revoked_at = now() where used_at is null`.execute(world.host.database.owner));

  test('with its code she sees the page; the district neither makes, lists nor calls in such an invite', async () => {
    const code = await fromConsole('oversight');
    const id = (await rows<{ id: string }>(`select id from lz.invite where role = 'oversight' and used_at is null and revoked_at is null`))[0]!.id;
    expect(codeOf(await world.host.handlers.desk({ action: 'invite', v: contractVersion, data: { role: 'oversight', street: null, days: 7, note: '' } }, identity('district')))).toBe('value_invalid');
    expect(valueOf(await world.call('district', 'desk.invites', {})).invites).toEqual([]);
    expect(codeOf(await world.call('district', 'desk.revokeInvite', { id }))).toBe('not_found');
    expect(valueOf(await world.call('city', 'desk.acceptInvite', { code }))).toEqual({ role: 'oversight', ...nowhere });
    expect(valueOf(await seenBy('city'))).toEqual(valueOf(await seenBy('oversight')));
    expect(valueOf(await world.call('city', 'survey.home', {})).session.roles).toEqual([{ role: 'oversight', ...nowhere }]);
  });

  test.each(['street', 'district'])('an officer of the %s is not let in, nor one who oversees into the desk, and the code is not used up', async (who) => {
    const code = await fromConsole('oversight');
    expect(codeOf(await world.call(who, 'desk.acceptInvite', { code }))).toBe('invite_other_side');
    expect(codeOf(await world.call('oversight', 'desk.acceptInvite', { code: await fromConsole('district') }))).toBe('invite_other_side');
    valueOf(await world.call(`city-${who}`, 'desk.acceptInvite', { code }));
  });

  const as = (user: DatabaseUser, statement: string) => world.host.database.as(user).write(async (db) => { await sql.raw(statement).execute(db); });
  const invite = `insert into lz.invite (id, code_hash, role, note, created_by, created_at, expires_at) values ('00000000-0000-4000-8000-00000000beef', 'h', 'oversight', '', 'console', now(), now())`;
  test.each([
    ['makes an invite', invite],
    ['calls one in', `update lz.invite set revoked_at = now() where role = 'oversight'`],
    ['enters somebody', `insert into lz.officer (id, person, role, since) values ('00000000-0000-4000-8000-00000000beef', 'somebody', 'oversight', now())`],
    ['ends a duty', `update lz.officer set ended_at = now() where role = 'oversight'`],
  ])('past the code above it, the desk’s role no more than the code %s', async (_what, statement) => {
    await fromConsole('oversight');
    await expect(as('desk', statement)).rejects.toThrow(/not allowed/);
  });
});

describe('what stands in the database', () => {
  test('is a day, a community and a number; no identity, and no line in the audit log', async () => {
    valueOf(await say('canary-person'));
    const { owner } = world.host.database;
    const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'lz'`.execute(owner);
    const dump = (await Promise.all(tables.map(async ({ name }) => (await sql<{ t: string }>`select coalesce(string_agg(t::text, ' '), '') as t from ${sql.raw(name)} t`.execute(owner)).rows[0]!.t))).join('\n');
    expect(dump).toContain(`(${round},${nanyuan},${today},1)`);
    for (const thing of ['canary-person', identity('canary-person'), world.host.secrets.person(identity('canary-person'))]) expect(dump).not.toContain(thing);
    expect(await rows(`select * from lz.audit where action not like 'invite.%' and action not like 'round.%'`)).toEqual([]);
  });

  test('who answered and who said so are two hashes that do not lead to each other', async () => {
    valueOf(await world.call('elder', 'survey.submit', submission(nanyuan, { round })));
    valueOf(await say('elder'));
    expect(await rows('select 1 from lz.participation p join lz.pressure_tag t on t.tag = p.tag or t.tag = p.submission')).toEqual([]);
  });

  test.each([
    'update lz.pressure set reports = reports + 1', 'update lz.pressure set reports = 1', `update lz.pressure set day = '2026-11-17'`, 'delete from lz.pressure', 'truncate lz.pressure',
    `insert into lz.pressure values ('running', '${dazhong}', '2026-11-30', 1)`, 'update lz.pressure_tag set tag = sha256(tag)', 'delete from lz.pressure_tag', 'truncate lz.pressure_tag',
  ])('does not change by a plain statement, not even the owner’s: %s', async (statement) => {
    await many(2, 'p');
    await expect(world.host.database.owner.transaction().execute((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/not allowed/);
  });
});

test('before she taps she is told who receives it, as it is', async () => {
  const told = async (oversight?: { name: string; phone: string } | null) => {
    const { database, roundKeys } = world.host;
    const host = await openHost({ database, roundKeys, secret, now: () => noon, settings: { hotline: '12345', publicUrl: 'http://localhost', demo: true, oversight } });
    const reply = await host.handlers.survey({ action: 'begin', v: contractVersion, data: { community: nanyuan } }, identity('elder'));
    return (valueOf(reply) as { oversight: unknown }).oversight;
  };
  const named = { name: '武威市商务局', phone: '0935-1234567' };
  expect(await told(named)).toEqual({ ...named, read: true });
  expect(await told()).toEqual({ name: null, phone: '12345', read: true });
  await sql`update lz.officer set ended_at = now() where role = 'oversight'`.execute(world.host.database.owner);
  expect(await told(named)).toEqual({ ...named, read: false });
  expect(await told(null)).toEqual({ name: null, phone: '12345', read: false });
});
