import { divisions, formats } from '../../rules';
import { communityColumns, parseCommunities } from './parseCommunities';
import { tableOf } from './table';

const headings = Object.values(communityColumns);
const good = ['620602001001', '102.642', '37.9239', '7100', '2024 年统计年鉴', '官方'];
const parse = (...rows: string[][]) => parseCommunities(tableOf([headings, ...rows].map((cells, i) => ({ line: i + 1, cells })), '社区代码'), { formats, divisions });
const change = (heading: string, cell: string, row = good) => row.map((old, i) => (headings[i] === heading ? cell : old));

test('a whole row is read', () => {
  expect(parse(good)).toEqual({
    problems: [], notes: [],
    rows: [{ line: 2, code: '620602001001', name: '南苑社区', centre: { lng: 102.642, lat: 37.9239 }, population: 7100, source: '2024 年统计年鉴', status: '官方' }],
  });
});

test('S4 a centre alone, or a population alone, leaves the other as it is', () => {
  expect(parse(change('人口', '')).rows).toMatchObject([{ centre: { lng: 102.642 }, population: null }]);
  expect(parse(change('经度', '', change('纬度', ''))).rows).toMatchObject([{ centre: null, population: 7100 }]);
});
test('digits in full width, a thousands separator and 人 are read', () => {
  expect(parse(change('人口', '7,100人', change('社区代码', '620602001001'))).rows).toMatchObject([{ code: '620602001001', population: 7100 }]);
});

test.each([
  ['社区代码', '', '没有填'],
  ['社区代码', '南苑社区', '不是 12 位的社区代码'],
  ['社区代码', '6.20602E+11', '科学计数法'],
  ['社区代码', '620602009001', '没有代码为 620602009001 的社区'],
  ['经度', '', '没有填'],
  ['经度', '116.4', '不在凉州城区范围内'],
  ['纬度', '北纬37度', '不是用小数写的度数'],
  ['人口', '约七千', '不是人数'],
  ['人口', '0', '不是人数'],
  ['人口', '71000000', '多打了一位'],
  ['来源', '', '没有填'],
  ['来源', '长'.repeat(201), '200'],
  ['状态', '', '请写 官方 或 待核'],
  ['状态', '演示', '「演示」不行'],
])('S2 S5 %s 「%s」 is reported with its line and heading', (heading, cell, reason) => {
  const { rows, problems } = parse(change(heading, cell));
  expect(rows).toEqual([]);
  expect(problems).toEqual([{ line: 2, heading, reason: expect.stringContaining(reason) as string }]);
});

test('S2 every fault of every row is reported', () => {
  expect(parse(change('来源', '', change('状态', '')), change('人口', 'x', change('社区代码', '620602001002'))).problems.map(({ line, heading }) => [line, heading])).toEqual([[2, '来源'], [2, '状态'], [3, '人口']]);
});
test('longitude and latitude the wrong way round are told as such', () => {
  expect(parse(change('经度', '37.9239', change('纬度', '102.642'))).problems).toEqual([{ line: 2, heading: '经度', reason: '经度和纬度填反了' }]);
});
test('S3 a community twice', () => {
  expect(parse(good, good).problems).toEqual([{ line: 3, heading: '社区代码', reason: '与第 2 行重复' }]);
  expect(parse(change('状态', ''), change('来源', '')).problems.map(({ line, heading }) => [line, heading])).toEqual([[2, '状态'], [3, '社区代码'], [3, '来源']]);
});
test('S4 a row that says nothing', () => {
  expect(parse(change('人口', '', change('经度', '', change('纬度', '')))).problems).toEqual([{ line: 2, heading: '人口', reason: '经纬度和人口至少填一样' }]);
});
test('S1 a missing column stops everything', () => {
  const table = tableOf([{ line: 1, cells: headings.slice(0, 5) }, { line: 2, cells: good }], '社区代码');
  expect(parseCommunities(table, { formats, divisions })).toMatchObject({ rows: [], problems: [{ line: 1, heading: '状态', reason: '缺这一列' }] });
});
