/** What an outsider, a resident under pressure and an auditor can rely on: the list only grows, and a change of mind is nobody's business. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { tick } from '../../cloudfunctions/clock/tick';
import { codeFrom } from '../../domain/codes';
import { answerText, commitmentText, hex, withdrawalText } from '../../domain/leaf';
import { append, emptyFrontier, leafHash, rootOf } from '../../domain/merkle';
import { codeOf, nanyuan, newId, noon, openWorld, questionnaireHash, seal, submission, valueOf, wholeAnswers, withdrawHashOf, type World } from '../support/world';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const leafOf = (text: string) => hex(leafHash(sha256, Buffer.from(text)));
const hour = 3_600_000;
const at = (hours: number) => new Date(noon.getTime() + hours * hour);

let world: World;
beforeEach(async () => { world = await openWorld(); });
afterEach(() => world.close());

const secretOf = (who: string) => codeFrom(sha256(Buffer.from(who)).subarray(0, 20));
const answer = (who: string, change: Parameters<typeof submission>[1] = {}) => submission(nanyuan, { withdrawHash: withdrawHashOf('running', secretOf(who)), ...change });
const send = (who: string, change = {}) => world.call(who, 'survey.submit', answer(who, change));
const seals = async () => valueOf(await world.call('anyone', 'survey.seals', { round: 'running' }));
const leaves = async () => valueOf(await world.call('anyone', 'survey.leaves', { round: 'running', from: 0 })).leaves;
const run = (now: Date) => tick(world.host.database.as('clock'), now);
const rows = async <T>(text: string) => (await sql.raw<T>(text).execute(world.host.database.owner)).rows;

test('the first thing sealed is the definition; every seal is the root of the first leaves of a list that only grows', async () => {
  for (let i = 0; i < 12; i += 1) valueOf(await send(`a${i}`));
  await seal(world.host, 'running');
  for (let i = 0; i < 11; i += 1) valueOf(await send(`b${i}`));
  await seal(world.host, 'running');
  await seal(world.host, 'running');
  const { seals: all, definition, definitionHash } = await seals();
  expect(hex(sha256(Buffer.from(definition!)))).toBe(definitionHash);
  const list = (await leaves()).map((leaf) => Buffer.from(leaf, 'hex'));
  expect(all.map(({ size }) => size)).toEqual([24, 24, 13, 1]);
  for (const { size, root } of all) expect(hex(rootOf(sha256, append(sha256, emptyFrontier, list.slice(0, size))))).toBe(root);
});

test('a leaf is what an auditor computes from the stored answer', async () => {
  valueOf(await send('one', { reversed: true, seconds: 75 }));
  await seal(world.host, 'running');
  const [stored] = await rows<{ leaf: Uint8Array; salt: Uint8Array; withdraw_hash: Uint8Array; answers: Record<string, string>; seconds: number; reversed: boolean }>('select * from lz.response');
  const commitment = sha256(Buffer.from(commitmentText(stored!.salt, { answers: stored!.answers, seconds: 75, reversed: true })));
  expect(leafOf(answerText({ round: 'running', questionnaire: questionnaireHash, community: nanyuan, source: 'open', commitment, withdrawHash: stored!.withdraw_hash }))).toBe(hex(stored!.leaf));
  expect(await leaves()).toContain(hex(stored!.leaf));
});

test('what was taken back is emptied, and her receipt still says sealed: nobody can tell', async () => {
  const { receipt } = valueOf(await send('pressed', { answers: wholeAnswers(nanyuan, { A6: 'very-satisfied' }) }));
  await seal(world.host, 'running');
  expect(valueOf(await world.call('another-phone', 'survey.withdraw', { round: 'running', secret: secretOf('pressed').toUpperCase() }))).toEqual({ round: 'running', mayAnswerUntil: at(120).toISOString() });
  const before = await leaves();
  const { size } = await seal(world.host, 'running');
  expect(valueOf(await world.call('presser', 'survey.check', { receipt })).state).toBe('sealed');
  const after = await leaves();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(size).toBe(before.length + 1);
  const [stored] = await rows<{ leaf: Uint8Array; answers: unknown; salt: unknown; age_band: unknown }>('select leaf, answers, salt, age_band from lz.response');
  expect(stored).toMatchObject({ answers: null, salt: null, age_band: null });
  expect(after[size - 1]).toBe(leafOf(withdrawalText({ round: 'running', of: stored!.leaf, secret: secretOf('pressed') })));
  expect((await rows<{ n: number }>('select coalesce(sum(answered), 0)::int as n from lz.answered'))[0]!.n).toBe(0);
});

test('taking back twice, before and after sealing, is one withdrawal; so are ten at once', async () => {
  valueOf(await send('twice'));
  const take = () => world.call('twice', 'survey.withdraw', { round: 'running', secret: secretOf('twice') });
  for (const reply of await Promise.all(Array.from({ length: 10 }, take))) valueOf(reply);
  await seal(world.host, 'running');
  valueOf(await take());
  await seal(world.host, 'running');
  expect(await leaves()).toHaveLength(3);
  expect((await rows<{ n: number }>('select coalesce(sum(answered), 0)::int as n from lz.answered'))[0]!.n).toBe(0);
});

test('whoever took an answer back may answer again until closing, once; a stranger with the old id may not', async () => {
  valueOf(await send('again'));
  const other = { again: secretOf('again'), withdrawHash: withdrawHashOf('running', secretOf('second')), answers: wholeAnswers(nanyuan, { A6: 'neutral' }) };
  expect(codeOf(await send('again', other))).toBe('not_withdrawn');
  valueOf(await world.call('again', 'survey.withdraw', { round: 'running', secret: secretOf('again') }));
  const second = answer('again', other);
  const first = valueOf(await world.call('again', 'survey.submit', second));
  expect(valueOf(await world.call('again', 'survey.submit', second)).receipt).toBe(first.receipt);
  expect(codeOf(await send('again', { ...other, withdrawHash: withdrawHashOf('running', secretOf('third')) }))).toBe('already_answered');
  // her own place was used by the first answer
  expect(codeOf(await send('again', { submissionId: newId(), withdrawHash: withdrawHashOf('running', secretOf('fourth')) }))).toBe('already_answered');
  await seal(world.host, 'running');
  expect((await rows<{ n: number }>('select sum(answered)::int as n from lz.answered'))[0]!.n).toBe(1);
});

test('a wrong secret, another round, or too late: each told so', async () => {
  valueOf(await send('late'));
  expect(codeOf(await world.call('late', 'survey.withdraw', { round: 'running', secret: 'no-such-secret-at-all' }))).toBe('withdraw_unknown');
  expect(codeOf(await world.call('late', 'survey.withdraw', { round: 'closed', secret: secretOf('late') }))).toBe('withdraw_unknown');
  world.setNow(at(121));
  expect(valueOf(await world.call('late', 'survey.withdraw', { round: 'running', secret: secretOf('late') })).mayAnswerUntil).toBeNull();
  valueOf(await world.call('late', 'survey.withdraw', { round: 'running', secret: secretOf('late') }));
  world.setNow(noon);
  valueOf(await send('later'));
  world.setNow(at(120 + 24));
  expect(codeOf(await world.call('later', 'survey.withdraw', { round: 'running', secret: secretOf('later') }))).toBe('withdraw_too_late');
});

test('fewer than ten wait for company, a day at most; silence is sealed too', async () => {
  await run(noon);
  const start = (await seals()).seals[0]!;
  for (let i = 0; i < 9; i += 1) valueOf(await send(`few${i}`));
  await run(at(1));
  expect((await seals()).seals[0]).toEqual(start);
  valueOf(await send('tenth'));
  await run(at(2));
  expect((await seals()).seals[0]).toMatchObject({ number: start.number + 1, size: start.size + 10 });
  await run(at(3));
  expect((await seals()).seals[0]).toMatchObject({ number: start.number + 2, size: start.size + 10 });
  world.setNow(at(3));
  valueOf(await send('lonely'));
  await run(at(13));
  expect((await seals()).seals[0]!.size).toBe(start.size + 11);
});

test('two clocks at once make one list', async () => {
  for (let i = 0; i < 20; i += 1) valueOf(await send(`c${i}`));
  await Promise.all([run(at(24)), run(at(24)), run(at(24))]);
  const { seals: all } = await seals();
  const list = (await leaves()).map((leaf) => Buffer.from(leaf, 'hex'));
  expect(list).toHaveLength(21);
  for (const { size, root } of all) expect(hex(rootOf(sha256, append(sha256, emptyFrontier, list.slice(0, size))))).toBe(root);
});

test('a round that is over: its participation lies in the order of its tags in one transaction, and its key is asked back', async () => {
  for (let i = 0; i < 15; i += 1) valueOf(await send(`p${i}`));
  expect((await run(at(144.5))).over).not.toContain('running');
  expect((await run(at(146))).over).toContain('running');
  const [shape] = await rows<{ n: number; ordered: boolean; transactions: number; left: number }>(`
    with placed as (select row_number() over (order by ctid) as place, row_number() over (order by tag) as rank, xmin::text as x from lz.participant where round_id = 'running')
    select count(*)::int as n, bool_and(place = rank) as ordered, count(distinct x)::int as transactions, (select count(*) from lz.participation where round_id = 'running')::int as left from placed`);
  expect(shape).toEqual({ n: 15, ordered: true, transactions: 1, left: 0 });
});

test('after sealing, who took part and what was said share no transaction, and in the round that is over no order either', async () => {
  for (let i = 0; i < 40; i += 1) valueOf(await send(`x${i}`));
  await run(at(1));
  const [joined] = await rows<{ n: number }>('select count(*)::int as n from lz.participation p join lz.response r on p.xmin = r.xmin');
  expect(joined!.n).toBe(0);
});

test('without the key of the round nobody answers; with it back, nobody answers twice', async () => {
  valueOf(await send('known'));
  const key = (await world.host.roundKeys.of('running'))!;
  await world.host.roundKeys.destroy('running');
  const { handlerAt } = world.host;
  const fresh = () => handlerAt('survey', () => noon);
  const call = (who: string) => fresh()({ action: 'submit', v: 1, data: submission(nanyuan) }, `cast-${who}`);
  expect(codeOf(await call('stranger'))).toBe('round_paused');
  await world.host.roundKeys.put('running', key);
  expect(codeOf(await world.call('known', 'survey.submit', submission(nanyuan)))).toBe('already_answered');
});
