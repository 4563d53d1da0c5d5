import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase';
import { prepareDatabase } from '../prepare';
import { importCensus } from './importCensus';
import { censusReportLines } from './report';
import { tableOf } from './table';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
  await prepareDatabase(opened.database);
}, 60_000);
afterAll(() => opened.close());

const headings = ['社区代码', '社区', '18-59岁', '60岁及以上'];
const nanyuan = ['620602001001', '南苑社区', '4200', '1300'];
const dazhong = ['620602001002', '大众社区', '3000', '900'];
const load = (rows: string[][], change: Record<string, string> = {}) =>
  importCensus(opened.database, { file: 'census.csv', table: tableOf([headings, ...rows].map((cells, i) => ({ line: i + 1, cells })), '社区代码'), given: { source: '公报', version: '2025', status: '待核', verified: '否', ...change } }, new Date('2027-02-01T00:00:00Z'));
const stored = () => opened.database.owner.selectFrom('lz.rule_version').select(['version', 'hash', 'status', 'source']).where('kind', '=', 'census').orderBy('version').execute();
const audits = () => opened.database.owner.selectFrom('lz.audit').select(['subject', 'detail']).where('action', '=', 'census.imported').execute();

test('one bad row and nothing is stored', async () => {
  const output = await load([nanyuan, ['620602001002', '大众社区', '', '900']]);
  expect(censusReportLines(output)).toEqual(['第 3 行「18-59岁」：没有填。没有人请写 0', '共 2 行，有问题的 1 行，一行也没有导入。请改好后再导入一次。']);
  expect(await stored()).toEqual([]);
  expect(await audits()).toEqual([]);
});

test('it is stored as a rule version, once; the same again, in another order, changes nothing', async () => {
  const output = await load([nanyuan, dazhong]);
  expect(output).toMatchObject({ loaded: { added: true, communities: 2, adults: 9400 } });
  expect(output.loaded!.missing).toHaveLength(29);
  expect(censusReportLines(output).join('\n')).toContain('轮次文件里写 "census": "2025" 就按这张表加权。');
  expect(await load([dazhong, nanyuan])).toMatchObject({ loaded: { added: false, hash: output.loaded!.hash } });
  expect(await stored()).toEqual([{ version: '2025', hash: output.loaded!.hash, status: '待核', source: '公报' }]);
  expect(await audits()).toEqual([{ subject: 'census.csv', detail: expect.objectContaining({ version: '2025', hash: output.loaded!.hash, communities: 2 }) as unknown }]);
});

test('the same version with other numbers or another source is refused, and says where it differs', async () => {
  const before = await stored();
  const output = await load([nanyuan, ['620602001002', '大众社区', '3001', '900']], { source: '年鉴' });
  expect(output).toMatchObject({ loaded: null, problems: [{ heading: '版本', reason: '「2025」已经导入过，与这次不同：来源、社区 620602001002。导入过的不能改，请换一个版本' }] });
  expect(await load([nanyuan])).toMatchObject({ loaded: null, problems: [{ reason: expect.stringContaining('社区 620602001002') as string }] });
  expect(await stored()).toEqual(before);
});

test('the corrected table has a version of its own, and both stay', async () => {
  expect(await load([nanyuan, ['620602001002', '大众社区', '3001', '900']], { version: '2025-2' })).toMatchObject({ loaded: { added: true } });
  expect((await stored()).map(({ version }) => version)).toEqual(['2025', '2025-2']);
});

test('two at once under one version: one is stored, the other refused or found the same', async () => {
  const outcomes = await Promise.all([load([nanyuan], { version: 'race' }), load([dazhong], { version: 'race' }), load([nanyuan], { version: 'race' })]);
  expect(outcomes.filter(({ loaded }) => loaded?.added)).toHaveLength(1);
  expect((await stored()).filter(({ version }) => version === 'race')).toHaveLength(1);
});

test('numbers made up for a demonstration are said to be so', async () => {
  expect(censusReportLines(await load([nanyuan], { version: 'demo', status: '演示' })).join('\n')).toContain('不是真实人口');
});

test('a start with the rules of the program leaves the tables alone', async () => {
  const before = await stored();
  await prepareDatabase(opened.database);
  expect(await stored()).toEqual(before);
});
