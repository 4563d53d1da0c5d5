/** Two at once, and two hundred: what must happen once happens once. Real races need a server; on PGlite the same calls queue. */
import { sql } from 'kysely';
import { addOfficer, codeOf, dongdajieStreet, draft, identity, nanyuan, newId, openWorld, submission, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
const one = async <T>(query: string): Promise<T> => (await sql<{ value: T }>`${sql.raw(query)}`.execute(world.host.database.owner)).rows[0]!.value;

test('two hundred simultaneous sendings of one answer: one receipt, counted once', async () => {
  const answer = submission(nanyuan);
  const before = await one<number>('select coalesce(sum(answered), 0) as value from lz.answered');
  const replies = await Promise.all(Array.from({ length: 200 }, () => world.call('racer', 'survey.submit', answer)));
  expect(new Set(replies.map((reply) => valueOf(reply).receipt)).size).toBe(1);
  expect(await one<number>('select sum(answered) as value from lz.answered')).toBe(before + 1);
});

test('two hundred different answers of one person at once: one is taken, the others are told', async () => {
  const replies = await Promise.all(Array.from({ length: 200 }, () => world.call('many-faced', 'survey.submit', submission(nanyuan))));
  const codes = replies.map(codeOf);
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
  expect(codes.filter((code) => code === 'already_answered')).toHaveLength(199);
});

test('two hundred neighbours at once: all are taken, and the count is right', async () => {
  const before = await one<number>('select sum(answered) as value from lz.answered');
  const replies = await Promise.all(Array.from({ length: 200 }, (_, i) => world.call(`neighbour-${i}`, 'survey.submit', submission(nanyuan))));
  expect(new Set(replies.map((reply) => valueOf(reply).receipt)).size).toBe(200);
  expect(await one<number>('select sum(answered) as value from lz.answered')).toBe(before + 200);
  expect(await one<number>('select (select count(*) from lz.response_inbox) + (select count(*) from lz.response) as value')).toBe(before + 200);
});

test('forty at once, one of whom never took back what she wants to replace: she alone is told, the others are taken', async () => {
  const before = await one<number>('select sum(answered) as value from lz.answered');
  const replies = await Promise.all(Array.from({ length: 40 }, (_, i) => world.call(`crowd-${i}`, 'survey.submit', submission(nanyuan, i === 30 ? { again: 'never-withdrawn-secret' } : {}))));
  expect(replies.map(codeOf).filter((code) => code !== 'ok')).toEqual(['not_withdrawn']);
  expect(codeOf(replies[30]!)).toBe('not_withdrawn');
  expect(new Set(replies.flatMap((reply) => (reply.ok ? [reply.data.receipt] : []))).size).toBe(39);
  expect(await one<number>('select sum(answered) as value from lz.answered')).toBe(before + 39);
});

test('answers that arrive while others settle are neither lost nor doubled', async () => {
  const before = await one<number>('select sum(answered) as value from lz.answered');
  const settle = () => world.host.database.as('clock').write(async (db) => { await sql`select lz.settle('running'), lz.add_up()`.execute(db); });
  await Promise.all(Array.from({ length: 60 }, (_, i) => (i % 6 === 0 ? settle() : world.call(`meanwhile-${i}`, 'survey.submit', submission(nanyuan)).then(valueOf))));
  expect(await one<number>('select (select count(*) from lz.response_inbox) + (select count(*) from lz.response) as value')).toBe(before + 50);
  expect(await one<number>('select sum(answered) as value from lz.answered')).toBe(before + 50);
});

test('two officers decide one registration at once: one wins, the other is told, one outlet stands', async () => {
  await addOfficer(world.host, identity('street2'), { role: 'street', street: dongdajieStreet });
  const id = newId();
  valueOf(await world.call('noodles', 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name: '两人同审面馆' }) }));
  const decision = { id, revision: 1, decision: 'approve' as const, reason: null };
  const codes = (await Promise.all(['street', 'street2', 'district'].map((who) => world.call(who, 'desk.decide', decision)))).map(codeOf);
  expect(codes.sort()).toEqual(['decided_already', 'decided_already', 'ok']);
  expect(await one<number>(`select count(*) as value from lz.outlet where name = '两人同审面馆'`)).toBe(1);
});

test('the same registration sent ten times at once stands once', async () => {
  const id = newId();
  const replies = await Promise.all(Array.from({ length: 10 }, () => world.call('cobbler', 'outlet.register', { id, revision: 1, outlet: null, draft: draft({ name: '同时提交的摊' }) })));
  expect(new Set(replies.map((reply) => valueOf(reply).registration.id)).size).toBe(1);
  expect(await one<number>(`select count(*) as value from lz.registration where id = '${id}'`)).toBe(1);
});

test('an invite used by ten people at once lets one in', async () => {
  const { code } = valueOf(await world.call('district', 'desk.invite', { role: 'street', street: dongdajieStreet, days: 1, note: '' }));
  const codes = (await Promise.all(Array.from({ length: 10 }, (_, i) => world.call(`guest-${i}`, 'desk.acceptInvite', { code })))).map(codeOf);
  expect(codes.filter((c) => c === 'ok')).toHaveLength(1);
  expect(codes.filter((c) => c === 'invite_used')).toHaveLength(9);
});

test('two renewals of one poster at once leave one valid code', async () => {
  const codes = (await Promise.all(Array.from({ length: 5 }, () => world.call('street', 'desk.renewPoster', { community: nanyuan, scene: 'nanyuan001' })))).map(codeOf);
  expect(codes.filter((c) => c === 'ok')).toHaveLength(1);
  expect(await one<number>(`select count(*) as value from lz.poster where community_code = '${nanyuan}' and revoked_at is null`)).toBe(1);
});
