import { divisions } from '../../rules';
import { parseCensus } from './parseCensus';
import { tableOf } from './table';

const head = [['凉州城区各社区人口'], ['来源：统计公报（2025 年），公安局', '版本', '2025年末'], ['状态: 待核', '', '是否核实', '', '否']];
const headings = ['社区代码', '社区', '18-59岁', '60岁及以上', '合计(选填)', '户数(选填)'];
const good = ['620602001001', '南苑社区', '4200', '1300', '5500', '2300'];
const other = ['620602001002', '东大街街道大众社区', '3000', '900', '', ''];
const parse = (rows: readonly string[][], { above = head, titles = headings, given = {} }: { above?: string[][]; titles?: string[]; given?: Parameters<typeof parseCensus>[1] } = {}) =>
  parseCensus(tableOf([...above, titles, ...rows].map((cells, i) => ({ line: i + 1, cells })), '社区代码'), given, divisions);
const change = (heading: string, cell: string, row = good) => row.map((old, i) => (headings[i]!.replace('(选填)', '') === heading ? cell : old));
const firstLine = head.length + 2;

test('a whole table is read, with what stands above the headings', () => {
  expect(parse([good, other])).toEqual({
    problems: [], notes: [],
    table: {
      kind: 'census', version: '2025年末', title: '社区人口表', source: '统计公报（2025 年），公安局', status: '待核', verified: false,
      communities: [
        { code: '620602001001', adults: { '18-59': 4200, '60-up': 1300 }, total: 5500, households: 2300 },
        { code: '620602001002', adults: { '18-59': 3000, '60-up': 900 } },
      ],
    },
  });
});

test('what stands above may be options of the command instead, and both may say the same', () => {
  const given = { source: '公报', version: '2025', status: '官方', verified: '是' };
  expect(parse([good], { above: [], given }).table).toMatchObject({ source: '公报', version: '2025', status: '官方', verified: true });
  expect(parse([good], { above: [['来源：公报']], given }).table).toMatchObject({ source: '公报' });
  expect(parse([good], { above: [['来源：年鉴']], given }).problems).toEqual([{ line: 1, heading: '来源', reason: '写了两样：「年鉴」和「公报」' }]);
});

test.each([
  ['来源', {}, '没有写'],
  ['来源', { source: '长'.repeat(201) }, '最多 200 个字'],
  ['版本', { version: ' ' }, '没有写'],
  ['版本', { version: '1'.repeat(41) }, '最多 40 个字'],
  ['状态', { status: '方案' }, '「方案」不行。请写 官方 或 待核 或 演示'],
  ['是否核实', { verified: '核实过' }, '请写 是 或 否'],
])('%s %j is told', (heading, given, reason) => {
  const whole = { source: '公报', version: '2025', status: '官方', verified: '是' };
  const { [({ 来源: 'source', 版本: 'version', 状态: 'status', 是否核实: 'verified' } as const)[heading as '来源']]: _, ...rest } = whole;
  expect(parse([good], { above: [], given: { ...rest, ...given } })).toMatchObject({ table: null, problems: [{ line: 1, heading, reason: expect.stringContaining(reason) as string }] });
});

test('digits in full width, separators, 人 and 户 are read; headings as people type them', () => {
  const row = ['６２０６０２００１００１', '南苑', '４，２００', '1,300人', '5500.0', '2300户'];
  const titles = ['社区代码', '社区名称', '18–59 岁', '60岁以上', '合计', '户数'];
  expect(parse([row], { titles }).table).toEqual(parse([good]).table);
});

test('S6 the order of the rows makes no other table', () => {
  expect(parse([other, good]).table).toEqual(parse([good, other]).table);
});

test.each([
  ['社区代码', '6.20602E+11', '科学计数法'],
  ['社区代码', '620602009001', '没有代码为'],
  ['社区代码', '', '没有填'],
  ['社区', '大众社区', '与代码不符，620602001001 是南苑社区'],
  ['社区', '', '没有填'],
  ['18-59岁', '', '没有人请写 0'],
  ['18-59岁', '-4200', '是负数'],
  ['18-59岁', '4200.5', '不是整数'],
  ['18-59岁', '4.2E+3', '科学计数法'],
  ['60岁及以上', '约一千', '不是人数'],
  ['60岁及以上', '13000000', '多打了一位'],
  ['合计', '5501', '写的是 5501，两个年龄段加起来是 5500'],
  ['户数', '5501', '5501 户，比成年人（5500 人）还多'],
])('S2–S5 %s 「%s」 is reported with its line and heading', (heading, cell, reason) => {
  expect(parse([other, change(heading, cell)])).toMatchObject({ table: null, problems: [{ line: firstLine + 1, heading, reason: expect.stringContaining(reason) as string }] });
});

test('S2 every fault of every row is told', () => {
  const nobody = ['620602001003', '文庙路社区', '0', '0', '', ''];
  const { problems } = parse([change('18-59岁', '-1', change('60岁及以上', 'x')), change('合计', '1', change('户数', '9000', ['620602001002', '大众', ...good.slice(2)])), good, nobody]);
  expect(problems.map(({ line, heading }) => [line - firstLine, heading])).toEqual([
    [0, '18-59岁'], [0, '60岁及以上'], [1, '合计'], [1, '户数'], [2, '社区代码'], [3, '18-59岁'],
  ]);
});

test('S1 a missing column stops everything; an unknown one is named; no rows are no table', () => {
  expect(parse([good], { titles: headings.filter((heading) => heading !== '60岁及以上') }).problems).toEqual([{ line: 1, heading: '60岁及以上', reason: '缺这一列' }]);
  expect(parse([[...good, 'x']], { titles: [...headings, '备注'] }).notes).toEqual(['不认识的列没有读：备注。']);
  expect(parse([]).problems).toEqual([{ line: 1, heading: '社区代码', reason: '列名下面没有内容' }]);
});
