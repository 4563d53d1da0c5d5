import { randomUUID } from 'node:crypto';
import type { Database } from '../../database/handle';
import { openTestDatabase, type TestDatabase } from '../../test/support/testDatabase';
import { contractVersion } from '../../types/contract/version';
import { roundKeysInMemory } from '../roundKeys';
import { openHost, type Host } from '../host';
import { importOutlets, type ImportOutput } from './importOutlets';
import { reportLines } from './report';
import { tableOf } from './table';

let opened: TestDatabase;
let database: Database;
let host: Host;
beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.database;
  host = await openHost({ database, secret: 'a secret of a test, long enough for it', roundKeys: roundKeysInMemory(), settings: { hotline: '12345', publicUrl: 'http://test', demo: false } });
}, 60_000);
afterAll(() => opened.close());
// an outlet is never deleted: only so is there a table without any
beforeEach(() => database.script('set session_replication_role = replica; delete from lz.outlet_entry; delete from lz.outlet; set session_replication_role = origin'));

const headings = ['编号', '网点名称', '业态', '搭载服务', '所属社区', '地址', '经度', '纬度', '营业时间', '收现金'];
const noodles = ['A1', '老街面馆', '早餐店', '早餐', '南苑社区', '东巷1号', '102.64', '37.93', '06:30-14:00', '是'];
const cobbler = ['A2', '街口修鞋摊', '维修点', '修鞋、配钥匙', '南苑社区', '东巷2号', '102.641', '37.931', '', ''];
const table = (...rows: string[][]) => tableOf([headings, ...rows].map((cells, i) => ({ line: i + 1, cells })), '网点名称');
const load = (...rows: string[][]) => importOutlets(database, { file: 'list.csv', table: table(...rows) }, new Date('2026-03-01T02:00:00Z'), () => {});
const counts = ({ loaded }: ImportOutput) => loaded && { added: loaded.added, updated: loaded.updated, unchanged: loaded.unchanged, kept: loaded.kept.length };
const outlets = () => database.owner.selectFrom('lz.outlet').selectAll().orderBy('origin_key').execute();
const audits = async () => (await database.owner.selectFrom('lz.audit').select('detail').where('action', '=', 'outlets.imported').orderBy('id').execute()).map(({ detail }) => detail);
const change = (row: string[], heading: string, cell: string) => row.map((old, i) => (headings[i] === heading ? cell : old));

describe('loading a census list', () => {
  test('rows become unverified census outlets, found like any other', async () => {
    expect(counts(await load(noodles, cobbler))).toEqual({ added: 2, updated: 0, unchanged: 0, kept: 0 });
    const [first] = await outlets();
    expect(first).toMatchObject({ name: '老街面馆', origin: 'census', origin_key: 'a1', verified_at: null, edited_at: null, listed: true, demo: false, cash: 'yes', services: ['breakfast-serving'] });
    const reply = await host.handlers.outlet({ action: 'nearby', v: contractVersion, data: { origin: { kind: 'point', point: { lng: 102.64, lat: 37.93 } }, text: 'xiuxie' } }, 'someone');
    expect(reply).toMatchObject({ ok: true, data: { items: [{ name: '街口修鞋摊', smallRepair: true, verifiedOn: null, open: { state: 'unknown' } }] } });
  });

  test('loading the same list again changes nothing', async () => {
    await load(noodles, change(cobbler, '编号', ''));
    const before = await outlets();
    expect(counts(await load(noodles, change(cobbler, '编号', '')))).toEqual({ added: 0, updated: 0, unchanged: 2, kept: 0 });
    expect(await outlets()).toEqual(before);
  });

  test('a changed row is brought up to date, whatever its place in the list', async () => {
    await load(noodles, cobbler);
    expect(counts(await load(cobbler, change(noodles, '营业时间', '07:00-15:00')))).toEqual({ added: 0, updated: 1, unchanged: 1, kept: 0 });
    expect((await outlets())[0]).toMatchObject({ hours: Array.from({ length: 7 }, () => [{ from: 420, to: 900 }]), open_week: expect.stringContaining('[420,900)') as string });
  });

  test('a row that gets its 编号 later is the same outlet', async () => {
    await load(change(noodles, '编号', ''));
    const [before] = await outlets();
    expect(counts(await load(noodles))).toEqual({ added: 0, updated: 1, unchanged: 0, kept: 0 });
    expect(await outlets()).toEqual([{ ...before, origin_key: 'a1' }]);
  });

  test('two outlets of one name and address with two 编号 stay two', async () => {
    await load(change(noodles, '编号', ''));
    const twice = [noodles, change(noodles, '编号', 'A9')];
    expect(counts(await load(...twice))).toEqual({ added: 1, updated: 1, unchanged: 0, kept: 0 });
    expect(counts(await load(...twice))).toEqual({ added: 0, updated: 0, unchanged: 2, kept: 0 });
  });

  test.each(['verified_at', 'edited_at'] as const)('what has %s is kept, and the list’s difference is told', async (column) => {
    await load(noodles, cobbler);
    await database.owner.updateTable('lz.outlet').set({ [column]: '2026-02-01T00:00:00Z', name: '老街牛肉面' }).where('origin_key', '=', 'a1').execute();
    const before = await outlets();
    const output = await load(noodles, cobbler);
    expect(output.loaded).toEqual({ added: 0, updated: 0, unchanged: 1, kept: [{ line: 2, name: '老街牛肉面', differs: ['网点名称'] }] });
    expect(await outlets()).toEqual(before);
    expect(reportLines(output).join('\n')).toContain('保留 1');
  });

  test('progress is told by batches, and others get their turn meanwhile', async () => {
    const many = Array.from({ length: 450 }, (_, i) => change(change(noodles, '编号', `C${i}`), '地址', `东巷${i}号`));
    const told: number[] = [];
    let turns = 0;
    const timer = setInterval(() => { turns += 1; }, 0);
    await importOutlets(database, { file: 'list.csv', table: table(...many) }, new Date(), (done, total) => told.push(done, total));
    clearInterval(timer);
    expect(told).toEqual([200, 450, 400, 450, 450, 450]);
    expect(turns).toBeGreaterThan(0);
  });

  test('one bad row and nothing is loaded', async () => {
    const output = await load(noodles, change(cobbler, '经度', '0'));
    expect(output).toMatchObject({ loaded: null, problems: [{ line: 3, heading: '经度' }] });
    expect(await outlets()).toEqual([]);
    expect(reportLines(output).join('\n')).toContain('一行也没有导入');
  });

  test('a failure in the last batch takes the first ones back', async () => {
    const many = Array.from({ length: 401 }, (_, i) => change(change(noodles, '编号', `B${i}`), '地址', `东巷${i}号`));
    await database.script(`alter table lz.outlet add constraint test_only check (origin_key <> 'b400')`);
    await expect(load(...many)).rejects.toThrow();
    await database.script('alter table lz.outlet drop constraint test_only');
    expect(await outlets()).toEqual([]);
    expect(counts(await load(...many))).toMatchObject({ added: 401 });
  });

  test('each import that was loaded leaves one line in the audit log, with its counts', async () => {
    const before = (await audits()).length;
    await load(noodles);
    await load(change(noodles, '业态', randomUUID()));
    expect((await audits()).slice(before)).toEqual([{ file: 'list.csv', added: 1, updated: 0, unchanged: 0, kept: 0 }]);
  });

  test('two imports at once load each row once', async () => {
    const [one, two] = await Promise.all([load(noodles, cobbler), load(noodles, cobbler)]);
    expect([counts(one)?.added, counts(two)?.added].sort()).toEqual([0, 2]);
  });
});
