/** What a resident can rely on when she answers: once, the same receipt, in time, nothing of her kept with it. */
import { sql } from 'kysely';
import { onPostgres } from '../support/testDatabase';
import { addRound, codeOf, dazhong, nanyuan, newId, noon, openWorld, seal, submission, valueOf, wholeAnswers, type World } from '../support/world';

const hour = 3_600_000;
let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(() => world.setNow(noon));

const counted = async (round = 'running') => (await sql<{ n: number }>`select coalesce(sum(answered), 0) as n from lz.answered where round_id = ${round}`.execute(world.host.database.owner)).rows[0]!.n;
const kept = async () => (await sql<{ n: number }>`select (select count(*) from lz.response) + (select count(*) from lz.response_inbox) as n`.execute(world.host.database.owner)).rows[0]!.n;

test('the same answer sent again gives the same receipt and counts once', async () => {
  const before = await counted();
  const answer = submission(nanyuan);
  const first = valueOf(await world.call('r1', 'survey.submit', answer));
  const second = valueOf(await world.call('r1', 'survey.submit', answer));
  expect(second.receipt).toBe(first.receipt);
  expect(await counted()).toBe(before + 1);
});

test('another answer by the same person is told so, and gets no receipt', async () => {
  valueOf(await world.call('r2', 'survey.submit', submission(nanyuan)));
  const other = await world.call('r2', 'survey.submit', submission(nanyuan));
  expect(codeOf(other)).toBe('already_answered');
  expect(JSON.stringify(other)).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

test('the same id with other content is another answer', async () => {
  const answer = submission(nanyuan);
  valueOf(await world.call('r3', 'survey.submit', answer));
  expect(codeOf(await world.call('r3', 'survey.submit', { ...answer, answers: wholeAnswers(nanyuan, { A6: 'neutral' }) }))).toBe('already_answered');
});

test('a receipt or check code can be checked, before and after sealing; an invented one is unknown', async () => {
  const { receipt, checkCode } = valueOf(await world.call('r4', 'survey.submit', submission(nanyuan)));
  for (const typed of [receipt.toLowerCase(), checkCode]) expect(valueOf(await world.call('young', 'survey.check', { receipt: typed }))).toMatchObject({ state: 'received', round: 'running', seal: null });
  const { size, root } = await seal(world.host, 'running');
  for (const typed of [receipt, checkCode]) {
    expect(valueOf(await world.call('young', 'survey.check', { receipt: typed }))).toMatchObject({ state: 'sealed', seal: { size, root: Buffer.from(root).toString('hex') } });
  }
  expect(valueOf(await world.call('young', 'survey.check', { receipt: checkCode.replace('LZ1.running', 'LZ1.closed') })).state).toBe('unknown');
  expect(valueOf(await world.call('young', 'survey.check', { receipt: 'ABCD-EFGH-JKMN' })).state).toBe('unknown');
});

test('check codes of answers that came at once are read like that of one that came alone', async () => {
  const taken = (await Promise.all(Array.from({ length: 20 }, (_, i) => world.call(`at-once-${i}`, 'survey.submit', submission(nanyuan))))).map(valueOf);
  // where calls queue, on PGlite, each is alone
  expect(taken.some(({ checkCode }) => checkCode.startsWith('LZ2.'))).toBe(onPostgres);
  for (const { checkCode } of taken) {
    expect(valueOf(await world.call('young', 'survey.check', { receipt: checkCode }))).toMatchObject({ state: 'received', round: 'running' });
    expect(valueOf(await world.call('young', 'survey.check', { receipt: checkCode.replace('.running.', '.closed.') })).state).toBe('unknown');
  }
});

test('an answer begun before the closing is taken for the grace time, by the ticket; after that it is refused', async () => {
  // where two rounds run, the one that closes last is begun: so this one after the other was closed
  await addRound(world.host, { id: 'closing', source: 'open', opens: 119 * hour, closes: 121 * hour });
  world.setNow(new Date(noon.getTime() + 120.5 * hour));
  const { ticket, hash, round } = valueOf(await world.call('late', 'survey.begin', { community: dazhong }));
  expect(round.id).toBe('closing');
  const answer = submission(dazhong, { round: 'closing', ticket, questionnaireHash: hash });
  world.setNow(new Date(noon.getTime() + 122 * hour));
  expect(codeOf(await world.call('other', 'survey.submit', { ...answer, ticket: null, submissionId: newId() }))).toBe('round_closed');
  const taken = valueOf(await world.call('late', 'survey.submit', answer));
  world.setNow(new Date(noon.getTime() + 146 * hour));
  expect(codeOf(await world.call('later', 'survey.submit', { ...answer, submissionId: newId() }))).toBe('round_closed');
  // her own, already taken, still gets its receipt
  expect(valueOf(await world.call('late', 'survey.submit', answer)).receipt).toBe(taken.receipt);
});

test('a ticket that was changed, or of another round, is refused', async () => {
  const { ticket } = valueOf(await world.call('t1', 'survey.begin', { community: nanyuan }));
  expect(codeOf(await world.call('t1', 'survey.submit', submission(nanyuan, { ticket: ticket.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')) })))).toBe('ticket_invalid');
  expect(codeOf(await world.call('t1', 'survey.submit', submission(nanyuan, { round: 'closed', ticket })))).toBe('ticket_invalid');
});

test.each([
  ['a closed round', { round: 'closed', answers: wholeAnswers(nanyuan, { A4b: '2' }) }, 'round_closed'],
  ['a drawn round without the size of the household', { round: 'closed' }, 'answers_incomplete'],
  ['an unknown round', { round: 'no-such-round' }, 'round_closed'],
  ['an unknown questionnaire', { questionnaireHash: '0'.repeat(64) }, 'unknown_questionnaire'],
  ['a missing answer', { answers: { ...wholeAnswers(nanyuan), A6: undefined as never } }, 'missing_field'],
  ['an unanswered question', { answers: (({ A6: _, ...rest }) => rest)(wholeAnswers(nanyuan)) }, 'answers_incomplete'],
  ['an option that does not exist', { answers: wholeAnswers(nanyuan, { A6: 'wonderful' }) }, 'answers_invalid'],
  ['another community than the answer names', { answers: wholeAnswers(dazhong) }, 'answers_invalid'],
  ['somebody under 18', { answers: wholeAnswers(nanyuan, { A2: 'under-18' }) }, 'not_eligible'],
  ['a remark of 300 characters', { answers: wholeAnswers(nanyuan, { A18: '好'.repeat(300) }) }, 'text_too_long'],
  ['a community outside the round', { community: '620602004005', answers: wholeAnswers('620602004005') }, 'unknown_place'],
])('%s is refused in its own words and nothing is written', async (_what, change, code) => {
  const before = [await counted(), await kept()];
  expect(codeOf(await world.call(`bad-${code}`, 'survey.submit', submission(nanyuan, change)))).toBe(code);
  expect([await counted(), await kept()]).toEqual(before);
});

test('with the answer stand a community and an age band; no identity, session, receipt or id stands anywhere', async () => {
  const answer = submission(nanyuan, { answers: wholeAnswers(nanyuan, { A18: 'canary-remark' }) });
  const { receipt } = valueOf(await world.call('canary-person', 'survey.submit', answer));
  await seal(world.host, 'running');
  const { owner } = world.host.database;
  const everything = async () => {
    const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('lz', 'public')`.execute(owner);
    const texts = await Promise.all(tables.map(async ({ name }) => (await sql<{ t: string }>`select coalesce(string_agg(t::text, ' '), '') as t from ${sql.raw(name)} t`.execute(owner)).rows[0]!.t));
    return texts.join('\n');
  };
  const dump = await everything();
  for (const secretThing of ['canary-person', 'h5:cast', receipt, receipt.replace(/-/g, ''), answer.submissionId, 'canary-withdrawal', 'canary-remark']) expect(dump).not.toContain(secretThing);
  // the text stands sealed, and not beside the answer
  const { rows } = await sql<{ n: number }>`select count(*) as n from lz.remark where text like 'r1.%'`.execute(owner);
  expect(rows[0]!.n).toBe(1);
});

test('sealing moves answers in the order of a hash, so place and transaction tell nothing of who came when', async () => {
  const receipts: string[] = [];
  for (let i = 0; i < 30; i += 1) receipts.push(valueOf(await world.call(`order-${i}`, 'survey.submit', submission(nanyuan))).receipt);
  await seal(world.host, 'running');
  const { rows } = await sql<{ sorted: boolean; transactions: number }>`
    with last as (select leaf, ctid, xmin::text as x from lz.response), newest as (select x from last group by x order by count(*) desc limit 1),
    batch as (select leaf, row_number() over (order by ctid) as place, row_number() over (order by leaf) as rank from last where x = (select x from newest))
    select bool_and(place = rank) as sorted, (select count(distinct p.xmin::text) from lz.participation p where p.xmin::text in (select x from last)) as transactions from batch`.execute(world.host.database.owner);
  expect(rows[0]).toEqual({ sorted: true, transactions: 0 });
  expect(receipts).toHaveLength(30);
});
