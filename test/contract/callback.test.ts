/** Calling back: planned after the last answer, drawn by a seed known later, counted for every household; under seals, and changing no rate. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { tick } from '../../cloudfunctions/clock/tick';
import type { Handle } from '../../database/handle';
import { callbackEntries, type StoredEntry } from '../../database/queries/callbacks';
import { leavesFrom, sealsOf } from '../../database/queries/seals';
import { leafOf } from '../../cloudfunctions/runtime/hashing';
import { figuresOf } from '../../domain/callback';
import { callbackText, hex } from '../../domain/leaf';
import { append, emptyFrontier, rootOf } from '../../domain/merkle';
import { auditRound, auditWithin } from '../../local/audit/auditRound';
import type { DrawFile } from '../../local/callback/files';
import { loadCallback } from '../../local/callback/loadCallback';
import { calledFor } from '../../local/callback/makeCallback';
import { countColumns } from '../../local/callback/parseCounts';
import { planCallback } from '../../local/callback/planCallback';
import { recordCallback } from '../../local/callback/recordCallback';
import { tableOf } from '../../local/import/table';
import { purgeRound } from '../../local/keeping/purgeRound';
import type { CallbackEntry, CallbackPlan } from '../../types/callback';
import { afterwards, auditIn, differenceAfter } from '../support/tampering';
import { addLetteredRound, dazhong, letterOf, nanyuan, noon, openWorld, submission, valueOf, wholeAnswers, type Lettered, type World } from '../support/world';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const day = 24 * 3_600_000;
const after = (days: number) => new Date(noon.getTime() + days * day);
const seedName = '双色球第 2026140 期，红球从小到大';
const seedAt = after(6).toISOString();
const third = '620602001003';
let world: World;
let owner: Handle;
let round: Lettered;
let plan: CallbackPlan;

beforeAll(async () => {
  world = await openWorld();
  ({ owner } = world.host.database);
  round = await addLetteredRound(world.host, { id: 'lettered', opens: -day, closes: 2 * day, letters: new Map([[nanyuan, 130], [dazhong, 150], [third, 40]]) });
  await addLetteredRound(world.host, { id: 'still-runs', opens: -day, closes: 40 * day, letters: new Map([[nanyuan, 20]]) });
  for (let i = 0; i < 30; i += 1) {
    const community = [nanyuan, dazhong][i % 2]!;
    valueOf(await world.call(`a${i}`, 'survey.submit', submission(community, { round: 'lettered', letter: letterOf(round.codes.get(community)![i]!), answers: wholeAnswers(community, { A4b: '2' }) })));
  }
}, 120_000);
afterAll(() => world.close());

const planned = (change: object = {}, now = after(4)) => planCallback(world.host.database, { round: 'lettered', seed: seedName, seedAt, share: null, ...change }, now);
const drawn = (change: Partial<DrawFile> = {}, now = after(7)) => loadCallback(world.host.database, { kind: 'lz-callback-draw-1', round: 'lettered', ...called(), ...change }, now);
const called = () => {
  const { seed, drawn: hash } = calledFor(round.definition, plan, round.frame, '01 02 03 04 05 06');
  return { seed, drawn: hash };
};
const table = (...rows: (string | number)[][]) => tableOf([Object.values(countColumns), ...rows].map((cells, i) => ({ line: i + 1, cells: cells.map(String) })), countColumns.code);
const honest = table([nanyuan, 8, 0, 3, 0, 2], [dazhong, 9, 1, 1, 0, 4], [third, 2, 0, 1, 1, 1]);
const recorded = (change: object = {}, now = after(9)) => recordCallback(world.host.database, { round: 'lettered', table: honest, reason: null, ...change }, now);
const result = async () => valueOf(await world.call('reader', 'survey.results', { circle: 'dongdajie', release: 'lettered-final-2026-11-21' })).release!;
const audit = (frame: Lettered['frame'] | null = null) => auditRound(owner, { round: 'lettered', kept: [], frame });

test('before the last answer, without letters, and with a seed that is known, nothing is planned', async () => {
  await expect(planned({}, after(1))).rejects.toThrow('收完以后再定回访');
  await expect(planned({ round: 'closed' }, after(30))).rejects.toThrow('没有信函名单');
  await expect(planned({ round: 'nowhere' })).rejects.toThrow('没有编号');
  await expect(planned({}, after(6))).rejects.toThrow('现在已经知道了');
  await expect(planned({ seed: '双色' })).rejects.toThrow('--seed-name 要写清');
  await expect(planned({ seedAt: '2026-11-24' })).rejects.toThrow('--seed-at 不对：应写成');
  await expect(planned({ share: 0 })).rejects.toThrow('--share');
  await expect(planned({ seed: null, seedAt: null })).rejects.toThrow('回访还没有定');
  expect(await owner.selectFrom('lz.callback').select('number').execute()).toEqual([]);
});

test('the plan is sealed, told again, and never another; the result page says that it stands', async () => {
  await tick(world.host.database.as('clock'), after(4));
  expect((await result()).callback).toBeNull();
  const made = await planned();
  plan = made.plan;
  expect(made.sealed).toMatch(/^[0-9a-f]{64}$/);
  expect(plan.communities).toEqual([{ code: nanyuan, letters: 130, called: 13 }, { code: dazhong, letters: 150, called: 15 }, { code: third, letters: 40, called: 5 }]);
  expect(await planned({ seed: null, seedAt: null }, after(5))).toEqual({ plan, sealed: null });
  await expect(planned({ seed: '另外一个公开的值' })).rejects.toThrow('不能再换');
  expect((await result()).callback).toMatchObject({ state: 'plan', seed: seedName, seedAt, called: 33, here: null, district: null, communities: [] });
});

test('drawn after the seed is known, once; nothing is counted before', async () => {
  await expect(drawn({}, after(5))).rejects.toThrow('才公布');
  await expect(recorded()).rejects.toThrow('还没有抽签封存');
  const { households } = calledFor(round.definition, plan, round.frame, '01 02 03 04 05 06');
  expect(households).toHaveLength(33);
  const letters = new Set(round.list.letters.map(({ community }) => community));
  for (const { community } of households) expect(letters.has(community)).toBe(true);
  expect(() => calledFor(round.definition, plan, round.frame.slice(1), '01')).toThrow('哈希对不上');
  expect(() => calledFor(round.definition, plan, round.frame, ' ，')).toThrow('种子是空的');
  expect(() => calledFor({ ...round.definition, id: 'other' }, plan, round.frame, '01')).toThrow('不是「other」');
  expect(await drawn()).toMatchObject({ called: 33, again: false });
  expect(await drawn()).toMatchObject({ again: true, sealed: null });
  await expect(drawn({ drawn: 'ab'.repeat(32) })).rejects.toThrow('不能再抽');
});

test('counted for every household drawn; few stay in the sum; the rate is what it was', async () => {
  const before = await result();
  expect(await recorded({ table: table([nanyuan, 8, 0, 3, 0, 1]) })).toMatchObject({ problems: [expect.stringContaining('抽了 13 户，这一行加起来是 12 户') as string, '缺大众社区的一行。', expect.stringMatching(/^缺.+的一行。$/) as string], sealed: null });
  expect((await result()).callback).toMatchObject({ state: 'draw', here: null });
  expect((await recorded()).sealed).toMatch(/^[0-9a-f]{64}$/);
  expect((await recorded()).sealed).toBeNull();
  const { callback, ...rest } = await result();
  expect(rest).toEqual({ ...before, callback: undefined });
  expect(callback).toMatchObject({
    state: 'counts', corrected: 0, here: { figures: { called: 33, own: 19, led: 1, unanswered: 5, noLetter: 1 }, without: [], troubled: false }, district: { figures: { called: 33 } },
  });
  // the third has four households: whatever is left of the circle without one of the two that stand alone has ten and more
  expect(callback!.communities.map(({ name }) => name)).toEqual(['南苑社区']);
});

test('a correction needs a reason, is counted, and can bring trouble to light', async () => {
  const other = table([nanyuan, 6, 2, 3, 0, 2], [dazhong, 9, 1, 1, 0, 4], [third, 2, 0, 1, 1, 1]);
  await expect(recorded({ table: other })).rejects.toThrow('要更正，请写明原因');
  await recorded({ table: other, reason: '两户记反了' }, after(10));
  expect((await result()).callback).toMatchObject({ corrected: 1, here: { figures: { led: 3 }, troubled: true } });
});

test('the audit finds it right, and with the frame draws both anew', async () => {
  const { difference, passed } = await audit(round.frame);
  expect(difference).toBeNull();
  expect(passed.join('\n')).toMatch(/照名册和种子重抽，320 户和寄信的名单一致[^]*回访 33 户：各社区登记的户数与抽中的相符，更正过 1 次；每一项与封存的一致，照种子重抽是同样的户/);
  expect((await audit()).passed.join('\n')).toMatch(/每一项与封存的一致。/);
  expect((await audit(round.frame.slice(1))).difference).toMatch(/户名册与轮次封存时的不一样/);
});

const fewer = (number: number, counts: string) => `update lz.callback set body = jsonb_set(body, '{counts}', ${counts}) where number = ${number}`;
test.each([
  ['counts made better', fewer(3, `(select body -> 'counts' from lz.callback where number = 2)`), /回访的第 4 项被改过/],
  ['what is shown made better', `update lz.callback set shown = (select shown from lz.callback where number = 2) where number = 3`, /公布的回访结果与登记的不符/],
  ['the correction dropped', `delete from lz.callback where number = 3`, /既不是答卷，也不是撤回/],
  ['the correction dropped from the list too', `delete from lz.leaf where leaf = (select leaf from lz.callback where number = 3); delete from lz.callback where number = 3`, /名单只有/],
  ['all of it dropped', `delete from lz.callback`, /既不是答卷，也不是撤回/],
  ['another seed', `update lz.callback set body = jsonb_set(body, '{seed}', '"07"') where number = 1`, /回访的第 2 项被改过/],
  ['whoever is called changed', `update lz.callback set body = jsonb_set(body, '{drawn}', '"${'ab'.repeat(32)}"') where number = 1`, /回访的第 2 项被改过/],
  ['a milder line for trouble', `update lz.callback set body = jsonb_set(body, '{troubleAbove}', '0.5') where number = 0`, /回访的第 1 项被改过/],
  ['the plan made later', `update lz.callback set at = at - interval '3 days' where number = 0`, /回访的第 1 项被改过/],
  ['the two counts exchanged', `update lz.callback set number = number + 10 where number >= 2; update lz.callback set number = 15 - number where number >= 12`, /回访的第 3 项被改过/],
  ['an entry beside the list', `insert into lz.callback select round_id, 4, at, kind, body, shown, decode(repeat('cd', 32), 'hex') from lz.callback where number = 3`, /回访的第 5 项/],
])('a superuser’s hand: %s is found', async (_what, statements, difference) => {
  expect(await differenceAfter(owner, statements, 'lettered')).toMatch(difference);
});

/** Other households called than the seed leads to, with leaf and seals made anew. */
const redrawn = async (tx: Handle) => {
  const [, { entry, leaf }] = (await callbackEntries(tx, 'lettered')) as [unknown, StoredEntry];
  const other = { ...entry, drawn: 'ab'.repeat(32) } as CallbackEntry;
  const newLeaf = leafOf(callbackText(1, other));
  await tx.updateTable('lz.callback').set({ body: JSON.stringify(other), leaf: newLeaf }).where('leaf', '=', leaf).execute();
  await tx.updateTable('lz.leaf').set({ leaf: newLeaf }).where('leaf', '=', leaf).execute();
  const list = await leavesFrom(tx, 'lettered', 0, 1000);
  for (const { number, size } of await sealsOf(tx, 'lettered', 1000)) {
    const frontier = append(sha256, emptyFrontier, list.slice(0, size));
    await tx.updateTable('lz.seal').set({ root: rootOf(sha256, frontier), frontier: [...frontier.roots] }).where('round_id', '=', 'lettered').where('number', '=', number).execute();
  }
};

