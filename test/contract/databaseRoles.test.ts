/** The database is the second lock: each function's role tried directly, past all the code above it. */
import { sql } from 'kysely';
import type { DatabaseUser } from '../../database/handle';
import { nanyuan, openWorld, seal, submission, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (let i = 0; i < 3; i += 1) valueOf(await world.call(`p${i}`, 'survey.submit', submission(nanyuan)));
  await seal(world.host, 'running');
  valueOf(await world.call('p9', 'survey.submit', submission(nanyuan)));
});
const strangers = ['anon', 'authenticated', 'lz_stranger'];
afterAll(async () => {
  // roles belong to the whole server: leave none of these behind
  for (const role of strangers) await sql.raw(`drop role if exists ${role}`).execute(world.host.database.owner).catch(() => undefined);
  await world.close();
});

const as = (user: DatabaseUser, statement: string) => world.host.database.as(user).write(async (db) => { await sql.raw(statement).execute(db); });
const asOwner = (statement: string) => world.host.database.owner.transaction().execute(async (tx) => { await sql.raw(statement).execute(tx); });
const denied = /permission denied|not allowed/;

test.each<[DatabaseUser, string]>([
  ...(['survey', 'outlet', 'desk', 'export', 'voice'] as const).flatMap((user): [DatabaseUser, string][] => ['response', 'response_inbox', 'participation', 'remark'].map((table) => [user, `select * from lz.${table}`])),
  ...(['survey', 'outlet'] as const).flatMap((user): [DatabaseUser, string][] => ['remark_batch', 'remark_shown'].map((table) => [user, `select * from lz.${table}`])),
  ['clock', 'select * from lz.remark_shown'],
  ['clock', 'delete from lz.remark'],
  ['clock', 'select phone from lz.outlet'],
  ['clock', 'select before from lz.outlet_entry'],
  ['desk', `insert into lz.outlet_entry (outlet_id, at, by, act, fields, before, after) select id, now(), 'staff', 'witness_revoked', '{}', '{}', '{}' from lz.outlet`],
  ['desk', `update lz.witness set until = now() + interval '9 years'`],
  ['desk', `update lz.text_decision set part = 'reply'`],
  ['desk', 'delete from lz.text_decision'],
  ...(['survey', 'outlet', 'voice', 'clock', 'export'] as const).map((user): [DatabaseUser, string] => [user, 'select * from lz.text_decision']),
  ...(['survey', 'voice', 'clock', 'export'] as const).map((user): [DatabaseUser, string] => [user, 'select * from lz.market']),
  ...(['outlet', 'desk'] as const).flatMap((user): [DatabaseUser, string][] => [[user, `update lz.market set name = 'x'`], [user, 'delete from lz.market'], [user, `insert into lz.market (id, position, name, kind, clause, place_status, hours_status) values ('x-x', 9, 'x', 'fair', '', '', '')`]]),
  ['clock', `insert into lz.remark values ('running', 'r1.x')`],
  ['clock', `insert into lz.remark_batch values ('running', 9, now()::date)`],
  ['clock', `insert into lz.remark_shown values ('running', 1, 99, 's1.x', 'passed', null)`],
  ['survey', `insert into lz.remark values ('running', 'r1.x')`],
  ['survey', `select * from lz.remarks_waiting('running')`],
  ['desk', `select lz.show_remarks('running', 9, now()::date, 'passed', '{}', '{}')`],
  ['desk', `insert into lz.remark_shown values ('running', 1, 99, 's1.x', 'passed', null)`],
  ['desk', `update lz.remark_shown set text = 's1.x'`],
  ['desk', 'delete from lz.remark_shown'],
  ['desk', `update lz.remark_batch set day = now()::date`],
  ['clock', 'select * from lz.participation'],
  ['clock', 'select * from lz.response_inbox'],
  ['survey', `insert into lz.response_inbox (leaf) values ('x')`],
  ['survey', `insert into lz.participation values ('running', 'x', 'y')`],
  ['survey', 'update lz.tally set answered = 0'],
  ['survey', 'delete from lz.tally'],
  ['survey', `insert into lz.tally_inbox values ('running', '1', now())`],
  ['desk', `insert into lz.tally values ('running', '620602001001', now(), 1000)`],
  ['survey', 'select lz.add_up()'],
  ['survey', 'select * from lz.outlet'],
  ['survey', 'select draft from lz.registration'],
  ['survey', 'select * from lz.invite'],
  ['survey', `select lz.settle('running')`],
  ['survey', `select lz.close_participation('running')`],
  ['survey', `insert into lz.leaf values ('running', 99, 'x')`],
  ['survey', `insert into lz.seal values ('running', 99, now(), 1, 'x', '{}')`],
  ['survey', 'select * from lz.withdrawal'],
  ['desk', 'select * from lz.withdrawal'],
  ['desk', `select * from lz.answer_of('running', 'x')`],
  ['desk', 'select * from lz.participant'],
  ['clock', `insert into lz.leaf values ('running', 99, 'x')`],
  ...(['survey', 'outlet', 'desk', 'clock'] as const).map((user): [DatabaseUser, string] => [user, 'select * from lz.pressure_tag']),
  ...(['survey', 'outlet', 'desk', 'clock'] as const).map((user): [DatabaseUser, string] => [user, 'select body from lz.callback']),
  ['desk', 'select shown from lz.callback'],
  ['survey', 'update lz.callback set shown = null'],
  ['survey', 'select * from lz.pressure'],
  ['survey', `insert into lz.pressure values ('running', '620602001001', now(), 1)`],
  ['survey', `insert into lz.pressure_tag values ('running', 'x')`],
  ['outlet', 'select * from lz.pressure'],
  ['clock', 'select * from lz.pressure'],
  ['desk', 'update lz.pressure set reports = 1'],
  ['desk', `select lz.report_pressure('running', 'x', '620602001001', now()::date)`],
  ['clock', 'select * from lz.participant'],
  ['outlet', 'update lz.outlet set name = name'],
  ['survey', `select lz.search_keys('x')`],
  ['clock', `select lz.search_keys('x')`],
  ['outlet', 'select * from lz.invite'],
  ['outlet', 'select * from lz.audit'],
  ['survey', 'select * from lz.file'],
  ['desk', 'select * from lz.file_part'],
  ['clock', 'select data from lz.file_part'],
  ['outlet', `insert into lz.file (id) values (gen_random_uuid())`],
  ['outlet', `update lz.file set state = 'passed'`],
  ['outlet', 'update lz.file set owner = owner'],
  ['desk', 'update lz.file set place = null'],
  ['desk', `select lz.add_file(gen_random_uuid(), 'x', 'front', 'image/jpeg', 1, 'x', 1, 1, now(), 1)`],
  ['desk', `select lz.image_passed('x', now())`],
  ['clock', `update lz.file set state = 'passed'`],
  ...(['outlet', 'desk', 'clock'] as const).map((user): [DatabaseUser, string] => [user, 'delete from lz.file']),
  ...(['visit', 'edit', 'undone'] as const).map((table): [DatabaseUser, string] => ['desk', `update lz.${table} set at = now()`]),
  ...(['visit', 'edit', 'undone', 'witness', 'digest'] as const).flatMap((table): [DatabaseUser, string][] => [['survey', `select * from lz.${table}`], ['desk', `delete from lz.${table}`]]),
  ...(['visit', 'edit', 'undone', 'digest'] as const).map((table): [DatabaseUser, string] => ['outlet', `select * from lz.${table}`]),
  ['outlet', 'select witness, reason, photo from lz.witness'],
  ['outlet', `update lz.witness set state = 'standing'`],
  ['desk', 'update lz.witness set until = now()'],
  ['clock', 'update lz.witness set until = now()'],
  ['clock', 'select photo from lz.witness'],
  ['clock', 'select draft from lz.registration'],
  ['clock', 'select papers from lz.claim'],
  ['clock', 'select note from lz.correction'],
  ['desk', 'select * from lz.digest'],
  ['desk', `insert into lz.release values ('x', 'running', 'final', now(), now(), 'h')`],
  ['desk', 'update lz.tally set answered = 1000'],
  ['desk', 'update lz.officer set role = role'],
  ['desk', 'update lz.release_cell set cell = cell'],
  ['desk', 'update lz.audit set actor = actor'],
  ['desk', 'delete from lz.audit'],
  ['desk', 'delete from lz.outlet'],
  ['desk', 'select writer from lz.review'],
  ['desk', 'select * from lz.review'],
  ['desk', `update lz.review set text = 'x'`],
  ['desk', 'delete from lz.review'],
  ['voice', 'delete from lz.review'],
  ['voice', 'update lz.outlet set listed = false'],
  ['voice', 'select * from lz.message'],
  ['voice', 'select sealed from lz.push_consent'],
  ['clock', 'select text from lz.review'],
  ['clock', 'select body from lz.message'],
  ...(['survey', 'outlet', 'desk', 'export'] as const).flatMap((user): [DatabaseUser, string][] => [[user, 'select * from lz.push_consent'], [user, 'select sealed from lz.push'], [user, 'select * from lz.follow']]),
  ...(['survey', 'outlet', 'export'] as const).map((user): [DatabaseUser, string] => [user, 'select id from lz.review']),
  ['desk', 'delete from lz.outlet_merge'],
  ['desk', 'update lz.outlet_merge set kept = gone'],
  ['desk', 'delete from lz.outlet_apart'],
  ['outlet', 'select * from lz.outlet_merge'],
  ['outlet', 'select * from lz.outlet_apart'],
  ['clock', 'update lz.round set closes_at = now()'],
  ['clock', 'delete from lz.response'],
  ...(['survey', 'outlet', 'desk', 'clock'] as const).flatMap((user): [DatabaseUser, string][] => [
    `select lz.begin_purge('running', now(), '{}', 'x')`, `select lz.purge_answers('running', '{}', '{}')`, `insert into lz.purge values ('running', now(), '{}', 'x')`, 'update lz.response set answers = null',
  ].map((statement) => [user, statement])),
  ['outlet', 'select * from lz.purge'],
  ['desk', `insert into lz.age_count values ('running', '620602001001', 5, 5, now())`],
  ['desk', 'update lz.age_count set younger = 99'],
  ['desk', 'select * from lz.age_counted'],
  ['clock', 'delete from lz.age_count'],
  ['survey', 'select * from lz.age_count'],
  ['outlet', 'select * from lz.age_count'],
  ...(['survey', 'outlet', 'desk', 'clock'] as const).flatMap((user): [DatabaseUser, string][] => [[user, 'select * from lz.import'], [user, 'select * from lz.import_row']]),
  ...(['survey', 'outlet', 'clock'] as const).map((user): [DatabaseUser, string] => [user, 'select * from lz.inventory_check']),
  ['export', 'delete from lz.outlet'],
  ['export', 'delete from lz.import'],
  ['export', `update lz.import set file = 'x'`],
  ['export', `update lz.import_row set name = 'x'`],
  ['export', 'select * from lz.registration'],
  ['export', 'select * from lz.invite'],
  ['export', 'select * from lz.audit'],
  ['export', `insert into lz.inventory_check (community_code, format, state, by, by_role, at) values ('620602001001', 'x', 'checked', 'x', 'street', now())`],
  ['desk', `update lz.inventory_check set state = 'checked'`],
  ['desk', 'delete from lz.inventory_check'],
  ...['circle_state', 'entered', 'task_note'].flatMap((table): [DatabaseUser, string][] => [
    ...(['survey', 'outlet', 'voice', 'clock'] as const).map((user): [DatabaseUser, string] => [user, `select * from lz.${table}`]),
    ...(['desk', 'export'] as const).flatMap((user): [DatabaseUser, string][] => [[user, `delete from lz.${table}`], [user, `update lz.${table} set at = now()`]]),
  ]),
  ['export', 'select * from lz.circle_state'],
  ['export', 'select * from lz.task_note'],
  ...(['survey', 'outlet', 'voice', 'clock'] as const).flatMap((user): [DatabaseUser, string][] => [[user, 'select * from lz.snapshot'], [user, 'select * from lz.report']]),
  ...(['survey', 'outlet', 'voice', 'clock', 'export'] as const).flatMap((user): [DatabaseUser, string][] => [[user, 'select * from lz.rule_draft'], [user, `select lz.adopt_rule(gen_random_uuid(), now(), 'x')`]]),
  ['desk', `update lz.rule_draft set body = '{}'`],
  ['desk', 'delete from lz.rule_draft'],
  ['desk', `insert into lz.rule_version (kind, version, hash, title, source, status, body) values ('method', 'x', 'x', 'x', 'x', 'x', '{}')`],
  ['desk', 'select content from lz.report'],
  ['desk', `update lz.snapshot set name = 'x'`],
  ['desk', 'delete from lz.snapshot'],
  ['export', 'delete from lz.report'],
  ['export', 'delete from lz.export_job'],
  ['export', `update lz.export_job set kind = 'report'`],
  ['export', `update lz.export_part set path = 'x'`],
  ['export', 'select owner from lz.file'],
  ['export', `update lz.file set state = 'passed'`],
  ['export', 'insert into lz.release select * from lz.release'],
  ...(['survey', 'outlet', 'desk', 'voice', 'clock'] as const).flatMap((user): [DatabaseUser, string][] => [[user, 'select * from lz.export_job'], [user, 'select * from lz.export_part']]),
  ['export', `update lz.report set name = 'x'`],
  ['export', 'insert into lz.snapshot select * from lz.snapshot'],
  ['desk', 'update lz.circle set due = now()'],
  ['desk', 'create table lz.mine (a int)'],
  ['desk', 'drop table lz.audit'],
  ['desk', `select * from lz.find_receipt('x', 'y')`],
])('%s may not: %s', async (user, statement) => {
  await expect(as(user, statement)).rejects.toThrow(/permission denied|must be owner/);
});

