/** The answers of a round go when their time has come: all of them, once, and what was published and sealed still stands. */
import { sql } from 'kysely';
import { sealRound } from '../../cloudfunctions/clock/seal';
import { tick } from '../../cloudfunctions/clock/tick';
import type { Handle } from '../../database/handle';
import { sealsOf } from '../../database/queries/seals';
import { hex, purgeText } from '../../domain/leaf';
import { leafOf } from '../../cloudfunctions/runtime/hashing';
import { auditRound } from '../../local/audit/auditRound';
import { releaseHashes } from '../../local/audit/releaseHash';
import { purgeRound, type PurgeInput } from '../../local/keeping/purgeRound';
import { plan } from '../../rules';
import { afterwards, auditIn, differenceAfter, run } from '../support/tampering';
import { addRound, codeOf, noon, openWorld, submission, valueOf, wholeAnswers, withdrawHashOf, type World } from '../support/world';

const day = 24 * 3_600_000;
const after = (days: number) => new Date(noon.getTime() + days * day);
const secret = 'abcde-fghjk-mnpqr-st012';
const communities = plan.circles[0]!.communities.slice(0, 3);
const canary = '这句话要清空';
let world: World;
let owner: Handle;
let receipt = '';
let posted: { round: string; size: number; root: string };

const fill = async (round: string) => {
  await addRound(world.host, { id: round, source: 'open', opens: -30 * day, closes: -3 * day, keepFor: 20 * day });
  world.setNow(after(-10));
  for (let i = 0; i < 42; i += 1) {
    const community = communities[i % communities.length]!;
    const answers = wholeAnswers(community, { A6: i % 7 === 0 ? 'neutral' : 'satisfied', A18: i < 4 ? `${canary} ${i}` : '' });
    const reply = valueOf(await world.call(`${round}-${i}`, 'survey.submit', submission(community, { round, answers, withdrawHash: withdrawHashOf(round, `${secret}${i}`) })));
    if (i === 5) receipt = reply.receipt;
  }
  valueOf(await world.call('anybody', 'survey.withdraw', { round, secret: `${secret}3` }));
};

beforeAll(async () => {
  world = await openWorld();
  ({ owner } = world.host.database);
  for (const round of ['early', 'spoiled', 'whole']) await fill(round);
  world.setNow(noon);
  await tick(world.host.database.as('clock'), noon);
  const [last] = await sealsOf(owner, 'whole', 1);
  posted = { round: 'whole', size: last!.size, root: hex(last!.root) };
}, 120_000);
afterAll(() => world.close());

const purge = (round: string, change: Partial<PurgeInput> = {}, now = after(21), on = owner) => purgeRound(on, { round, early: false, differing: false, reason: null, ...change }, now);
const held = async (round: string) => (await sql<{ answers: number; remarks: number; leaves: number; seals: number }>`select
  (select count(*) from lz.response where round_id = ${round} and answers is not null) as answers, (select count(*) from lz.remark where round_id = ${round}) as remarks,
  (select count(*) from lz.leaf where round_id = ${round}) as leaves, (select count(*) from lz.seal where round_id = ${round}) as seals`.execute(owner)).rows[0]!;
const results = () => world.call('anybody', 'survey.results', { circle: plan.circles[0]!.id, release: 'whole-final-2026-11-16' });

test.each<[string, string, Partial<PurgeInput>, RegExp]>([
  ['a round that does not exist', 'no-such', {}, /没有编号为 no-such 的轮次/],
  ['a round that runs', 'running', { early: true, reason: '试试' }, /最终结果还没有公布/],
  ['a round before its time', 'whole', {}, /按定义保存到 2026年12月8日 12:00。一定要现在清空，请加 --now --reason/],
  ['a round before its time without a reason', 'whole', { early: true }, /要写原因/],
])('%s is refused, and nothing happens', async (_what, round, change, sentence) => {
  const before = await held(round);
  await expect(purge(round, change, after(1))).rejects.toThrow(sentence);
  expect(await held(round)).toEqual(before);
  expect(await owner.selectFrom('lz.purge').select('round_id').execute()).toEqual([]);
});