test('another draw with everything made anew passes alone, and is found by the frame, or by a seal that was posted elsewhere', async () => {
  const [last] = await sealsOf(owner, 'lettered', 1);
  const [alone, withFrame, withPosted] = await afterwards(owner, redrawn, async (tx) => [
    await auditIn(tx, 'lettered'), await auditWithin(tx, { round: 'lettered', kept: [], frame: round.frame }), await auditIn(tx, 'lettered', [{ round: 'lettered', size: last!.size, root: hex(last!.root) }]),
  ] as const);
  expect(alone.difference).toBeNull();
  expect(withFrame.difference).toMatch(/回访抽中的户，和照种子重抽的不一样/);
  expect(withPosted.difference).toMatch(/另存的/);
});

test('the database takes entries in turn alone, and no function changes or reads counts', async () => {
  const entry = (number: number, kind: string, at: Date, shown = 'null') => `insert into lz.callback values ('lettered', ${number}, '${at.toISOString()}', '${kind}', '{"kind": "${kind}", "round": "lettered"}', ${shown}, decode(repeat('ab', 32), 'hex'))`;
  const asOwner = (statement: string) => owner.transaction().execute((tx) => sql.raw(statement).execute(tx));
  await expect(asOwner(entry(5, 'counts', after(11), `'[]'`))).rejects.toThrow('out of turn');
  await expect(asOwner(entry(4, 'counts', after(9), `'[]'`))).rejects.toThrow('out of turn');
  await expect(asOwner(entry(4, 'counts', after(11), `'[]'`))).rejects.toThrow('under no seal');
  await expect(asOwner(entry(4, 'draw', after(11)))).rejects.toThrow(/check constraint/);
  await expect(asOwner(`update lz.callback set shown = '[]'`)).rejects.toThrow('not allowed');
  await expect(asOwner(`delete from lz.callback`)).rejects.toThrow('not allowed');
  for (const user of ['survey', 'desk', 'clock', 'outlet'] as const) {
    await expect(world.host.database.as(user).read((db) => sql`select body from lz.callback`.execute(db))).rejects.toThrow('permission denied');
    await expect(world.host.database.as(user).write((db) => sql.raw(entry(4, 'counts', after(11), `'[]'`)).execute(db))).rejects.toThrow('permission denied');
  }
});

