/** A table's template as an .xlsx: refused with a sentence, compared, adopted, and laid out by; what was made before stays as it is. */
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import readXlsxFile from 'read-excel-file/node';
import { tables } from '../../rules';
import type { TableRules } from '../../types/rules';
import { officialForm, type FormChange } from '../support/officialForm';
import { codeOf, dongdajieStreet, newId, openWorld, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

const load = (content: Buffer, change: object = {}, as = 'district') =>
  world.call(as, 'export.loadForm', { table: 'summary', file: '汇总表.xlsx', source: '市商务局11月发的', official: true, content: content.toString('base64'), ...change });
const stage = (content: string, id = newId()) => world.call('district', 'desk.stageRule', { id, content });
const kept = async () => (await world.host.database.owner.selectFrom('lz.table_form').select('hash').execute()).length;
const bodyOf = (rule: string | null) => JSON.parse(Buffer.from(rule!, 'base64').toString()) as TableRules;
const adopt = async (rule: string | null) => {
  const id = newId();
  expect(valueOf(await stage(rule!, id)).problems).toEqual([]);
  const compared = valueOf(await world.call('district', 'desk.compareRule', { id }));
  valueOf(await world.call('district', 'desk.adoptRule', { id, against: compared.against.hash }));
  return compared;
};
const snapshot = async (name: string) => { const id = newId(); valueOf(await world.call('district', 'desk.snapshot', { id, name })); return id; };
const made = async (id: string, table = 'summary') => valueOf(await world.call('district', 'export.table', { snapshot: id, table })).file;
const form = async (table: string, plain = false) => { const { file } = valueOf(await world.call('district', 'export.form', { table, plain })); return { name: file.name, content: Buffer.from(file.content, 'base64') }; };

describe('what can’t be filled is refused in a sentence, and nothing of it is kept', () => {
  const changed = (change: FormChange) => officialForm(change);
  const without = Object.fromEntries(['A5', 'B5', 'C5', 'D5', 'E5', 'F5', 'G5'].map((at) => [at, '']));
  test.each<[string, () => Buffer, object, RegExp]>([
    ['no .xlsx', () => Buffer.from('街道,网点数'), {}, /^这不是 \.xlsx 文件/],
    ['an old .xls, or one with a password', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), {}, /^这是旧的 \.xls 文件，或者设了密码/],
    ['macros', () => changed({ files: { 'xl/vbaProject.bin': 'x' } }), {}, /^这个文件里有宏/],
    ['one that is broken', () => officialForm().subarray(0, 700), {}, /打不开/],
    ['one that is too large', () => Buffer.concat([officialForm(), Buffer.alloc(67_500)]), {}, /^这个文件有 \d+ KB，表样最多 70 KB/],
    ['a placeholder that is no figure', () => changed({ cells: { C5: '{{luck}}' } }), {}, /^C5 的占位符 \{\{luck\}\} 没有这个数/],
    ['one of another kind of place', () => changed({ cells: { C5: '{{score}}' } }), {}, /^C5 的占位符 \{\{score\}\} 不是按街道算的/],
    ['braces without a partner', () => changed({ cells: { C5: '{{outlets' } }), {}, /^C5 的花括号没有成对/],
    ['no row with placeholders', () => changed({ cells: without }), {}, /^第一张工作表里没有占位符/],
    ['placeholders in two rows', () => changed({ cells: { C8: '{{outlets}}' } }), {}, /^A5 和 C8 都有占位符，却不在同一行/],
    ['a merged cell into another row', () => changed({ merges: ['I5:J6'] }), {}, /^I5:J6 是合并的单元格/],
    ['a formula', () => changed({ xml: (sheet) => sheet.replace('<c r="H5" s="5"/>', '<c r="H5" s="5"><f>1+1</f></c>') }), {}, /^H5 是公式/],
    ['a table of formats', () => officialForm(), { table: 'have-and-lack' }, /^这张表按业态排，一圈一列，由系统排版/],
  ])('%s', async (_what, content, change, said) => {
    expect(valueOf(await load(content(), change))).toEqual({ rule: null, problems: [expect.stringMatching(said)] });
    expect(await kept()).toBe(0);
  });

  test('a table that is not there, and another role, by their codes', async () => {
    expect(codeOf(await load(officialForm(), { table: 'no-such' }))).toBe('not_found');
    expect(codeOf(await world.call('district', 'export.form', { table: 'no-such', plain: false }))).toBe('not_found');
    expect(codeOf(await load(officialForm(), {}, 'street'))).toBe('role_required');
    expect(await kept()).toBe(0);
  });
});

