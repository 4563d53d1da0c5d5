import { sql } from 'kysely';
import { showWaitingRemarks } from '../cloudfunctions/clock/remarks';
import { tick } from '../cloudfunctions/clock/tick';
import { remarkKeysFrom, remarkOpener, remarkReader } from '../cloudfunctions/runtime/remarkBox';
import { secretsFrom } from '../cloudfunctions/runtime/secrets';
import { migrate, readMigrations } from '../database/migrate';
import { ruleHash, seedPlaces, seedRules } from '../database/seed';
import { divisions, method, plan, questionnaireA } from '../rules';
import { openTestDatabase, type TestDatabase } from '../test/support/testDatabase';
import { contractVersion } from '../types/contract/version';
import { openHost } from './host';
import { migrationsFolder, prepareDatabase } from './prepare';
import { roundKeysInMemory } from './roundKeys';

let opened: TestDatabase;
beforeAll(async () => { opened = await openTestDatabase(); }, 60_000);
afterAll(() => opened.close());

test('an empty database gets migrations, rules and places; a second time there is nothing to do', async () => {
  const first = await prepareDatabase(opened.database);
  expect(first.migrations).toContain('0001_first');
  expect(first.rules.map(({ title }) => title)).toEqual(expect.arrayContaining(['一刻钟便民生活圈满意度调查', '满意率的算法与发布门槛']));
  expect(await prepareDatabase(opened.database)).toEqual({ migrations: [], rules: [] });
});

describe('a database from before answers were sealed', () => {
  const now = new Date('2026-11-18T04:00:00Z');
  const secret = 'a secret of a test, long enough for it';
  const community = '620602001001';
  const answers = JSON.stringify({ A1: community, A2: '70-79', A3: 'over-3-years', A6: 'satisfied' });
  let old: TestDatabase;
  beforeAll(async () => {
    old = await openTestDatabase();
    const { owner } = old.database;
    await migrate(old.database, readMigrations(migrationsFolder).filter(({ name }) => name < '0003'));
    await seedRules(old.database, [questionnaireA, method]);
    await seedPlaces(old.database, divisions, plan);
    await sql`insert into lz.round (id, title, questionnaire_hash, method_hash, source, opens_at, closes_at, grace_hours, releases)
      values ('old', 'an old round', ${ruleHash(questionnaireA)}, ${ruleHash(method)}, 'open', '2026-11-10T00:00:00Z', '2026-11-20T00:00:00Z', 24, '[{"kind":"final","at":"2026-11-21T01:00:00Z"}]')`.execute(owner);
    await sql`insert into lz.round_community values ('old', ${community}, 50)`.execute(owner);
    for (const [table, from, to] of [['response', 1, 30], ['response_inbox', 31, 35]] as const) {
      await sql`insert into ${sql.raw(`lz.${table}`)} (receipt, round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds)
        select decode(md5(i::text) || md5((-i)::text), 'hex'), 'old', ${community}, '70-79', true, 'open', 'self', false, ${ruleHash(questionnaireA)}, ${answers}::jsonb, 60
        from generate_series(${sql.lit(from)}, ${sql.lit(to)}) i`.execute(owner);
    }
    await sql`insert into lz.participation values ('old', ${secretsFrom(secret).oldRound('old').tag('h5:neighbour')}, 'x')`.execute(owner);
    await sql`insert into lz.release values ('old-interim', 'old', 'interim', '2026-11-15T00:00:00Z', '2026-11-15T00:00:00Z', ${ruleHash(method)})`.execute(owner);
    await sql`insert into lz.release_cell values ('old-interim', 'circle', 'dongdajie', '{"n":30}', '[]')`.execute(owner);
  }, 60_000);
  afterAll(() => old.close());

  test('is brought up to date: nothing is lost, nobody answers twice, and the round goes on to its release', async () => {
    const host = await openHost({ database: old.database, secret, roundKeys: roundKeysInMemory(), settings: { hotline: '12345', publicUrl: 'http://test', demo: false, oversight: null }, now: () => now });
    const one = async (query: string) => (await sql.raw<{ n: number }>(query).execute(old.database.owner)).rows[0]!.n;
    expect(await one('select count(*)::int as n from lz.response')).toBe(35);
    expect(await one(`select count(*)::int as n from lz.leaf where round_id = 'old'`)).toBe(35);
    expect(await one(`select count(*)::int as n from lz.release_cell where source = 'open'`)).toBe(1);

    const submit = (identity: string, id: string) => host.handlers.survey({
      action: 'submit', v: contractVersion,
      data: {
        submissionId: `11111111-1111-4111-8111-${id.padStart(12, '0')}`, round: 'old', ticket: null, questionnaireHash: ruleHash(questionnaireA), community, seconds: 60,
        answers: { A1: community, A2: '35-49', A3: 'over-3-years', A4: 'self', A5: ['none'], ...Object.fromEntries(['A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A15'].map((question) => [question, 'satisfied'])), A16: 'within-5', A17: ['price'] },
      },
    }, identity);
    expect(await submit('h5:neighbour', '1')).toMatchObject({ ok: false, error: { code: 'already_answered' } });
    expect(await submit('h5:newcomer', '2')).toMatchObject({ ok: true });

    const { released } = await tick(old.database.as('clock'), new Date('2026-11-22T00:00:00Z'));
    expect(released).toEqual(['old final']);
    expect(await one(`select (cell->>'n')::int as n from lz.release_cell c join lz.release e on e.id = c.release_id where e.kind = 'final' and c.place_kind = 'circle' and c.place_id = 'dongdajie' and c.source = 'open'`)).toBe(36);
  });
});

