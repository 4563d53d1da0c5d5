/** What an audit finds when somebody with every right over the database changed something, each by a superuser's hand. */
import { sql } from 'kysely';
import { tick } from '../../cloudfunctions/clock/tick';
import { auditRound } from '../../local/audit/auditRound';
import { plan } from '../../rules';
import { createHash } from 'node:crypto';
import { hex } from '../../domain/leaf';
import { append, emptyFrontier, rootOf } from '../../domain/merkle';
import type { Handle } from '../../database/handle';
import { leavesFrom, sealsOf } from '../../database/queries/seals';
import { afterwards, auditIn, differenceAfter, run } from '../support/tampering';
import { nanyuan, noon, openWorld, seal, submission, valueOf, wholeAnswers, withdrawHashOf, type World } from '../support/world';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const day = 24 * 3_600_000;
const secret = 'abcde-fghjk-mnpqr-st012';
let world: World;
let posted: { round: string; size: number; root: string };
beforeAll(async () => {
  world = await openWorld();
  const communities = plan.circles[0]!.communities;
  for (let i = 0; i < 40; i += 1) {
    const community = communities[i % communities.length]!;
    const answers = wholeAnswers(community, { A6: i % 9 === 0 ? 'neutral' : 'satisfied', A18: i % 10 === 0 ? `留言 ${i}` : '' });
    valueOf(await world.call(`a${i}`, 'survey.submit', submission(community, { answers, withdrawHash: withdrawHashOf('running', `${secret}${i}`) })));
  }
  const first = await seal(world.host, 'running');
  posted = { round: 'running', size: first.size, root: hex(first.root) };
  valueOf(await world.call('a3', 'survey.withdraw', { round: 'running', secret: `${secret}3` }));
  for (let i = 40; i < 52; i += 1) valueOf(await world.call(`a${i}`, 'survey.submit', submission(nanyuan)));
  await tick(world.host.database.as('clock'), new Date(noon.getTime() + 12 * day));
}, 120_000);
afterAll(() => world.close());

const audit = (kept = [posted]) => auditRound(world.host.database.owner, { round: 'running', kept });

const tampered = (statements: string) => differenceAfter(world.host.database.owner, statements, 'running', [posted]);

test('an honest round passes, seal by seal and number by number', async () => {
  const { difference, passed } = await audit();
  expect(difference).toBeNull();
  expect(passed.join('\n')).toMatch(/答卷 52 份，撤回 1 份/);
  expect(passed.join('\n')).toMatch(/发布 running-final-\S+：\d+ 格数字重算，全部相同/);
});