test('a form is compared and adopted like any rule; then the table is laid out by it, and what was made before stays', async () => {
  const before = await snapshot('换表样之前');
  const first = await made(before);
  const content = officialForm();
  const { rule, problems } = valueOf(await load(content));
  expect(problems).toEqual([]);
  // the same file again is the same rule, kept once
  expect(valueOf(await load(content)).rule).toBe(rule);
  expect(await kept()).toBe(1);
  expect(bodyOf(rule)).toMatchObject({ kind: 'tables', tables: tables.tables.map((table) => (table.code === 'summary' ? { code: 'summary', form: { file: '汇总表.xlsx', status: '官方', source: '市商务局11月发的' } } : table)) });
  // kept, and nothing is in force by it
  expect(Buffer.from((await made(await snapshot('还没有生效'))).content, 'base64').includes('xl/sharedStrings.xml')).toBe(true);
  const compared = await adopt(rule);
  expect(compared.tables.find(({ code }) => code === 'summary')).toMatchObject({
    gone: expect.arrayContaining(['版面：系统排版', '基础型：{{circles.基础型}}']) as unknown,
    added: expect.arrayContaining([expect.stringMatching(/^版面：按 \.xlsx 表样「汇总表\.xlsx」（官方，市商务局11月发的，指纹 /), '网点数·合计：{{outlets}}']) as unknown,
  });
  expect(compared.tables.find(({ code }) => code === 'satisfaction')).toMatchObject({ gone: [], added: [] });
  expect(valueOf(await world.call('district', 'desk.rules', {})).tables.find(({ code }) => code === 'summary')!.form).toEqual({ file: '汇总表.xlsx', source: '市商务局11月发的', status: '官方' });

  expect(await made(before)).toEqual(first);
  const after = await snapshot('换表样之后');
  const file = await made(after);
  const bytes = Buffer.from(file.content, 'base64');
  const [sheet, origins] = await readXlsxFile(bytes);
  const rows = sheet!.data as unknown as (string | number | null)[][];
  expect(rows[0]![0]).toBe('城市一刻钟便民生活圈建设情况汇总表');
  expect(rows[1]![0]).toContain('（换表样之后）');
  const streets = rows.slice(4).findIndex(([name]) => name === '填报人：');
  expect(rows[4 + streets - 1]![0]).toBe('凉州城区');
  expect(streets).toBeGreaterThan(5);
  expect(typeof rows[4]![2]).toBe('number');
  expect(rows[4]![5]).toBe('—');
  expect(rows.slice(4 + streets + 2).map(([words]) => words)).toEqual([expect.stringMatching(/^快照「换表样之后」 · .*示例：/), expect.stringMatching(/^「—」是现在还不知道的，不是 0。/), '表样「汇总表.xlsx」：市商务局11月发的']);
  expect(origins!.sheet).toBe('数字出处');
  expect((origins!.data as unknown as string[][]).some(([, column, , code, , , link]) => column === '网点数·合计' && code === 'outlets' && link!.includes(`snapshot=${after}`))).toBe(true);
  const parts = unzipSync(bytes);
  expect(strFromU8(parts['xl/workbook.xml']!)).toContain(`<sheet name="汇总表"`);
  expect(await made(after)).toEqual(file);
  const { template_hash: template } = await world.host.database.owner.selectFrom('lz.report').select('template_hash').where('snapshot_id', '=', after).where('kind', '=', 'summary').executeTakeFirstOrThrow();
  expect(await world.host.database.owner.selectFrom('lz.rule_version').select('version').where('hash', '=', template!).executeTakeFirst()).toEqual({ version: bodyOf(rule).version });

  // a street's own part is laid out by it too: its own row, and no total
  const part = valueOf(await world.call('street', 'export.table', { snapshot: after, table: 'summary', street: dongdajieStreet })).file;
  const own = ((await readXlsxFile(Buffer.from(part.content, 'base64')))[0]!.data as unknown as (string | null)[][]).map(([words]) => words);
  expect(own.slice(4, 6)).toEqual(['东大街街道', '填报人：']);
  expect(own.at(-3)).toMatch(/^东大街街道的部分 · 快照「换表样之后」/);

  expect((await form('summary')).content.equals(content)).toBe(true);
  expect((await form('summary')).name).toBe('汇总表.xlsx');
  expect((await form('summary', true)).content.equals(content)).toBe(false);
  expect(valueOf(await load(content))).toEqual({ rule: null, problems: ['这个文件就是现在用的表样，没有变。'] });
});