describe('the database itself', () => {
  const asOwner = (statements: string) => owner.transaction().execute((tx) => run(tx, statements));
  const entry = (round: string, body = '{"reason": "by hand"}') => `select lz.begin_purge('${round}', '${after(21).toISOString()}', '${body}', decode(repeat('ab', 32), 'hex'))`;
  test.each([
    ['an entry for a round that runs', entry('running'), /not everything was released/],
    ['an entry before the time of the round and without a reason', entry('whole', '{}').replace(after(21).toISOString(), noon.toISOString()), /a reason is needed/],
    ['an entry that leaves the answers where they are', entry('whole'), /something was left/],
    ['emptying without an entry', `select lz.purge_answers('whole', array_agg(leaf), array_agg(leaf)) from lz.response where round_id = 'whole'`, /not allowed/],
    ['emptying more than the content', `${entry('whole')}; update lz.response set answers = null, salt = null, age_band = null, eligible = null, mode = null, proxy = null, seconds = null, reversed = null, commitment = leaf, community_code = '620602001005' where round_id = 'whole' and answers is not null`, /not allowed/],
    ['emptying without leaving the commitment', `${entry('whole')}; update lz.response set answers = null, salt = null, age_band = null, eligible = null, mode = null, proxy = null, seconds = null, reversed = null where round_id = 'whole' and answers is not null`, /not allowed/],
    ['a commitment for an answer that stays', `${entry('whole')}; update lz.response set commitment = leaf where round_id = 'whole' and answers is not null`, /not allowed/],
  ])('refuses %s', async (_what, statements, error) => {
    await expect(asOwner(statements)).rejects.toThrow(error);
    expect(await held('whole')).toMatchObject({ answers: 41, remarks: 4 });
  });
});

test('killed half-way nothing has happened', async () => {
  const before = await held('whole');
  const dying = { transaction: () => ({ execute: (work: (tx: Handle) => Promise<unknown>) => owner.transaction().execute(async (tx) => { await work(tx); throw new Error('killed'); }) }) } as unknown as Handle;
  await expect(purge('whole', {}, after(21), dying)).rejects.toThrow('killed');
  expect(await held('whole')).toEqual(before);
  expect((await auditRound(owner, { round: 'whole', kept: [posted] })).difference).toBeNull();
});

test('when its time has come everything goes that anybody said; started twice at once, it is done once', async () => {
  const published = valueOf(await results());
  const outcomes = await Promise.all([purge('whole'), purge('whole')]);
  expect(outcomes.map(({ done }) => done).sort()).toEqual([false, true]);
  expect(outcomes[0].seal).toEqual(outcomes[1].seal);
  expect(outcomes[0].entry).toMatchObject({ answers: 41, withdrawn: 1, remarks: 4, reason: null, difference: null, keepUntil: after(20).toISOString() });
  // definition, 42 answers, a withdrawal, the purge
  expect(await held('whole')).toMatchObject({ answers: 0, remarks: 0, leaves: 45 });
  expect(outcomes[0].seal.size).toBe(45);
  const { rows } = await sql<{ text: string }>`select to_jsonb(r)::text as text from lz.response r where round_id = 'whole' union all select to_jsonb(m)::text from lz.remark m where round_id = 'whole'`.execute(owner);
  expect(rows).toHaveLength(42);
  expect(rows.map(({ text }) => text).join('\n')).not.toMatch(/satisfied|70-79|清空/);
  expect(await held('early')).toMatchObject({ answers: 41, remarks: 4 });
  expect(valueOf(await results())).toEqual(published);
  expect(await owner.selectFrom('lz.audit').select(['actor', 'subject']).where('action', '=', 'round.purged').execute()).toEqual([{ actor: 'console', subject: 'whole' }]);
});

test('done again it changes nothing', async () => {
  const before = await held('whole');
  expect(await purge('whole', {}, after(40))).toMatchObject({ done: false, entry: { at: after(21).toISOString() } });
  expect(await held('whole')).toEqual(before);
});

