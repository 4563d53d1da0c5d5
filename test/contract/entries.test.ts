/** What only people know of many communities, by a table: taken, filled in, held against what stands, and entered whole or not at all. */
import { makeXlsx } from '../../cloudfunctions/export/sheet/makeXlsx';
import { readSheet } from '../../cloudfunctions/export/sheet/sheet';
import type { Input } from '../../types/contract';
import { codeOf, dazhong, identity, nanyuan, newId, openWorld, ronghua, valueOf, type Persona, type World } from '../support/world';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

type Kind = Input<'export.entryTable'>['kind'];
const headings = ['社区代码', '社区', '常住人口', '60岁以上人口', '户数', '来源', '截止日期'];
const south = (...cells: string[]) => [nanyuan, '南苑社区', ...cells];
const north = (...cells: string[]) => [dazhong, '大众社区', ...cells];
const csv = (...rows: readonly (readonly string[])[]) => Buffer.from([headings, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));
const ledger = ['社区台账', '2026-10-01'];
const sent = (bytes: Buffer, file = '填数.csv', kind: Kind = 'community') => ({ kind, file, content: bytes.toString('base64') });

const check = async (bytes: Buffer, as: Persona = 'street', kind: Kind = 'community') => valueOf(await world.call(as, 'export.checkEntries', { id: newId(), ...sent(bytes, bytes[0] === 0x50 ? '填数.xlsx' : '填数.csv', kind) }));
const enter = (bytes: Buffer, seen: string, change: { as?: Persona; sending?: string; file?: string } = {}) => world.call(change.as ?? 'street', 'export.enterEntries', { sending: change.sending ?? newId(), seen, ...sent(bytes, change.file) });
const seenOf = async (bytes: Buffer, as: Persona = 'street') => (await check(bytes, as)).check!.seen!;
const faultsOf = async (bytes: Buffer, as: Persona = 'street') => (await check(bytes, as)).check!.rows.flatMap(({ line, faults }) => faults.map(({ heading, reason }) => [line, heading, reason]));
const entries = () => world.host.database.owner.selectFrom('lz.entered').select(['place_id', 'field', 'value', 'source', 'by', 'by_role', 'at']).orderBy('id').execute();
const valuesOf = async (place: string) => Object.fromEntries(valueOf(await world.call('street', 'desk.entered', {})).places.find(({ id }) => id === place)!.values.map(({ field, value }) => [field, value]));
const type = (field: string, value: number, change: object = {}) =>
  world.call('street', 'desk.enter', { sending: newId(), kind: 'community', place: nanyuan, source: '专干核过', asOf: '2026-10-01', values: [{ field, value, words: null }], ...change });

test('the table has a row for each of her communities, what stands is in it, and it comes back as it went', async () => {
  valueOf(await type('compounds', 6));
  const { file } = valueOf(await world.call('street', 'export.entryTable', { kind: 'community' }));
  const bytes = Buffer.from(file.content, 'base64');
  const { headings: written, rows, notes } = await readSheet(bytes, file.name, '社区代码', ['怎么填']);
  expect([file.name, notes, rows.length]).toEqual(['填数-社区-2026-11-18.xlsx', [], file.rows]);
  expect(written).toEqual(['社区代码', '社区', '常住人口', '60岁以上人口', '户数', '小区数', '面积', '网点营业面积', '社区商业中心', '智能终端', '从业人数', '政府投资', '企业投资', '来源', '截止日期']);
  expect(rows.every(({ cells }) => cells[0]!.startsWith('620602001'))).toBe(true);
  expect(rows[0]!.cells.slice(0, 6)).toEqual([nanyuan, '南苑社区', '', '', '', '6']);
  const { check: back } = await check(bytes);
  expect(back).toMatchObject({ notes: [], rows: [], unchanged: rows.length });
  expect(codeOf(await world.call('street', 'export.enterEntries', { sending: newId(), seen: back!.seen!, ...sent(bytes, file.name) }))).toBe('nothing_changed');
  expect(valueOf(await world.call('district', 'export.entryTable', { kind: 'community' })).file.rows).toBeGreaterThan(rows.length);
});