test('every table’s template comes as an .xlsx, and is taken back as it is', async () => {
  for (const { code, rows } of tables.tables) {
    const { name, content } = await form(code, true);
    expect(name).toMatch(/-表样\.xlsx$/);
    const { rule, problems } = valueOf(await load(content, { table: code, file: name, source: '从系统下载的', official: false }));
    expect([code, problems.length, rule === null]).toEqual([code, rows === 'formats' ? 1 : 0, rows === 'formats']);
  }
});

test('one that somebody drew up is marked 示例 on the table', async () => {
  const { content, name } = await form('building', true);
  await adopt(valueOf(await load(content, { table: 'building', file: name, source: '项目拟的', official: false })).rule);
  const rows = (await readXlsxFile(Buffer.from((await made(await snapshot('自己拟的'), 'building')).content, 'base64')))[0]!.data as unknown as (string | null)[][];
  expect(rows.map(([words]) => words)).toEqual(expect.arrayContaining([expect.stringMatching(/^快照「自己拟的」.*示例：便民生活圈建设情况调查表-表样\.xlsx/)]));
});

test('a rule file names only forms that are there, with the columns that stand in them', async () => {
  const { rule } = valueOf(await load(officialForm({ cells: { A1: '另一份汇总表' } })));
  const body = bodyOf(rule);
  const change = (how: (table: TableRules['tables'][number]) => object) => Buffer.from(JSON.stringify({ ...body, version: '手改的', tables: body.tables.map((table) => (table.code === 'summary' ? { ...table, ...how(table) } : table)) })).toString('base64');
  expect(valueOf(await stage(change(({ form: was }) => ({ form: { ...was, hash: '0'.repeat(64) } })))).problems).toEqual(['《城市便民生活圈建设情况汇总表》用的 .xlsx 表样「汇总表.xlsx」不在系统里。请在规则页载入那个 .xlsx。']);
  expect(valueOf(await stage(change(({ columns }) => ({ columns: columns.slice(1) })))).problems).toEqual([expect.stringMatching(/的列由 \.xlsx 表样「汇总表\.xlsx」决定，和规则文件里写的不一样/)]);
  expect(valueOf(await stage(change(() => ({})))).problems).toEqual([]);
});

test('the database keeps forms as they are: the desk sees no more than what a rule is held against', async () => {
  const run = (user: 'desk' | 'export' | 'survey', statement: string) => world.host.database.as(user).write(async (db) => { await sql.raw(statement).execute(db); });
  await run('desk', 'select hash, columns from lz.table_form');
  for (const [user, statement] of [
    ['desk', 'select content from lz.table_form'], ['desk', `insert into lz.table_form values (encode(sha256('x'), 'hex'), 'x', '[]', now(), 'x')`], ['export', `update lz.table_form set columns = '[]'`], ['export', 'delete from lz.table_form'],
    ['survey', 'select hash from lz.table_form'], ['export', `insert into lz.rule_draft (id) values (gen_random_uuid())`],
  ] as const) await expect(run(user, statement)).rejects.toThrow(/permission denied/);
  await expect(run('export', `insert into lz.table_form values (encode(sha256('x'), 'hex'), 'y', '[]', now(), 'x')`)).rejects.toThrow(/check constraint/);
  await expect(world.host.database.owner.deleteFrom('lz.table_form').execute()).rejects.toThrow(/not allowed/);
});
