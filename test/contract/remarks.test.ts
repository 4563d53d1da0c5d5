/** What residents write: whom it reaches, in what company, and what becomes of it when something is missing. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { remarkOpener } from '../../cloudfunctions/runtime/remarkBox';
import type { Verdict } from '../../cloudfunctions/runtime/contentCheck';
import { openHost } from '../../local/host';
import type { RemarkState } from '../../types/contract/desk';
import { contractVersion } from '../../types/contract/version';
import { addOfficer, addRound, codeOf, identity, nanyuan, noon, openWorld, remarkKey, secret, seal, showRemarks, submission, valueOf, wholeAnswers, type World } from '../support/world';

const hour = 3_600_000;
const at = (hours: number) => new Date(noon.getTime() + hours * hour);
/** The round closes at hour 120; a day of grace and an hour of patience later it is over. */
const over = 120 + 24 + 1;

let verdict: Verdict = 'pass';
const asked: { identity: string; text: string }[] = [];
let world: World;
let round = '';
let rounds = 0;
beforeAll(async () => {
  world = await openWorld(identity, true, noon, async (who, text) => { asked.push({ identity: who, text }); return verdict; });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(noon);
  verdict = 'pass';
  asked.length = 0;
  round = `round-${(rounds += 1)}`;
  await addRound(world.host, { id: round, source: 'open', opens: -120 * hour, closes: 120 * hour });
});

const rows = async <T>(text: string) => (await sql.raw<T>(text).execute(world.host.database.owner)).rows;
const textOf = (n: number) => `第 ${n} 条：巷口想要一个修鞋摊`;
const send = async (who: string, text: string, change: object = {}) => valueOf(await world.call(who, 'survey.submit', submission(nanyuan, { round, answers: wholeAnswers(nanyuan, { A18: text }), ...change })));
/** Residents of this round write, one text each. */
const write = async (count: number, from = 0, checked = false) => {
  for (let n = from; n < from + count; n += 1) {
    const token = checked ? valueOf(await world.call(`${round}-${n}`, 'survey.checkRemark', { round, text: textOf(n) })).checked ?? undefined : undefined;
    await send(`${round}-${n}`, textOf(n), { remarkChecked: token });
  }
  await seal(world.host, round);
};
const list = async (state: RemarkState, who = 'district') => valueOf(await world.call(who, 'desk.remarks', { round, list: state })).shown!;
const textsIn = async (state: RemarkState) => (await list(state)).batches.flatMap(({ texts }) => texts.map(({ text }) => text));
const decide = (place: number, refused: 'personal' | null, seen: 'held' | 'passed' = 'held', who = 'district') => world.call(who, 'desk.decideRemark', { round, batch: 1, place, seen, refused });
const audits = (subject: string) => rows<{ action: string; actor: string; detail: unknown }>(`select action, actor, detail from lz.audit where subject like '${subject}' order by id`);

test('nothing is shown of fewer than twenty while the round runs, and how many wait is told in tens alone', async () => {
  await write(9);
  await showRemarks(world.host);
  expect(await list('held')).toMatchObject({ waiting: null, held: 0, batches: [], closed: false });
  await write(10, 9);
  await showRemarks(world.host);
  expect(await list('held')).toMatchObject({ waiting: 10, held: 0, batches: [] });
  await write(1, 19);
  const { shown } = await showRemarks(world.host);
  expect(shown).toEqual([round]);
  expect(await list('held')).toMatchObject({ waiting: 10, held: 10, more: false, batches: [{ number: 1, day: '2026-11-18' }] });
});

test('when the round is over the rest follows, each text once, in an order that is not that of coming', async () => {
  await write(27);
  await showRemarks(world.host);
  expect((await list('held')).held).toBe(10);
  await showRemarks(world.host, at(over - 0.1));
  expect((await list('held')).held).toBe(10);
  await showRemarks(world.host, at(over));
  const texts = await textsIn('held');
  expect([...texts].sort()).toEqual(Array.from({ length: 27 }, (_, n) => textOf(n)).sort());
  expect(texts).not.toEqual(Array.from({ length: 27 }, (_, n) => textOf(n)));
  expect(await list('held')).toMatchObject({ waiting: null, batches: [{ number: 2, day: '2026-11-24' }, { number: 1, day: '2026-11-18' }] });
  // again and at once: nothing twice
  await Promise.all([showRemarks(world.host, at(over + 1)), showRemarks(world.host, at(over + 1))]);
  expect(await textsIn('held')).toHaveLength(27);
});

test('two clocks at once make the batches of one', async () => {
  await write(40);
  await Promise.all([showRemarks(world.host), showRemarks(world.host), showRemarks(world.host)]);
  const texts = await textsIn('held');
  expect([texts.length, new Set(texts).size]).toEqual([30, 30]);
});

