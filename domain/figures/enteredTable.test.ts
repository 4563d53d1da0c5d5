import { tableOf, type Line } from '../census-list/table';
import { readEnteredTable, type Given } from './enteredTable';

const given: Given = {
  kind: 'community', today: '2026-11-18',
  places: new Map([['620602001001', { name: '南苑社区', hers: true }], ['620602001002', { name: '大众社区', hers: true }], ['620602007001', { name: '荣华社区', hers: false }]]),
  standing: new Map([['620602001001', new Map([['population', { value: 5200, words: null, asOf: '2026-09-01' }], ['population60', { value: 900, words: null, asOf: '2026-09-01' }]])]]),
};
const headings = ['社区代码(不要改)', '社区', '常住人口（人）', '60岁以上人口(人)', '户数', '面积(平方公里)', '来源', '截止日期'];
const south = ['620602001001', '南苑社区', '', '', '', '', '社区台账', '2026-10-01'];
const north = ['620602001002', '大众社区', '', '', '', '', '社区台账', '2026-10-01'];
const fill = (row: readonly string[], change: Readonly<Record<string, string>>) => headings.map((heading, i) => change[heading.replace(/[(（].*/, '')] ?? row[i] ?? '');
const lines = (...rows: readonly (readonly string[])[]): Line[] => [headings, ...rows].map((cells, i) => ({ line: i + 1, cells }));
const read = (rows: readonly Line[], change: Partial<Given> = {}) => readEnteredTable(tableOf(rows, change.kind === 'circle' ? '生活圈代码' : '社区代码'), { ...given, ...change });
const faultsOf = (rows: readonly Line[], change: Partial<Given> = {}) => read(rows, change).rows.flatMap(({ line, faults }) => faults.map(({ heading, reason }) => [line, heading, reason]));
const one = (change: Readonly<Record<string, string>>) => faultsOf(lines(fill(south, change)));

describe('F1 headings', () => {
  test.each([
    ['来源', '缺这一列', headings.filter((heading) => heading !== '来源')],
    ['社区', '缺这一列', headings.filter((heading) => heading !== '社区')],
    ['户数', '这一列出现了两次', [...headings, '户数']],
    ['常住人口', '要填的数一列也没有', ['社区代码', '社区', '来源', '截止日期']],
  ])('%s: %s', (heading, reason, written) => {
    expect(faultsOf([{ line: 3, cells: written }, { line: 4, cells: south }])).toEqual([[3, heading, expect.stringContaining(reason)]]);
  });
  test('an unknown one is named and not read', () => {
    const { notes, rows } = read([{ line: 1, cells: [...headings, '备注'] }, { line: 2, cells: [...fill(south, { 户数: '1800' }), '随便'] }]);
    expect([notes, rows[0]!.faults]).toEqual([['不认识的列没有读：备注。'], []]);
  });
  test('headings alone are no table', () => expect(faultsOf(lines())).toEqual([[1, '社区代码', '列名下面没有内容']]));
});

describe('F2 F6 cells', () => {
  test.each([
    ['社区代码', '', '没有填'], ['社区代码', '6.20602E+11', '科学计数法'], ['社区代码', '62060200100', '不是 12 位'], ['社区代码', '620602009999', '没有代码为'],
    ['社区', '', '没有填'], ['社区', '大众社区', '620602001001 是南苑社区'],
    ['户数', '-3', '是负数'], ['户数', '一千八', '不是数字'], ['户数', '1800.5', '不是整数'], ['户数', '18000000', '多打了一位'], ['面积', '1.2.3', '不是数字'],
    ['60岁以上人口', '5300', '60岁以上人口 5300 比常住人口 5200 还多'], ['常住人口', '800', '60岁以上人口 900 比常住人口 800 还多'],
  ])('%s 「%s」: %s', (heading, text, reason) => {
    expect(one({ 户数: '1800', [heading]: text })).toEqual([[2, heading, expect.stringContaining(reason)]]);
  });
  test.each([
    ['来源', '', '没有填'], ['来源', '长'.repeat(101), '最多 100 个字'],
    ['截止日期', '', '没有填'], ['截止日期', '去年底', '看不明白'], ['截止日期', '2026-02-30', '看不明白'], ['截止日期', '2026-11-19', '在今天以后'],
  ])('where something changes, %s 「%s」: %s', (heading, text, reason) => {
    expect(one({ 户数: '1800', [heading]: text })).toEqual([[2, heading, expect.stringContaining(reason)]]);
    expect(one({ [heading]: text })).toEqual([]);
  });
  test('all of a row are told at once, and all rows', () => {
    expect(faultsOf(lines(fill(south, { 户数: '-1', 面积: '大', 来源: '' }), fill(north, { 户数: 'x' })))).toEqual([
      [2, '户数', expect.any(String)], [2, '面积', expect.any(String)], [2, '来源', expect.any(String)], [3, '户数', expect.any(String)],
    ]);
  });
  test('what offices write is read: full width, thousands, units, the day in words', () => {
    const { rows } = read(lines(fill(south, { 常住人口: '５,３００人', 面积: '1.25', 截止日期: '2026年10月1日' })));
    expect(rows[0]!.faults).toEqual([]);
    expect([rows[0]!.changes.map(({ then }) => then.value), rows[0]!.asOf]).toEqual([[5300, 1.25], '2026-10-01']);
  });
});

test('F3 a place stands once, whatever else is wrong with it', () => expect(faultsOf(lines(fill(south, { 户数: 'x' }), south))).toEqual([[2, '户数', expect.any(String)], [3, '社区代码', '与第 2 行重复']]));

test('F4 a place that is not hers is told as that alone', () => {
  const { rows } = read(lines(['620602007001', '荣华社区', '-1', '', '', '', '', '']));
  expect(rows).toMatchObject([{ outside: true, name: '荣华社区', changes: [], faults: [{ heading: '社区代码', cell: '', reason: expect.stringContaining('不在您负责的街道内') as string }] }]);
});

test('F5 an empty cell and one that says what stands change nothing', () => {
  const { rows } = read(lines(fill(south, { 常住人口: '5200', 户数: '1800' }), north));
  expect(rows.map(({ changes }) => changes.map(({ field, now, then }) => [field.code, now, then.value]))).toEqual([[['households', null, 1800]], []]);
});

test('F8 a day before that of what stands is a fault where it would replace it, and nowhere else', () => {
  const older = { 截止日期: '2026-08-31' };
  expect(one({ ...older, 常住人口: '6100' })).toEqual([[2, '截止日期', expect.stringContaining('常住人口现在用的是 2026-09-01 的数')]]);
  expect(one({ ...older, 户数: '1800' })).toEqual([]);
  expect(one({ ...older, 常住人口: '5200', 户数: '1800' })).toEqual([]);
  expect(one({ 截止日期: '2026-09-01', 常住人口: '6100' })).toEqual([]);
});

describe('F7 cells a spreadsheet made', () => {
  const line = (change: Partial<Line>): Line[] => [...lines(), { line: 2, cells: fill(south, { 户数: '1800' }), ...change }];
  test('a formula is told, and nothing else of it', () => expect(faultsOf(line({ faults: new Map([[4, 'E2 是公式']]) }))).toEqual([[2, '户数', 'E2 是公式']]));
  test('a date is right under 截止日期 and nowhere else', () => {
    expect(faultsOf(line({ faults: new Map([[7, 'H2 是日期']]), dates: new Set([7]) }))).toEqual([]);
    expect(faultsOf(line({ faults: new Map([[4, 'E2 是日期']]), dates: new Set([4]) }))).toEqual([[2, '户数', 'E2 是日期']]);
  });
});

test('circles have words, and a number where words belong is a text', () => {
  const rows = (text: string, heading = '运营主体'): Line[] => [['生活圈代码', '生活圈', heading, '来源', '截止日期'], ['xidajie', '西大街便民生活圈', text, '专班', '2026-10-01']].map((cells, i) => ({ line: i + 1, cells }));
  const circles = { kind: 'circle' as const, places: new Map([['xidajie', { name: '西大街便民生活圈', hers: true }]]), standing: new Map() };
  expect(read(rows("'=甲公司"), circles).rows[0]!.changes).toMatchObject([{ then: { field: 'operator', value: null, words: '=甲公司' } }]);
  expect(faultsOf(rows('长'.repeat(61)), circles)).toEqual([[2, '运营主体', '太长，最多 60 个字']]);
  expect(faultsOf(rows('老旧', '建设类型'), circles)).toEqual([]);
  expect(faultsOf(rows('旧小区', '建设类型'), circles)).toEqual([[2, '建设类型', '不在新建、老旧、混合里面。请写其中一样']]);
  expect(faultsOf(rows('旧小区', '建设类型'), { ...circles, standing: new Map([['xidajie', new Map([['buildKind', { value: null, words: '旧小区', asOf: '2026-09-01' }]])]]) })).toEqual([]);
});