const one = `(select leaf from lz.response where round_id = 'running' and answers is not null order by leaf limit 1)`;
test.each([
  ['an answer changed', `update lz.response set answers = jsonb_set(answers, '{A6}', '"very-satisfied"') where leaf = ${one}`, /内容被改过/],
  ['the seconds of an answer changed', `update lz.response set seconds = 5 where leaf = ${one}`, /内容被改过/],
  ['an answer moved to another community', `update lz.response set community_code = '620602001003' where leaf = (select leaf from lz.response where round_id = 'running' and community_code <> '620602001003' and answers is not null order by leaf limit 1)`, /内容被改过/],
  ['an answer made ineligible', `update lz.response set eligible = false where leaf = ${one}`, /资格/],
  ['an answer dropped from its table', `delete from lz.response where leaf = ${one}`, /被去掉了/],
  ['an answer dropped from table and list, the list closed up', `delete from lz.leaf where leaf = ${one}; delete from lz.response where leaf not in (select leaf from lz.leaf);
    update lz.leaf l set position = 1000 + n.place from (select leaf, row_number() over (order by position) as place from lz.leaf where round_id = 'running') n where n.leaf = l.leaf;
    update lz.leaf set position = position - 1001 where round_id = 'running'`, /封存|顺序/],
  ['an answer emptied as if withdrawn', `update lz.response set answers = null, salt = null where leaf = ${one}`, /也没有撤回的记录/],
  ['a false withdrawal', `insert into lz.withdrawal select withdraw_hash, round_id, decode(repeat('ab', 32), 'hex'), leaf, 'guessed' from lz.response where leaf = ${one};
    update lz.response set answers = null, salt = null where leaf = ${one}`, /撤回/],
  ['an answer invented beside the list', `insert into lz.response select decode(repeat('cd', 32), 'hex'), round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds, salt, decode(repeat('ce', 32), 'hex'), reversed
    from lz.response where leaf = ${one}`, /不在名单里/],
  ['a participation dropped', `delete from lz.participant where tag = (select tag from lz.participant order by tag limit 1); delete from lz.participation where tag = (select tag from lz.participation order by tag limit 1)`, /参与表/],
  ['an earlier seal rewritten', `update lz.seal set root = decode(repeat('00', 32), 'hex') where number = 1`, /封存/],
  ['a seal dropped', `delete from lz.seal where round_id = 'running' and number = 1`, /编号/],
  ['a count changed', `update lz.tally set answered = answered + 5 where round_id = 'running'`, /记了/],
  ['a released number changed', `update lz.release_cell set cell = jsonb_set(cell, '{rate}', '0.99') where place_kind = 'district'`, /与重算的不同/],
  ['a released figure dropped', `delete from lz.release_cell where place_kind = 'circle' and place_id = 'dongdajie'`, /重算有/],
  ['the definition changed', `update lz.round set definition = jsonb_set(definition, '{title}', '"another"')`, /定义被改过/],
  ['the closing time changed', `update lz.round set closes_at = closes_at + interval '1 day'`, /closesAt/],
  ['the method changed', `update lz.rule_version set body = jsonb_set(body, '{target}', '0.5') where kind = 'method'`, /规则「method」被改过/],
])('%s is found', async (_what, statements, difference) => {
  expect(await tampered(statements)).toMatch(difference);
});

/** Takes an answer away as if it had never been: from its table, the list, who took part and the counts, with all seals made anew. */
const rewriteWithout = async (tx: Handle, leaf: string) => {
  const { rows: [gone] } = await sql<{ position: number; community: string }>`
    select l.position, r.community_code as community from lz.leaf l join lz.response r on r.leaf = l.leaf where encode(l.leaf, 'hex') = ${leaf}`.execute(tx);
  await run(tx, `delete from lz.response where encode(leaf, 'hex') = '${leaf}'; delete from lz.leaf where encode(leaf, 'hex') = '${leaf}';
    update lz.leaf set position = position + 1000 where round_id = 'running' and position > ${gone!.position}; update lz.leaf set position = position - 1001 where position > 1000;
    delete from lz.participant where tag = (select tag from lz.participant order by tag limit 1); delete from lz.release_cell; delete from lz.release;
    update lz.tally set answered = answered - 1 where community_code = '${gone!.community}' and day = (select min(day) from lz.tally where community_code = '${gone!.community}')`);
  const list = await leavesFrom(tx, 'running', 0, 1000);
  for (const { number, size } of await sealsOf(tx, 'running', 1000)) {
    const left = size > gone!.position ? size - 1 : size;
    const frontier = append(sha256, emptyFrontier, list.slice(0, left));
    await tx.updateTable('lz.seal').set({ size: left, root: rootOf(sha256, frontier), frontier: [...frontier.roots] }).where('round_id', '=', 'running').where('number', '=', number).execute();
  }
};

test('everything rewritten together without one answer passes alone, and is found by the seal that was posted elsewhere', async () => {
  const { rows: [first] } = await sql<{ leaf: string }>`select encode(l.leaf, 'hex') as leaf from lz.leaf l join lz.response r on r.leaf = l.leaf where r.answers is not null and l.position < ${posted.size} order by l.position limit 1`.execute(world.host.database.owner);
  const [alone, withPosted] = await afterwards(world.host.database.owner, (tx) => rewriteWithout(tx, first!.leaf), async (tx) => [await auditIn(tx, 'running'), await auditIn(tx, 'running', [posted])] as const);
  expect(alone.difference).toBeNull();
  expect(withPosted.difference).toMatch(/另存的/);
});

test('a seal of another round, and a round that does not exist, are said so', async () => {
  await expect(audit([{ ...posted, round: 'closed' }])).rejects.toThrow('不是「running」');
  await expect(auditRound(world.host.database.owner, { round: 'no-such', kept: [] })).rejects.toThrow('没有编号');
});