test('fewer than ten in a whole round are never shown', async () => {
  await write(9);
  await showRemarks(world.host, at(over + 1000));
  expect(await list('held')).toMatchObject({ waiting: null, held: 0, passed: 0, batches: [] });
});

test('with a text stand round, batch and place; no community, age, time, receipt or order', async () => {
  await write(20);
  await showRemarks(world.host);
  const columns = await rows<{ name: string }>(`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'lz' and table_name like 'remark%' order by 1`);
  expect(columns.map(({ name }) => name)).toEqual([
    'remark.closed', 'remark.round_id', 'remark.text', 'remark_batch.day', 'remark_batch.number', 'remark_batch.round_id',
    'remark_shown.batch', 'remark_shown.place', 'remark_shown.reason', 'remark_shown.round_id', 'remark_shown.state', 'remark_shown.text',
  ]);
  const [shape] = await rows<{ lengths: number; n: number }>(`select count(distinct length(text))::int as lengths, count(*)::int as n from lz.remark_shown where round_id = '${round}'`);
  expect(shape).toEqual({ lengths: 1, n: 10 });
});

describe('the platform’s check', () => {
  const check = (text: string) => world.call('writer', 'survey.checkRemark', { round, text });

  test('is asked about the text and its writer in one call, and only when she sends', async () => {
    expect(valueOf(await world.call('writer', 'survey.begin', { community: nanyuan })).remarkCheck).toBe('wechat');
    expect(asked).toEqual([]);
    valueOf(await check('  想要公厕  '));
    expect(asked).toEqual([{ identity: identity('writer'), text: '想要公厕' }]);
    await send('writer', '想要公厕');
    expect(asked).toHaveLength(1);
  });

  test('a text that passed stands among those that passed; its word is of the text, not of the person', async () => {
    await write(19, 0, true);
    const { checked } = valueOf(await check(textOf(19)));
    await send('somebody-else', textOf(19), { remarkChecked: checked! });
    await seal(world.host, round);
    await showRemarks(world.host);
    expect(await list('passed')).toMatchObject({ held: 0, passed: 10, waiting: 10 });
  });

  test.each<[string, (text: string) => Promise<string | undefined>]>([
    ['unchecked', async () => undefined],
    ['changed after the check', async (text) => valueOf(await check(`${text}。`)).checked ?? undefined],
    ['checked for another round', async (text) => valueOf(await world.call('x', 'survey.checkRemark', { round: 'running', text })).checked ?? undefined],
    ['with an invented word', async () => 'A'.repeat(43)],
    ['of which the platform was not sure', async (text) => { verdict = 'review'; return valueOf(await check(text)).checked ?? undefined; }],
  ])('a text %s is held for a person', async (_what, token) => {
    for (let n = 0; n < 20; n += 1) await send(`${round}-${n}`, textOf(n), { remarkChecked: await token(textOf(n)) });
    await seal(world.host, round);
    await showRemarks(world.host);
    expect(await list('held')).toMatchObject({ held: 10, passed: 0 });
  });

  test('a text against the rules is told kindly, and nothing of hers is written or lost', async () => {
    verdict = 'risky';
    const before = await rows('select count(*) as n from lz.response_inbox');
    expect(await check('不该说的话')).toMatchObject({ ok: false, error: { code: 'remark_risky', say: expect.stringContaining('别的答案都在') as string } });
    expect(await rows('select count(*) as n from lz.response_inbox')).toEqual(before);
    await send('writer', '');
  });

  test('few that passed and few that are held stand together in the end, and a person looks at all', async () => {
    await write(6, 0, true);
    await write(7, 6);
    await showRemarks(world.host, at(over));
    expect(await list('held')).toMatchObject({ held: 13, passed: 0 });
  });

  test('without a platform a person checks, and she is told so', async () => {
    const host = await openHost({ ...world.host, secret, now: () => noon });
    const begun = await host.handlers.survey({ action: 'begin', v: contractVersion, data: { community: nanyuan } }, identity('young'));
    expect(valueOf(begun)).toMatchObject({ remarkCheck: 'person' });
    expect(valueOf(await host.handlers.survey({ action: 'checkRemark', v: contractVersion, data: { round, text: '想要公厕' } }, identity('young')))).toEqual({ checked: null });
    expect(asked).toEqual([]);
  });
});