test('two communities are filled in: first shown, then entered, by whom and as what, with the file in the audit log', async () => {
  const bytes = csv(south('5200', '900', '', ...ledger), north('4100', '', '1500', '派出所', '2026/9/30'), ['620602001003', '文庙路社区', '', '', '', '', '']);
  const before = await entries();
  const { check: shown } = await check(bytes);
  expect(shown!.rows[0]).toMatchObject({ line: 2, name: '南苑社区', faults: [], differences: [{ heading: '常住人口', now: '', list: '5200 人' }, { heading: '60岁以上人口', now: '', list: '900 人' }], source: '社区台账', asOf: '2026-10-01' });
  expect(await entries()).toEqual(before);
  const sending = newId();
  // the reply was lost: again it is the same, and so it is when it arrives twice at once
  for (const reply of await Promise.all([1, 2].map(() => enter(bytes, shown!.seen!, { sending })))) expect(valueOf(reply).entered).toEqual({ places: 2, values: 4 });
  expect(valueOf(await enter(bytes, shown!.seen!, { sending })).entered).toEqual({ places: 2, values: 4 });
  const added = (await entries()).slice(before.length);
  expect(added).toHaveLength(4);
  expect(added[3]).toMatchObject({ place_id: dazhong, field: 'households', value: 1500, source: '派出所', by: world.host.secrets.person(identity('street')), by_role: 'street', at: world.now().toISOString() });
  expect(await valuesOf(nanyuan)).toMatchObject({ population: 5200, population60: 900 });
  const audits = await world.host.database.owner.selectFrom('lz.audit').select(['subject', 'detail']).where('action', '=', 'figures.entered').orderBy('id').execute();
  expect(audits.slice(-2)).toEqual([
    { subject: nanyuan, detail: { fields: ['population', 'population60'], source: '社区台账', asOf: '2026-10-01', file: '填数.csv', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string } },
    { subject: dazhong, detail: expect.objectContaining({ asOf: '2026-09-30' }) as object },
  ]);
});

test('another table under an id that was used is refused, and so is the same by somebody else', async () => {
  const bytes = csv(south('', '', '1800', ...ledger));
  const [sending, seen] = [newId(), await seenOf(bytes)];
  valueOf(await enter(bytes, seen, { sending }));
  const other = csv(south('', '', '1801', ...ledger));
  expect(codeOf(await enter(other, await seenOf(other), { sending }))).toBe('entries_changed');
  expect(codeOf(await enter(bytes, seen, { sending, as: 'district' }))).toBe('value_invalid');
  expect(await valuesOf(nanyuan)).toMatchObject({ households: 1800 });
});

test('what somebody entered meanwhile stops all of it; shown anew, it is entered', async () => {
  const bytes = csv(south('5400', '', '', ...ledger), north('', '', '1600', ...ledger));
  const seen = await seenOf(bytes);
  // of another field: nothing that was compared
  valueOf(await type('jobs', 300));
  valueOf(await type('population', 5300));
  const before = await entries();
  expect(codeOf(await enter(bytes, seen))).toBe('entries_changed');
  expect(await entries()).toEqual(before);
  const { check: again } = await check(bytes);
  expect(again!.rows[0]!.differences).toEqual([{ heading: '常住人口', now: '5300 人', list: '5400 人' }]);
  expect(valueOf(await enter(bytes, again!.seen!)).entered).toEqual({ places: 2, values: 2 });
});

test('a number that agreed and was changed meanwhile is not put back unseen', async () => {
  const bytes = csv(south('5400', '', '1900', ...ledger));
  const { check: shown } = await check(bytes);
  expect(shown!.rows[0]!.differences.map(({ heading }) => heading)).toEqual(['户数']);
  valueOf(await type('population', 5500));
  expect(codeOf(await enter(bytes, shown!.seen!))).toBe('entries_changed');
  expect(await valuesOf(nanyuan)).toMatchObject({ population: 5500, households: 1800 });
});

test('of two who saw the same and enter at once, one enters', async () => {
  const [bytes, other] = [csv(south('5600', '', '', ...ledger)), csv(south('5700', '', '', ...ledger))];
  const [seen, otherSeen] = [await seenOf(bytes), await seenOf(other, 'district')];
  const replies = await Promise.all([enter(bytes, seen), enter(other, otherSeen, { as: 'district' })]);
  expect(replies.map(codeOf).sort()).toEqual(['entries_changed', 'ok']);
});

test('with one fault nothing is entered, though somebody says she has seen it', async () => {
  const good = csv(north('4200', '', '', ...ledger));
  const bytes = csv(north('4200', '', '', ...ledger), south('-1', '', '', ...ledger));
  const before = await entries();
  const { check: shown } = await check(bytes);
  expect(shown).toMatchObject({ seen: null, rows: [{ line: 3, name: '南苑社区', faults: [{ heading: '常住人口', cell: '-1', reason: '「-1」是负数' }], differences: [] }] });
  expect(codeOf(await enter(bytes, await seenOf(good)))).toBe('entries_changed');
  expect(await entries()).toEqual(before);
});

test.each<[string, Buffer, [number, string, RegExp][]]>([
  ['a community twice', csv(south('', '', '1', ...ledger), south('', '', '2', ...ledger)), [[3, '社区代码', /^与第 2 行重复$/]]],
  ['a code nobody has', csv(['620602009999', '南苑社区', '', '', '1', ...ledger]), [[2, '社区代码', /没有代码为 620602009999 的社区/]]],
  ['a code that lost its digits', csv(['6.20602E+11', '南苑社区', '', '', '1', ...ledger]), [[2, '社区代码', /科学计数法/]]],
  ['rows that slipped', csv([nanyuan, '大众社区', '', '', '1', ...ledger]), [[2, '社区', /是南苑社区/]]],
  ['negative, no number, no whole one', csv(south('-5', '九百', '1.5', ...ledger)), [[2, '常住人口', /负数/], [2, '60岁以上人口', /不是数字/], [2, '户数', /不是整数/]]],
  ['a part above its whole, with what stands', csv(south('', '99999', '', ...ledger)), [[2, '60岁以上人口', /99999 比常住人口 \d+ 还多/]]],
  ['a day in the future', csv(south('', '', '1', '社区台账', '2026-11-19')), [[2, '截止日期', /在今天以后/]]],
  ['no source', csv(south('', '', '1', '', '2026-10-01')), [[2, '来源', /没有填/]]],
  ['a heading that is missing', Buffer.from('社区代码,社区,户数,来源\n'), [[1, '截止日期', /缺这一列/], [1, '社区代码', /没有内容/]]],
])('%s is told with its line and heading', async (_, bytes, faults) => {
  expect(await faultsOf(bytes)).toEqual(faults.map(([line, heading, reason]) => [line, heading, expect.stringMatching(reason) as string]));
});