test('receipts still say sealed, nothing can be taken back any more, and anybody can read the entry', async () => {
  world.setNow(after(22));
  expect(valueOf(await world.call('anybody', 'survey.check', { receipt })).state).toBe('sealed');
  expect(codeOf(await world.call('anybody', 'survey.withdraw', { round: 'whole', secret: `${secret}5` }))).toBe('withdraw_too_late');
  expect(codeOf(await world.call('late', 'survey.submit', submission(communities[0]!, { round: 'whole' })))).toBe('round_closed');
  const { purged, keepUntil } = valueOf(await world.call('anybody', 'survey.seals', { round: 'whole' }));
  expect([purged!.at, keepUntil]).toEqual([after(21).toISOString(), after(20).toISOString()]);
  const { leaves } = valueOf(await world.call('anybody', 'survey.leaves', { round: 'whole', from: 44 }));
  expect(leaves).toEqual([hex(leafOf(purged!.text))]);
  world.setNow(noon);
});

test('the clock finds nothing more to do for the round, and names those whose time has come', async () => {
  const before = await held('whole');
  const report = await tick(world.host.database.as('clock'), after(23));
  expect(report.keptTooLong).toEqual(['early', 'spoiled']);
  expect(report.sealed).not.toContain('whole');
  expect(report.released.join()).not.toContain('whole');
  expect(await held('whole')).toEqual(before);
});

describe('an audit afterwards', () => {
  test('still proves list, seals, kept seals, participation, counts and that figures stand as sealed; and says what it no longer can', async () => {
    const { difference, passed, purged } = await auditRound(owner, { round: 'whole', kept: [posted] });
    expect([difference, purged]).toEqual([null, true]);
    const said = passed.join('\n');
    expect(said).toMatch(/名单 45 项：定义 1 项，答卷 42 份，撤回 1 份，清空 1 项；每一项与表里的记录一致/);
    expect(said).toMatch(/原始答卷已于 2026年12月9日 12:00 清空（到期）：41 份答卷的内容和 4 条留言。清空前的审计全部一致/);
    expect(said).toMatch(/另存的 1 道也一致/);
    expect(said).toMatch(/答卷表、参与表和份数相符/);
    expect(said).toMatch(/发布 whole-final-\S+：与清空时封存的一样。原始答卷已清空，不能重算。/);
  });

  const one = `(select leaf from lz.response where round_id = 'whole' and commitment is not null order by leaf limit 1)`;
  test.each([
    ['a released number changed', `update lz.release_cell set cell = jsonb_set(cell, '{rate}', '0.99') where release_id like 'whole-%' and place_kind = 'district'`, /数字与清空时封存的不同/],
    ['a distribution changed', `update lz.release_cell set distributions = '[]' where release_id like 'whole-%' and place_id = 'dongdajie'`, /数字与清空时封存的不同/],
    ['a released figure dropped', `delete from lz.release_cell where release_id like 'whole-%' and place_kind = 'circle'`, /数字与清空时封存的不同/],
    ['a release dropped', `delete from lz.release_cell where release_id like 'whole-%'; delete from lz.release where round_id = 'whole'`, /不见了/],
    ['a release added', `insert into lz.release select 'whole-new', round_id, 'interim', at, computed_at, method_hash, seal from lz.release where round_id = 'whole'`, /是后来添的/],
    ['the entry changed', `update lz.purge set body = jsonb_set(body, '{remarks}', '0')`, /清空的记录被改过/],
    ['the time of the entry changed', `update lz.purge set at = at + interval '1 day'`, /时间不对/],
    ['the entry dropped', 'delete from lz.purge', /没有内容，也没有撤回的记录/],
    ['the entry and its leaf dropped', `delete from lz.leaf where leaf in (select leaf from lz.purge); delete from lz.purge`, /没有内容，也没有撤回的记录/],
    ['content put back', `update lz.response set answers = '{"A6": "very-satisfied"}', salt = leaf, age_band = '70-79', seconds = 60 where leaf = ${one}`, /内容却还在/],
    ['a commitment changed', `update lz.response set commitment = leaf where leaf = ${one}`, /内容被改过/],
    ['a commitment dropped', `update lz.response set commitment = null where leaf = ${one}`, /没有清空时留下的哈希/],
    ['an answer moved to another community', `update lz.response set community_code = '620602001005' where leaf = ${one}`, /内容被改过/],
    ['an answer moved to the other source', `update lz.response set source = 'drawn' where leaf = ${one}`, /内容被改过/],
    ['an answer dropped', `delete from lz.response where leaf = ${one}`, /被去掉了/],
    ['a participation dropped', `delete from lz.participant where tag = (select tag from lz.participant where round_id = 'whole' limit 1)`, /参与表/],
    ['a count changed', `update lz.tally set answered = answered + 5 where round_id = 'whole'`, /记了/],
    ['a seal rewritten', `update lz.seal set root = decode(repeat('00', 32), 'hex') where round_id = 'whole' and number = 1`, /封存/],
    ['the promise to keep changed', `update lz.round set definition = jsonb_set(definition, '{keepUntil}', '"2027-01-01T00:00:00.000Z"') where id = 'whole'`, /定义被改过/],
  ])('%s is found', async (_what, statements, difference) => {
    expect(await differenceAfter(owner, statements, 'whole')).toMatch(difference);
  });

  test('entry, figures and last seal rewritten together pass alone, and are found by the seal that was posted after the purge', async () => {
    const { seal, entry } = await purge('whole', {}, after(40));
    const [alone, withPosted] = await afterwards(owner, async (tx) => {
      await run(tx, `update lz.release_cell set cell = jsonb_set(cell, '{rate}', '0.99') where release_id like 'whole-%'`);
      const forged = { ...entry, releases: await releaseHashes(tx, 'whole') };
      const leaf = hex(leafOf(purgeText(forged)));
      await sql`update lz.purge set body = ${JSON.stringify(forged)}::jsonb, leaf = decode(${leaf}, 'hex')`.execute(tx);
      await run(tx, `update lz.leaf set leaf = decode('${leaf}', 'hex') where round_id = 'whole' and position = 44; delete from lz.seal where round_id = 'whole' and size = 45`);
      await sealRound(tx, 'whole', after(21));
    }, async (tx) => [await auditIn(tx, 'whole', [posted]), await auditIn(tx, 'whole', [{ round: 'whole', ...seal }])] as const);
    expect(alone.difference).toBeNull();
    expect(withPosted.difference).toMatch(/另存的/);
  });
});