describe('an officer of the district decides', () => {
  beforeEach(async () => {
    await write(20);
    await showRemarks(world.host);
  });

  test('what may be public goes among the public, what may not is shown to nobody again, each with its line in the audit log', async () => {
    const [first, second] = (await list('held')).batches[0]!.texts;
    expect(valueOf(await decide(1, null))).toEqual({ state: 'passed' });
    expect(valueOf(await decide(2, 'personal'))).toEqual({ state: 'refused' });
    expect(await list('passed')).toMatchObject({ held: 8, passed: 1, refused: 1, batches: [{ number: 1, texts: [{ place: 1, text: first!.text, reason: null }] }] });
    expect((await list('refused')).batches[0]!.texts).toEqual([{ place: 2, text: null, reason: 'personal' }]);
    expect((await textsIn('held'))).not.toContain(second!.text);
    const lines = await audits(`${round}/%`);
    expect(lines.map(({ action, detail }) => [action, detail])).toEqual([['remark.passed', { reason: null }], ['remark.refused', { reason: 'personal' }]]);
    expect(JSON.stringify(lines)).not.toContain('修鞋');
  });

  test('one that was passed may still be taken away; a refusal stands', async () => {
    valueOf(await decide(3, null));
    expect(codeOf(await decide(3, null, 'passed'))).toBe('value_invalid');
    valueOf(await decide(3, 'personal', 'passed'));
    for (const seen of ['held', 'passed'] as const) expect(codeOf(await decide(3, null, seen))).toBe('decided_already');
    expect(codeOf(await decide(11, null))).toBe('not_found');
  });

  test('of five who decide at once one wins and the others are told; one line is written', async () => {
    await addOfficer(world.host, identity('district2'), { role: 'district', street: null });
    const replies = await Promise.all(Array.from({ length: 5 }, (_, i) => decide(4, i % 2 ? 'personal' : null, 'held', i % 2 ? 'district' : 'district2')));
    expect(replies.map(codeOf).sort()).toEqual(['decided_already', 'decided_already', 'decided_already', 'decided_already', 'ok']);
    expect(await audits(`${round}/1/4`)).toHaveLength(1);
  });

  test.each(['elder', 'street', 'oversight'])('%s neither reads nor decides', async (who) => {
    expect(codeOf(await world.call(who, 'desk.remarks', { list: 'held' }))).toBe('role_required');
    expect(codeOf(await decide(5, null, 'held', who))).toBe('role_required');
  });
});

test('without the key texts wait, closed and counted; with it back none is missing', async () => {
  await write(20);
  const withoutKey = await showRemarks(world.host, noon, null);
  expect(withoutKey.shown).toEqual([]);
  expect(withoutKey.closed).toContain(round);
  expect(await list('held')).toMatchObject({ waiting: 20, closed: true, batches: [] });
  // another key is no better, even when the round is over
  await showRemarks(world.host, at(over), randomBytes(32));
  expect(await list('held')).toMatchObject({ waiting: 20, closed: true, batches: [] });
  expect((await showRemarks(world.host)).closed).toEqual([]);
  expect(await list('held')).toMatchObject({ waiting: 10, closed: false, held: 10 });
});

test('a desk without its key shows that something is there and closed, and nobody passes what nobody could read', async () => {
  await write(20);
  await showRemarks(world.host);
  const host = await openHost({ ...world.host, remarkKey: null, secret, now: () => noon });
  const call = (action: string, data: object) => host.handlers.desk({ action, v: contractVersion, data }, identity('district'));
  expect(valueOf(await call('remarks', { round, list: 'held' }) as never)).toMatchObject({ shown: { held: 10, batches: [{ texts: Array.from({ length: 10 }, () => ({ text: null })) }] } });
  expect(codeOf(await call('decideRemark', { round, batch: 1, place: 1, seen: 'held', refused: null }))).toBe('remark_closed');
});

test('a box that was changed or copied from another round is passed over, and harms no other', async () => {
  await write(20);
  const box = remarkOpener(remarkKey).seal('running', { text: '别的轮次', state: 'held' });
  await rows(`insert into lz.remark (round_id, text) values ('${round}', '${box}'), ('${round}', '${box.slice(0, -4)}AAAA')`);
  await showRemarks(world.host, at(over));
  expect(await textsIn('held')).toHaveLength(20);
});

test('texts from before texts were sealed are closed where they stand, and then like any other', async () => {
  await rows(`insert into lz.remark (round_id, text) select '${round}', '从前写的' from generate_series(1, 20)`);
  await showRemarks(world.host);
  expect(await textsIn('held')).toEqual(Array.from({ length: 10 }, () => '从前写的'));
  expect(await rows(`select 1 from lz.remark where round_id = '${round}' and text not like 'r1.%'`)).toEqual([]);
});

test('five batches a page; the older ones follow', async () => {
  await write(75);
  await showRemarks(world.host, at(over));
  const first = await list('held');
  expect([first.batches.map(({ number }) => number), first.more]).toEqual([[7, 6, 5, 4, 3], true]);
  expect(first.batches[0]!.texts).toHaveLength(15);
  const rest = valueOf(await world.call('district', 'desk.remarks', { round, list: 'held', before: 3 })).shown!;
  expect([rest.batches.map(({ number }) => number), rest.more]).toEqual([[2, 1], false]);
});