describe('a database from before texts were sealed', () => {
  const key = Buffer.alloc(32, 5);
  let old: TestDatabase;
  beforeAll(async () => { old = await openTestDatabase(); }, 60_000);
  afterAll(() => old.close());

  test('is brought up to date: texts that were settled and one that waits in the inbox are sealed by the first clock, and shown', async () => {
    const { database } = old;
    const { owner } = database;
    await migrate(database, readMigrations(migrationsFolder).filter(({ name }) => name < '0005'));
    await seedRules(database, [questionnaireA, method]);
    await seedPlaces(database, divisions, plan);
    await sql`insert into lz.round (id, title, questionnaire_hash, method_hash, source, opens_at, closes_at, grace_hours, releases)
      values ('old', 'an old round', ${ruleHash(questionnaireA)}, ${ruleHash(method)}, 'open', '2026-11-10T00:00:00Z', '2026-11-20T00:00:00Z', 24, '[]')`.execute(owner);
    await sql`insert into lz.remark (round_id, text) select 'old', '从前写的 ' || i from generate_series(1, 11) i`.execute(owner);
    await sql`insert into lz.response_inbox (leaf, salt, withdraw_hash, round_id, community_code, age_band, eligible, source, mode, proxy, questionnaire_hash, answers, seconds, reversed, remark)
      values (sha256('leaf'), 'salt', sha256('secret'), 'old', '620602001001', '70-79', true, 'open', 'self', false, ${ruleHash(questionnaireA)}, '{}', 60, false, '从前写的 12')`.execute(owner);

    await prepareDatabase(database);
    const later = new Date('2026-11-22T00:00:00Z');
    const clock = database.as('clock');
    await showWaitingRemarks(clock, new Date('2026-11-18T04:00:00Z'), remarkOpener(key));
    const plain = async () => (await sql<{ n: number }>`select count(*)::int as n from lz.remark where text like '从前%'`.execute(owner)).rows[0]!.n;
    expect(await plain()).toBe(0);
    await tick(clock, later);
    expect((await showWaitingRemarks(clock, later, remarkOpener(key))).shown).toEqual(['old']);
    expect(await plain()).toBe(0);
    const reader = remarkReader(remarkKeysFrom(key).deskKey);
    const shown = await owner.selectFrom('lz.remark_shown').selectAll().execute();
    expect(shown.map(({ text, place }) => reader.read({ round: 'old', batch: 1, place }, text)).sort()).toEqual(Array.from({ length: 12 }, (_, i) => `从前写的 ${i + 1}`).sort());
    expect(new Set(shown.map(({ state }) => state))).toEqual(new Set(['held']));
  });
});
