/** A census list in the district's hands: staged, compared, decided, loaded whole or not at all; and out again as the same list. */
import { sql } from 'kysely';
import { readSheet } from '../../cloudfunctions/export/sheet/sheet';
import { makeXlsx } from '../../cloudfunctions/export/sheet/makeXlsx';
import { columns } from '../../domain/census-list/columns';
import type { Input, Output } from '../../types/contract';
import { codeOf, dongdajieStreet, draft, identity, newId, openWorld, ronghuaStreet, valueOf, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

const headings = ['编号', '网点名称', '业态', '搭载服务', '所属社区', '地址', '经度', '纬度', '电话', '营业时间', '连锁', '品牌', '收现金'] as const;
type Row = Partial<Record<string, string>>;
const noodles: Row = { 编号: 'A1', 网点名称: '老街面馆', 业态: '早餐店', 搭载服务: '早餐', 所属社区: '南苑社区', 地址: '东巷1号', 经度: '102.64', 纬度: '37.93', 营业时间: '06:30-14:00', 连锁: '独立', 收现金: '是' };
const cobbler: Row = { 编号: 'A2', 网点名称: '街口修鞋摊', 业态: '维修点', 搭载服务: '修鞋、配钥匙', 所属社区: '南苑社区', 地址: '东巷2号', 经度: '102.641', 纬度: '37.931' };
const bakery: Row = { 编号: 'A3', 网点名称: '千层饼店', 业态: '早餐店', 所属社区: '荣华社区', 地址: '荣华路3号', 经度: '102.65', 纬度: '37.925', 连锁: '连锁', 品牌: '千层' };
const csv = (...rows: Row[]) => [headings, ...rows.map((row) => headings.map((heading) => `"${(row[heading] ?? '').replace(/"/g, '""')}"`))].map((cells) => cells.join(',')).join('\n');
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

const stage = async (content: string | Buffer, change: Partial<Input<'export.stage'>> = {}) => valueOf(await world.call('district', 'export.stage', { id: newId(), file: '摸排.csv', content: base64(content), system: null, ...change }));
const staged = async (...rows: Row[]) => (await stage(csv(...rows))).list!;
const rowsOf = async (id: string, outcome: Input<'export.staged'>['outcome']) => valueOf(await world.call('district', 'export.staged', { id, outcome })).rows;
const load = (id: string) => world.call('district', 'export.load', { id });
const outlets = () => world.host.database.owner.selectFrom('lz.outlet').selectAll().orderBy('origin_key').execute();
const audits = async (action: string) => (await world.host.database.owner.selectFrom('lz.audit').select('detail').where('action', '=', action).orderBy('id').execute()).map(({ detail }) => detail);
/** Somebody stands behind it from now on. */
const verify = (key: string, change: object = {}) => world.host.database.owner.updateTable('lz.outlet').set({ verified_at: '2026-03-01T02:00:00Z', verified_by: '街道审核', ...change }).where('origin_key', '=', key).execute();

describe('a list', () => {
  test('is shown by groups before anything is loaded', async () => {
    const list = await staged(noodles, cobbler, bakery);
    expect(list).toMatchObject({ state: 'staged', counts: { new: 3, same: 0, changed: 0, conflict: 0, bad: 0 }, undecided: 0, file: '摸排.csv', mine: true, done: null });
    expect((await rowsOf(list.id, 'new')).map(({ line, name }) => [line, name])).toEqual([[2, '老街面馆'], [3, '街口修鞋摊'], [4, '千层饼店']]);
    expect(await outlets()).toEqual([]);
  });

  test('is loaded whole, once, and says what was done', async () => {
    const list = await staged(noodles, cobbler, bakery);
    const { list: loaded } = valueOf(await load(list.id));
    expect(loaded).toMatchObject({ state: 'loaded', done: { added: 3, updated: 0, unchanged: 0, kept: 0 } });
    expect(valueOf(await load(list.id)).list).toEqual(loaded);
    expect((await outlets()).map(({ origin_key: key, chain, brand, verified_at: verified }) => [key, chain, brand, verified])).toEqual([['a1', 'independent', null, null], ['a2', 'unknown', null, null], ['a3', 'chain', '千层', null]]);
    const entries = await world.host.database.owner.selectFrom('lz.outlet_entry').select(['by', 'act', 'actor']).where('subject', '=', list.id).execute();
    expect(entries).toEqual(Array.from({ length: 3 }, () => ({ by: 'list', act: 'listed', actor: world.host.secrets.person(identity('district')) })));
    expect((await audits('outlets.imported')).slice(-1)).toEqual([expect.objectContaining({ import: list.id, file: '摸排.csv', added: 3 })]);
  });

  test('what it said is deleted once it was loaded; that it was there stays', async () => {
    const { lists } = valueOf(await world.call('district', 'export.lists', {}));
    const loaded = lists.find(({ state }) => state === 'loaded')!;
    expect(loaded).toMatchObject({ counts: { new: 3 }, done: { added: 3 } });
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from lz.import_row where import_id = ${loaded.id} and (cells is not null or item is not null)`.execute(world.host.database.owner);
    expect(rows[0]!.n).toBe(0);
  });

  test('the same again changes nothing', async () => {
    const before = await outlets();
    const list = await staged(noodles, cobbler, bakery);
    expect(list.counts).toEqual({ new: 0, same: 3, changed: 0, conflict: 0, bad: 0 });
    expect(valueOf(await load(list.id)).list.done).toEqual({ added: 0, updated: 0, unchanged: 3, kept: 0 });
    expect(await outlets()).toEqual(before);
  });

  test('what changed is shown beside what stands, and brought up to date', async () => {
    const list = await staged({ ...noodles, 营业时间: '07:00-15:00', 连锁: '连锁', 品牌: '老街' }, cobbler);
    expect(list.counts).toMatchObject({ changed: 1, same: 1 });
    expect((await rowsOf(list.id, 'changed'))[0]!.differences).toEqual([
      { heading: '营业时间', now: '每天 06:30–14:00', list: '每天 07:00–15:00' }, { heading: '连锁', now: '独立', list: '连锁' }, { heading: '品牌', now: '', list: '老街' },
    ]);
    expect(valueOf(await load(list.id)).list.done).toMatchObject({ updated: 1, unchanged: 1 });
    expect((await outlets())[0]).toMatchObject({ chain: 'chain', brand: '老街' });
  });

  test('what was verified is a conflict, decided one by one or all at once, and refused before', async () => {
    await verify('a1', { name: '老街牛肉面' });
    await verify('a2', { phone: '13800000000' });
    const list = await staged({ ...noodles, 连锁: '连锁', 品牌: '老街', 营业时间: '07:00-15:00' }, cobbler, bakery);
    expect(list).toMatchObject({ counts: { conflict: 2, same: 1 }, undecided: 2 });
    expect(await rowsOf(list.id, 'conflict')).toEqual([
      { line: 2, name: '老街面馆', outlet: expect.any(String) as string, choice: null, faults: [], differences: [{ heading: '网点名称', now: '老街牛肉面', list: '老街面馆' }], vouched: '2026-03-01 核实过' },
      expect.objectContaining({ line: 3, differences: [{ heading: '电话', now: '13800000000', list: '' }] }),
    ]);
    expect(codeOf(await load(list.id))).toBe('import_undecided');
    expect(valueOf(await world.call('district', 'export.choose', { id: list.id, line: null, choice: 'kept' })).list.undecided).toBe(0);
    valueOf(await world.call('district', 'export.choose', { id: list.id, line: 2, choice: 'list' }));
    expect(valueOf(await load(list.id)).list.done).toEqual({ added: 0, updated: 1, unchanged: 1, kept: 1 });
    const [first, second] = await outlets();
    // nobody has seen what it says now
    expect(first).toMatchObject({ name: '老街面馆', verified_at: null, edited_at: expect.any(String) as string });
    expect(second).toMatchObject({ phone: '13800000000', verified_at: expect.any(String) as string });
  });

  test('with one bad row is not loaded at all; every fault is told with its cell', async () => {
    const before = await outlets();
    const list = await staged({ ...noodles, 电话: '１２３', 收现金: '也许' }, { ...bakery, 编号: 'B9', 地址: '新路9号' });
    expect(list.counts).toMatchObject({ bad: 1, new: 1 });
    expect((await rowsOf(list.id, 'bad'))[0]).toMatchObject({ line: 2, faults: [{ heading: '电话', cell: '１２３', reason: expect.stringContaining('不是电话号码') as string }, { heading: '收现金', cell: '也许' }] });
    expect(codeOf(await load(list.id))).toBe('import_has_faults');
    expect(await outlets()).toEqual(before);
  });

  test('is refused when an outlet changed since it was compared, and can be compared again', async () => {
    const list = await staged({ ...bakery, 地址: '荣华路5号' }, { ...cobbler, 编号: 'C7', 地址: '新巷7号' });
    expect(list.counts).toMatchObject({ changed: 1, new: 1 });
    await world.host.database.owner.updateTable('lz.outlet').set({ name: '千层饼铺', edited_at: '2026-04-01T00:00:00Z' }).where('origin_key', '=', 'a3').execute();
    const before = await outlets();
    expect(codeOf(await load(list.id))).toBe('import_stale');
    expect(await outlets()).toEqual(before);
    const again = valueOf(await world.call('district', 'export.compare', { id: list.id })).list;
    expect(again).toMatchObject({ counts: { conflict: 1, new: 1, changed: 0 }, undecided: 1 });
    valueOf(await world.call('district', 'export.choose', { id: list.id, line: 2, choice: 'kept' }));
    expect(valueOf(await world.call('district', 'export.compare', { id: list.id })).list.undecided).toBe(0);
    expect(valueOf(await load(list.id)).list.done).toEqual({ added: 1, updated: 0, unchanged: 0, kept: 1 });
  });

  test('loaded by two at once is loaded once', async () => {
    const list = await staged({ ...noodles, 编号: 'D1', 地址: '另一条巷 1 号' });
    const replies = await Promise.all([load(list.id), load(list.id)]);
    expect(replies.map((reply) => valueOf(reply).list.done)).toEqual([{ added: 1, updated: 0, unchanged: 0, kept: 0 }, { added: 1, updated: 0, unchanged: 0, kept: 0 }]);
    expect((await outlets()).filter(({ origin_key: key }) => key === 'd1')).toHaveLength(1);
  });

  test('sent again under its id is the same list; another file under it is refused', async () => {
    const input = { id: newId(), file: 'a.csv', content: base64(csv(cobbler)), system: null };
    const first = valueOf(await world.call('district', 'export.stage', input));
    expect(valueOf(await world.call('district', 'export.stage', input))).toEqual(first);
    expect(codeOf(await world.call('district', 'export.stage', { ...input, content: base64(csv(bakery)) }))).toBe('value_invalid');
  });

  test('that comes in parts is the same list, in whatever order they come', async () => {
    const content = base64(csv(noodles, cobbler));
    const half = Math.ceil(content.length / 8) * 4;
    const parts = [content.slice(0, half), content.slice(half)];
    const id = newId();
    const send = async (at: number) => valueOf(await world.call('district', 'export.stage', { id, file: 'a.csv', content: parts[at]!, system: null, part: { at, of: 2 } }));
    expect(await send(1)).toEqual({ list: null, fault: null });
    expect((await send(0)).list!.hash).toBe((await stage(csv(noodles, cobbler))).list!.hash);
    expect(await world.host.database.owner.selectFrom('lz.import_part').selectAll().execute()).toEqual([]);
  });

  test('that will not be loaded is given up, and what it said is deleted', async () => {
    const list = await staged(cobbler);
    expect(valueOf(await world.call('district', 'export.drop', { id: list.id })).list).toMatchObject({ state: 'dropped', counts: list.counts });
    expect(codeOf(await load(list.id))).toBe('import_over');
    expect(codeOf(await world.call('district', 'export.choose', { id: list.id, line: null, choice: 'kept' }))).toBe('import_over');
    expect(await rowsOf(list.id, 'same')).toEqual([]);
  });

  test('that nobody decided for a month is given up by itself', async () => {
    const list = await staged(cobbler);
    const now = world.now();
    world.setNow(new Date(now.getTime() + 31 * 86_400_000));
    await staged(cobbler);
    world.setNow(now);
    expect(valueOf(await world.call('district', 'export.staged', { id: list.id })).list.state).toBe('dropped');
  });

  test('two rows about one outlet are told', async () => {
    const [outlet] = await outlets();
    const content = `系统编号,${headings.join(',')}\n${[noodles, { ...cobbler, 编号: '' }].map((row) => `${outlet!.id},${headings.map((heading) => row[heading] ?? '').join(',')}`).join('\n')}`;
    const { list } = await stage(content);
    expect((await rowsOf(list!.id, 'bad')).flatMap(({ faults }) => faults.map(({ reason }) => reason))).toEqual(['系统编号与第 2 行重复']);
    const { list: unknown } = await stage(content.replaceAll(outlet!.id, '99999999-9999-4999-8999-999999999999').split('\n').slice(0, 2).join('\n'));
    expect((await rowsOf(unknown!.id, 'bad'))[0]!.faults[0]!.reason).toContain('没有这个系统编号');
  });

  test('measured in another system than it says is suspected of it, and nothing is moved', async () => {
    const shifted = (await outlets()).slice(0, 5).map((row, i) => ({ ...noodles, 编号: row.origin_key!, 网点名称: row.name, 经度: String(row.lng - 0.00172), 纬度: String(row.lat - 0.00029), 地址: `${i}` }));
    const list = await staged(...shifted);
    expect(list.suspicion).toMatchObject({ system: 'wgs84', of: 5, by: 'outlets' });
    const named = (await stage(csv(...shifted), { system: 'wgs84' })).list!;
    expect(named).toMatchObject({ suspicion: null, system: 'wgs84' });
  });
});

describe('a file that is no list', () => {
  test.each([
    ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'a.xlsx', '旧的 .xls'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'a.jpg', '只认'],
    ['a photo called .csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'a.csv', '不是表格文件'],
    ['a damaged .xlsx', Buffer.from('PK\u0003\u0004 broken'), 'a.xlsx', '打不开'],
    ['a list without the headings', Buffer.from('甲,乙\n1,2\n'), 'a.csv', '没有找到「网点名称」'],
    ['one without a column that must be there', Buffer.from('网点名称,业态\n面馆,早餐店\n'), 'a.csv', '「所属社区」缺这一列'],
    ['headings alone', Buffer.from(csv()), 'a.csv', '列名下面没有内容'],
  ])('%s is told in one sentence, and nothing is kept', async (_what, content, file, sentence) => {
    const { list, fault } = await stage(content, { file });
    expect(list).toBeNull();
    expect(fault).toContain(sentence);
  });
});

describe('an export', () => {
  const bytesOf = ({ file }: Output<'export.sheet'>) => Buffer.from(file.content, 'base64');

  test('loaded again changes nothing, also not what merchants entered, formulas to be and every hour', async () => {
    const register = { id: newId(), revision: 1, outlet: null, draft: draft({ name: '=1+1 五金店', address: '-1 层 @ 市场', services: ['shoe-repair'], point: { lng: 102.64210000049, lat: 37.924 }, hours: [[], ...Array.from({ length: 6 }, () => [{ from: 1080, to: 120, overnight: true }])], creditCode: null, unlicensedReason: '+流动摊' }) };
    valueOf(await world.call('cobbler', 'outlet.register', register));
    valueOf(await world.call('street', 'desk.decide', { id: register.id, revision: 1, decision: 'approve', reason: null }));
    const before = await outlets();
    const sheet = valueOf(await world.call('district', 'export.sheet', {}));
    expect(sheet.file).toMatchObject({ rows: before.length, name: expect.stringMatching(/^网点-全区-\d{4}-\d\d-\d\d\.xlsx$/) as string });
    const { list } = await stage(bytesOf(sheet), { file: sheet.file.name });
    expect(list!.counts).toEqual({ new: 0, same: before.length, changed: 0, conflict: 0, bad: 0 });
    valueOf(await load(list!.id));
    expect(await outlets()).toEqual(before);
  });

  test('holds texts alone: what looks like a formula is one nowhere', async () => {
    const table = await readSheet(bytesOf(valueOf(await world.call('district', 'export.sheet', { street: dongdajieStreet }))), 'a.xlsx', columns.name);
    const at = table.headings.indexOf('网点名称');
    expect(table.rows.map(({ cells }) => cells[at])).toContain("'=1+1 五金店");
    expect(table.rows.every(({ faults }) => faults === undefined)).toBe(true);
  });

  test('of a street officer is of her street alone', async () => {
    const file = valueOf(await world.call('street', 'export.sheet', {})).file;
    expect(file.name).toContain('东大街街道');
    const table = await readSheet(Buffer.from(file.content, 'base64'), file.name, columns.name);
    expect(table.rows.some(({ cells }) => cells.includes('荣华社区'))).toBe(false);
    expect(codeOf(await world.call('street', 'export.sheet', { street: ronghuaStreet }))).toBe('out_of_scope');
  });
});

test('the empty list, loaded as it is, holds nothing but an example; filled in it is a list', async () => {
  const { file } = valueOf(await world.call('district', 'export.template', {}));
  const bytes = Buffer.from(file.content, 'base64');
  expect((await stage(bytes, { file: file.name })).fault).toContain('列名下面没有内容');
  const table = await readSheet(bytes, file.name, columns.name);
  expect(new Set(table.headings)).toEqual(new Set(Object.values(columns)));
  const example = table.rows[0]!.cells.map((cell, i) => (table.headings[i] === '编号' ? 'Z1' : cell));
  const filled = await makeXlsx([{ name: '网点', headings: table.headings, rows: [example], widths: [] }]);
  expect((await stage(filled, { file: 'a.xlsx' })).list!.counts).toMatchObject({ new: 1, bad: 0 });
});

test('a list is nobody’s but the district’s', async () => {
  for (const who of ['street', 'young', 'oversight'] as const) expect(codeOf(await world.call(who, 'export.lists', {}))).toBe('role_required');
});

describe('rows about what is not on the map as itself', () => {
  test('C1 a row of an entry that was merged is about the surviving outlet: what differs is decided, the merged one stays as it was', async () => {
    const gone: Row = { 编号: 'M1', 网点名称: '并走的面馆', 业态: '早餐店', 所属社区: '南苑社区', 地址: '西巷1号', 经度: '102.642', 纬度: '37.93', 营业时间: '06:30-14:00' };
    valueOf(await load((await staged(gone)).id));
    const owner = world.host.database.owner;
    const { id: goneId } = await owner.selectFrom('lz.outlet').select('id').where('origin_key', '=', 'm1').executeTakeFirstOrThrow();
    const registration = newId();
    valueOf(await world.call('noodles', 'outlet.register', { id: registration, revision: 1, outlet: null, draft: draft({ name: '留下的面馆' }) }));
    const kept = valueOf(await world.call('street', 'desk.decide', { id: registration, revision: 1, decision: 'approve', reason: null })).outlet!;
    valueOf(await world.call('street', 'desk.merge', { id: newId(), kept, gone: goneId }));
    const whole = (id: string) => owner.selectFrom('lz.outlet').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const before = await whole(goneId);

    const list = await staged({ ...gone, 电话: '0935-2218888' });
    expect(list).toMatchObject({ counts: { new: 0, same: 0, changed: 0, conflict: 1, bad: 0 }, undecided: 1 });
    expect((await rowsOf(list.id, 'conflict'))[0]).toMatchObject({ outlet: kept, differences: expect.arrayContaining([{ heading: '网点名称', now: '留下的面馆', list: '并走的面馆' }]) as unknown });
    valueOf(await world.call('district', 'export.choose', { id: list.id, line: 2, choice: 'list' }));
    valueOf(await load(list.id));
    expect(await whole(kept)).toMatchObject({ name: '并走的面馆', phone: '0935-2218888', listed: true, origin: 'merchant', origin_key: null });
    expect(await whole(goneId)).toEqual(before);
    expect((await staged({ ...gone, 电话: '0935-2218888' }, { ...gone, 编号: 'M2', 网点名称: '另一家', 地址: '西巷9号' })).counts).toMatchObject({ new: 1, bad: 0 });
  });

  test('C1 where the surviving one has its own row, the row of the merged one changes nothing', async () => {
    const rows: Row[] = ['甲', '乙'].map((name, i) => ({ 编号: `N${i}`, 网点名称: `两行${name}`, 业态: '维修点', 所属社区: '南苑社区', 地址: `北巷${i}号`, 经度: '102.643', 纬度: '37.931' }));
    valueOf(await load((await staged(...rows)).id));
    const of = async (key: string) => (await world.host.database.owner.selectFrom('lz.outlet').selectAll().where('origin_key', '=', key).executeTakeFirstOrThrow());
    valueOf(await world.call('street', 'desk.merge', { id: newId(), kept: (await of('n1')).id, gone: (await of('n0')).id }));
    const list = await staged({ ...rows[0], 电话: '0935-2217777' }, { ...rows[1], 电话: '0935-2216666' });
    expect(list.counts).toMatchObject({ new: 0, same: 1, changed: 1, conflict: 0, bad: 0 });
    valueOf(await load(list.id));
    expect([(await of('n0')).phone, (await of('n1')).phone, (await of('n0')).listed]).toEqual([null, '0935-2216666', false]);
  });

  test('C2 an outlet that is off the map is for a person to decide, also where nothing differs; the list\'s word puts it back on', async () => {
    const shut: Row = { 编号: 'O1', 网点名称: '撤下的铺子', 业态: '维修点', 所属社区: '南苑社区', 地址: '后巷1号', 经度: '102.644', 纬度: '37.931' };
    valueOf(await load((await staged(shut)).id));
    const owner = world.host.database.owner;
    const of = () => owner.selectFrom('lz.outlet').selectAll().where('origin_key', '=', 'o1').executeTakeFirstOrThrow();
    await owner.updateTable('lz.outlet').set({ listed: false, standing: 'closed' }).where('origin_key', '=', 'o1').execute();
    for (const [choice, now] of [['kept', { listed: false, standing: 'closed' }], ['list', { listed: true, standing: 'fine' }]] as const) {
      const list = await staged(shut);
      expect(list.counts).toMatchObject({ conflict: 1, same: 0, changed: 0 });
      expect((await rowsOf(list.id, 'conflict'))[0]).toMatchObject({ vouched: '已经不在地图上。用名单的，就重新上图', differences: [] });
      valueOf(await world.call('district', 'export.choose', { id: list.id, line: 2, choice }));
      valueOf(await load(list.id));
      expect(await of()).toMatchObject(now);
    }
    const { act } = await owner.selectFrom('lz.outlet_entry').select('act').where('outlet_id', '=', (await of()).id).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
    expect(act).toBe('reopened');
  });
});