test('before its time it goes with a reason, that everybody can read; texts go from every table that has them', async () => {
  await world.host.database.script(`create table lz.remark_elsewhere (round_id text not null, text text not null); insert into lz.remark_elsewhere select round_id, text from lz.remark where round_id in ('early', 'spoiled')`);
  expect(await purge('early', { early: true, reason: '主管部门要求' }, after(2))).toMatchObject({ done: true, entry: { reason: '主管部门要求', remarks: 8 } });
  expect((await sql`select distinct round_id from lz.remark_elsewhere`.execute(owner)).rows).toEqual([{ round_id: 'spoiled' }]);
  const { difference, passed } = await auditRound(owner, { round: 'early', kept: [] });
  expect(difference).toBeNull();
  expect(passed.join('\n')).toContain('清空（提前，原因：主管部门要求）');
  expect(await differenceAfter(owner, `update lz.purge set body = body - 'reason'`, 'early')).toMatch(/清空的记录被改过/);
});

test('a round whose audit finds a difference is kept, or goes with a reason and the difference in its entry', async () => {
  await owner.transaction().execute(async (tx) => {
    await run(tx, `set local session_replication_role = replica; update lz.release_cell set cell = jsonb_set(cell, '{rate}', '0.99') where release_id like 'spoiled-%' and place_kind = 'district'`);
  });
  await expect(purge('spoiled')).rejects.toThrow(/清空以前的审计不一致：发布 spoiled-final.*--differing/);
  await expect(purge('spoiled', { differing: true })).rejects.toThrow('要写原因');
  expect(await held('spoiled')).toMatchObject({ answers: 41 });
  expect(await purge('spoiled', { differing: true, reason: '查过了，期限已到' })).toMatchObject({ done: true, entry: { difference: expect.stringMatching(/与重算的不同/) as unknown } });
  expect((await auditRound(owner, { round: 'spoiled', kept: [] })).passed.join('\n')).toMatch(/清空前的审计不一致：发布 spoiled-final/);
});