test.each([
  'update lz.response set answers = \'{}\'', 'delete from lz.response', 'truncate lz.response cascade',
  'update lz.response_inbox set answers = \'{}\'', 'truncate lz.response_inbox',
  'update lz.leaf set leaf = leaf', 'delete from lz.leaf', 'update lz.seal set root = root', 'delete from lz.seal', 'truncate lz.seal',
  'update lz.round set closes_at = closes_at', 'delete from lz.round_community', 'update lz.response set answers = null, salt = null',
  'update lz.participation set submission = \'x\'', 'delete from lz.participation',
  'update lz.rule_version set body = \'{}\'', 'delete from lz.audit where id = 1 or true', 'update lz.audit set actor = \'x\'',
])('not even the owner may, by a plain statement: %s', async (statement) => {
  await asOwner(`insert into lz.audit (at, actor, action, subject, detail) values (now(), 'test', 'test', 'test', '{}')`);
  await expect(asOwner(statement)).rejects.toThrow(denied);
});

describe('a batch of texts', () => {
  const boxes = (count: number) => `array(select 'r1.' || n from generate_series(1, ${count}) as n)`;
  const show = (count: number, state = 'held') => as('clock', `select lz.show_remarks('running', 1, now()::date, '${state}', ${boxes(count)}, array(select 's1.' || n from generate_series(1, ${count}) as n))`);
  const shown = async () => (await sql<{ n: number }>`select count(*)::int as n from lz.remark_shown`.execute(world.host.database.owner)).rows[0]!.n;
  beforeAll(() => asOwner(`insert into lz.remark (round_id, text) select 'running', 'r1.' || n from generate_series(1, 12) as n`));

  test.each([['fewer than ten', 9, 'held'], ['one that does not wait', 13, 'held'], ['already refused', 12, 'refused']])('of %s the database itself refuses', async (_what, count, state) => {
    await expect(show(count, state)).rejects.toThrow(/at least ten|do not wait/);
    expect(await shown()).toBe(0);
  });

  test('is shown once, and changes only by a decision', async () => {
    await show(12);
    await expect(show(12)).rejects.toThrow('do not wait');
    expect(await shown()).toBe(12);
    await as('desk', `update lz.remark_shown set state = 'passed' where place = 1`);
    await as('desk', `update lz.remark_shown set state = 'refused', reason = 'advert' where place in (1, 2)`);
    for (const change of [`state = 'passed', reason = null where place = 2`, `state = 'held', reason = null where place = 1`]) await expect(as('desk', `update lz.remark_shown set ${change}`)).rejects.toThrow(denied);
    await expect(asOwner(`update lz.remark_shown set text = 's1.x' where place = 3`)).rejects.toThrow(denied);
  });

  test('a text that was not sealed does not get in', async () => {
    await expect(asOwner(`insert into lz.response_inbox select sha256('x'), 'x', sha256('y'), 'running', '${nanyuan}', 'x', true, 'open', 'self', false, 'x', '{}', 60, false, 'in the clear'`)).rejects.toThrow('remark_sealed');
  });
});

test('what CloudBase calls anon and authenticated, and anyone else, reach nothing', async () => {
  const { owner } = world.host.database;
  for (const role of strangers) {
    await sql.raw(`do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`).execute(owner);
  }
  const { rows } = await sql<{ role: string; name: string }>`
    select r.rolname as role, format('%I.%I', n.nspname, c.relname) as name
    from pg_roles r cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
    where r.rolname in ('anon', 'authenticated', 'lz_stranger') and n.nspname = 'lz' and c.relkind in ('r', 'v', 'S')
      and (has_schema_privilege(r.rolname, 'lz', 'usage') or has_table_privilege(r.rolname, c.oid, 'select, insert, update, delete'))`.execute(owner);
  expect(rows).toEqual([]);
  const { rows: functions } = await sql<{ name: string }>`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'lz' and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('lz_stranger', p.oid, 'execute'))`.execute(owner);
  expect(functions).toEqual([]);
});

test('only `lz` holds tables of ours: nothing lies in a schema that is open to others', async () => {
  const { rows } = await sql`select 1 from pg_tables where schemaname = 'public'`.execute(world.host.database.owner);
  expect(rows).toEqual([]);
});
