/** Helping people without a phone: so many answers by one token, each counted once, and none of them the helper's own. */
import { sql } from 'kysely';
import { addOfficer, codeOf, dazhong, identity, nanyuan, newId, noon, openWorld, ronghuaStreet, submission, valueOf, wholeAnswers, withdrawHashOf, type World } from '../support/world';

const day = 24 * 3_600_000;
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await addOfficer(world.host, identity('elsewhere'), { role: 'street', street: ronghuaStreet });
});
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const made = async (most: number) => valueOf(await world.call('street', 'desk.assist', { id: newId(), community: nanyuan, most, note: '入户' }));
const helped = (assist: string, change: object = {}, answers: Record<string, string> = {}) => submission(nanyuan, { assist, answers: wholeAnswers(nanyuan, { A4: 'staff', ...answers }), ...change });
const answered = async () => (await sql<{ n: number }>`select coalesce(sum(answered), 0)::integer as n from lz.answered where round_id = 'running'`.execute(world.host.database.owner)).rows[0]!.n;

test('three elders are helped on one phone, the fourth is told that the token is spent; the helper still answers for herself', async () => {
  const { token } = await made(3);
  const before = await answered();
  expect(valueOf(await world.call('helper', 'survey.begin', { assist: token }))).toMatchObject({ community: { code: nanyuan }, remaining: 3, round: { source: 'open' } });
  for (let i = 0; i < 3; i += 1) valueOf(await world.call('helper', 'survey.submit', helped(token)));
  expect(codeOf(await world.call('helper', 'survey.submit', helped(token)))).toBe('assist_spent');
  expect(codeOf(await world.call('helper', 'survey.begin', { assist: token }))).toBe('assist_spent');
  valueOf(await world.call('helper', 'survey.submit', submission(nanyuan)));
  expect(await answered()).toBe(before + 4);
});

test('sent again the same answer counts once and takes one of the token; typed with dashes, spaces or capitals it is the same token', async () => {
  const { token } = await made(2);
  const answer = helped(token.toUpperCase().replace(/-/g, ' '));
  const { receipt } = valueOf(await world.call('helper2', 'survey.submit', answer));
  expect(valueOf(await world.call('helper2', 'survey.submit', answer)).receipt).toBe(receipt);
  expect(valueOf(await world.call('helper2', 'survey.begin', { assist: token })).remaining).toBe(1);
});

test('fifty at once with a token for twenty: twenty are taken', async () => {
  const { token } = await made(20);
  const codes = (await Promise.all(Array.from({ length: 50 }, () => world.call('crowd', 'survey.submit', helped(token))))).map(codeOf);
  expect(codes.filter((code) => code === 'ok')).toHaveLength(20);
  expect(codes.filter((code) => code === 'assist_spent')).toHaveLength(30);
});

test('what is answered with it says that staff helped; another community, a token that was called back and an invented one are refused', async () => {
  const id = newId();
  const { token } = valueOf(await world.call('street', 'desk.assist', { id, community: nanyuan, most: 5, note: '' }));
  const own = await world.call('helper3', 'survey.submit', helped(token, {}, { A4: 'self' }));
  expect(own).toMatchObject({ ok: false, error: { code: 'assist_filler', field: 'A4' } });
  expect(codeOf(await world.call('helper3', 'survey.submit', { ...helped(token), community: dazhong, answers: wholeAnswers(dazhong, { A4: 'staff' }) }))).toBe('assist_unknown');
  valueOf(await world.call('street', 'desk.revokeAssist', { id }));
  expect(codeOf(await world.call('helper3', 'survey.submit', helped(token)))).toBe('assist_unknown');
  expect(codeOf(await world.call('helper3', 'survey.begin', { assist: token }))).toBe('assist_unknown');
  expect(codeOf(await world.call('helper3', 'survey.begin', { assist: 'abcde-fghjk-mnpqr-stvwx' }))).toBe('assist_unknown');
});

test('the elder takes it back at home with the code on her slip, and answers again on her own phone', async () => {
  const { token } = await made(1);
  const secret = 'slip0-fghjk-mnpqr-st012';
  valueOf(await world.call('helper4', 'survey.submit', helped(token, { withdrawHash: withdrawHashOf('running', secret) }, { A6: 'very-satisfied' })));
  valueOf(await world.call('daughter', 'survey.withdraw', { round: 'running', secret }));
  expect(codeOf(await world.call('daughter', 'survey.submit', submission(nanyuan, { again: secret })))).toBe('ok');
});

test('the same token is made once, shown again to whoever made it; a colleague of another street neither makes, sees nor calls it back', async () => {
  const input = { id: newId(), community: nanyuan, most: 7, note: '入户' };
  const first = valueOf(await world.call('street', 'desk.assist', input));
  expect(valueOf(await world.call('street', 'desk.assist', input))).toEqual(first);
  expect(codeOf(await world.call('street', 'desk.assist', { ...input, most: 8 }))).toBe('value_invalid');
  expect(codeOf(await world.call('district', 'desk.assist', input))).toBe('value_invalid');
  expect(codeOf(await world.call('elsewhere', 'desk.assist', { ...input, id: newId() }))).toBe('out_of_scope');
  expect(codeOf(await world.call('elsewhere', 'desk.revokeAssist', { id: input.id }))).toBe('out_of_scope');
  expect(valueOf(await world.call('elsewhere', 'desk.assists', {})).assists).toEqual([]);
  const seen = valueOf(await world.call('street', 'desk.assists', {})).assists.find(({ id }) => id === input.id);
  expect(seen).toMatchObject({ most: 7, used: 0, state: 'open', community: { code: nanyuan } });
  expect(JSON.stringify(valueOf(await world.call('street', 'desk.assists', {})))).not.toContain(first.token.slice(0, 5));
});

test('after the closing there is none to make, and the old ones are over', async () => {
  world.setNow(new Date(noon.getTime() + 6 * day));
  expect(codeOf(await world.call('street', 'desk.assist', { id: newId(), community: nanyuan, most: 5, note: '' }))).toBe('round_not_open');
  expect(new Set(valueOf(await world.call('street', 'desk.assists', {})).assists.map(({ state }) => state))).toEqual(new Set(['over', 'revoked']));
});

test('a token is used one by one: the database lets nobody raise, reset or delete it', async () => {
  for (const statement of ['update lz.assist set most = 100', 'update lz.assist set used = 0 where used > 0', 'delete from lz.assist', 'update lz.assist set revoked_at = null where revoked_at is not null']) {
    await expect(sql.raw(statement).execute(world.host.database.owner)).rejects.toThrow(/not allowed/);
  }
});
