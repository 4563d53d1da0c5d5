import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase';
import { prepareDatabase } from '../prepare';
import { importCommunities } from './importCommunities';
import { communityReportLines } from './report';
import { tableOf } from './table';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
  await prepareDatabase(opened.database);
}, 60_000);
afterAll(() => opened.close());

const headings = ['社区代码', '经度', '纬度', '人口', '来源', '状态'];
const load = (...rows: string[][]) =>
  importCommunities(opened.database, { file: 'places.csv', table: tableOf([headings, ...rows].map((cells, i) => ({ line: i + 1, cells })), '社区代码') }, new Date('2027-02-01T00:00:00Z'));
const community = (code: string) => opened.database.owner.selectFrom('lz.community').select(['centre_lng', 'centre_status', 'population', 'population_status']).where('code', '=', code).executeTakeFirstOrThrow();
const audits = () => opened.database.owner.selectFrom('lz.audit').select('detail').where('action', '=', 'communities.imported').orderBy('id').execute();

const nanyuan = ['620602001001', '102.642', '37.9239', '7100', '街道提供', '待核'];

test('one bad row and nothing is written', async () => {
  const output = await load(nanyuan, ['620602009001', '', '', '1', 'x', '官方']);
  expect(communityReportLines(output)).toEqual(['第 3 行「社区代码」：没有代码为 620602009001 的社区', '共 2 行，有问题的 1 行，一行也没有导入。请改好后再导入一次。']);
  expect(await community(nanyuan[0]!)).toEqual({ centre_lng: null, centre_status: '待核', population: null, population_status: '待核' });
  expect(await audits()).toEqual([]);
});

test('values stand with their status, their source in the audit log; the same again changes nothing', async () => {
  expect(await load(nanyuan)).toMatchObject({ loaded: { changed: 1, unchanged: 0 } });
  expect(await load(nanyuan)).toMatchObject({ loaded: { changed: 0, unchanged: 1 } });
  expect(await community(nanyuan[0]!)).toEqual({ centre_lng: 102.642, centre_status: '待核', population: 7100, population_status: '待核' });
  expect((await audits())[0]).toEqual({ detail: { changed: 1, rows: [{ code: nanyuan[0], centre: { lng: 102.642, lat: 37.9239 }, population: 7100, source: '街道提供', status: '待核' }] } });
});

test('an official population later leaves the centre and its status alone', async () => {
  await load([nanyuan[0]!, '', '', '6980', '统计年鉴', '官方']);
  expect(await community(nanyuan[0]!)).toEqual({ centre_lng: 102.642, centre_status: '待核', population: 6980, population_status: '官方' });
});

test('communities of a circle that still have no centre are named; one in no circle is not missed', async () => {
  const output = await load(nanyuan);
  expect(output.loaded?.withoutCentre).toHaveLength(30);
  expect(communityReportLines(output).join('\n')).toContain('还有 30 个社区没有中心点');
  expect(output.loaded?.withoutCentre).not.toContain('九条岭矿区社区');
});

test('a start does not take loaded values back', async () => {
  await prepareDatabase(opened.database);
  expect(await community(nanyuan[0]!)).toMatchObject({ population: 7100, centre_lng: 102.642 });
});