test.each<[string, Buffer, RegExp]>([
  ['an empty file', Buffer.alloc(0), /是空的/],
  ['another table', Buffer.from('姓名,电话\n张三,1\n'), /没有找到「社区代码」/],
  ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /旧的 \.xls/],
  ['far too many rows', csv(...Array.from({ length: 501 }, () => south('1', '', '', ''))), /501 行/],
])('%s is refused in one sentence', async (_, bytes, fault) => {
  expect(await check(bytes)).toEqual({ check: null, fault: expect.stringMatching(fault) as string });
});

test('a place of another street is told as that, and nobody’s numbers of it; sent all the same, it is refused', async () => {
  const bytes = csv([ronghua, '荣华社区', '1', '', '', ...ledger], south('', '', '7', ...ledger));
  expect(await faultsOf(bytes)).toEqual([[2, '社区代码', expect.stringContaining('不在您负责的街道内')]]);
  const before = await entries();
  expect(codeOf(await enter(bytes, await seenOf(csv(south('', '', '7', ...ledger)))))).toBe('out_of_scope');
  expect(await entries()).toEqual(before);
  expect((await check(bytes, 'district')).check!.rows).toHaveLength(2);
});

test('a day before that of what stands is told at its line and heading, and nothing of the table is entered', async () => {
  valueOf(await type('terminals', 40, { place: dazhong, asOf: '2026-11-01' }));
  const older = Buffer.from(`社区代码,社区,智能终端,来源,截止日期\n${nanyuan},南苑社区,9,旧台账,2020-01-01\n${dazhong},大众社区,9,旧台账,2020-01-01\n`);
  expect(await faultsOf(older)).toEqual([[3, '截止日期', expect.stringContaining('智能终端现在用的是 2026-11-01 的数')]]);
  expect(codeOf(await enter(older, '0'.repeat(64)))).toBe('entries_changed');
  expect(await valuesOf(dazhong)).toMatchObject({ terminals: 40 });
});

test('circles are the district’s; a community worker has her page', async () => {
  const { file } = valueOf(await world.call('district', 'export.entryTable', { kind: 'circle' }));
  const { headings: written, rows } = await readSheet(Buffer.from(file.content, 'base64'), file.name, '生活圈代码', ['怎么填']);
  const [id, name] = rows[0]!.cells;
  const filled = await makeXlsx([{ name: '生活圈', headings: written, rows: [[id!, name!, '老旧', '', '专班', '2026-10-01']], widths: written.map(() => 12) }]);
  const { check: shown } = await check(filled, 'district', 'circle');
  expect(shown!.rows).toMatchObject([{ name, differences: [{ heading: '建设类型', now: '', list: '老旧' }] }]);
  expect(valueOf(await world.call('district', 'export.enterEntries', { sending: newId(), seen: shown!.seen!, ...sent(filled, '填数.xlsx', 'circle') })).entered).toEqual({ places: 1, values: 1 });
  for (const call of [world.call('street', 'export.entryTable', { kind: 'circle' }), world.call('street', 'export.checkEntries', { id: newId(), ...sent(filled, '填数.xlsx', 'circle') })]) expect(codeOf(await call)).toBe('out_of_scope');
  expect(valueOf(await world.call('community', 'desk.entered', {})).byTable).toBe(false);
  expect(valueOf(await world.call('street', 'desk.entered', {})).byTable).toBe(true);
});

test('a file in parts is read once all of them are there', async () => {
  const whole = sent(csv(north('4300', '', '', ...ledger)));
  const [id, cut] = [newId(), 40];
  const part = (at: number) => ({ ...whole, content: at === 0 ? whole.content.slice(0, cut) : whole.content.slice(cut), part: { at, of: 2 } });
  expect(valueOf(await world.call('street', 'export.checkEntries', { id, ...part(0) }))).toEqual({ check: null, fault: null });
  const { check: shown } = valueOf(await world.call('street', 'export.checkEntries', { id, ...part(1) }));
  const sending = newId();
  expect(valueOf(await world.call('street', 'export.enterEntries', { sending, seen: shown!.seen!, ...part(0) })).entered).toBeNull();
  expect(valueOf(await world.call('street', 'export.enterEntries', { sending, seen: shown!.seen!, ...part(1) })).entered).toEqual({ places: 1, values: 1 });
});