test('two counts at once: one is entered, and the other is told that it corrects', async () => {
  const [one, two] = [table([nanyuan, 7, 1, 3, 0, 2], [dazhong, 9, 1, 1, 0, 4], [third, 2, 0, 1, 1, 1]), table([nanyuan, 8, 0, 3, 0, 2], [dazhong, 9, 1, 1, 0, 4], [third, 1, 1, 1, 1, 1])];
  await Promise.all([recorded({ table: one, reason: '再核一遍' }, after(11)), recorded({ table: two, reason: '又核一遍' }, after(11))]);
  expect((await owner.selectFrom('lz.callback').select('number').orderBy('number').execute()).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
  expect((await audit(round.frame)).difference).toBeNull();
});

test('what is shown is what the rule says of the counts', async () => {
  const { body, shown } = await owner.selectFrom('lz.callback').select(['body', 'shown']).where('number', '=', 5).executeTakeFirstOrThrow();
  expect(body.kind === 'counts' && figuresOf(body.counts, { circles: round.definition.circles, smallest: plan.smallest })).toEqual(shown);
});

test('after the purge the call-back still stands and is audited, and nothing more is entered', async () => {
  await tick(world.host.database.as('clock'), after(12));
  await purgeRound(owner, { round: 'lettered', early: true, differing: false, reason: '试一试' }, after(13));
  await expect(recorded({ reason: '太晚了' }, after(14))).rejects.toThrow('已经清空');
  expect((await audit(round.frame)).difference).toBeNull();
  expect((await result()).callback).toMatchObject({ state: 'counts', corrected: 3 });
});
