import { divisions, formats } from '../../rules';
import { columns } from './columns';
import { parseOutlets, type ParsedOutlets } from './parse';
import { tableOf } from './table';

const good: Record<string, string> = {
  编号: 'LZ-001', 网点名称: '老街牛肉面馆', 业态: '早餐店', 搭载服务: '早餐、送餐上门', 所属社区: '南苑社区', 地址: '东巷12号', 经度: '102.64', 纬度: '37.93', 电话: '13800000000',
  营业时间: '周一至周六 06:30-14:00', 统一社会信用代码: '92620602MA0000015G', 无照原因: '', 收现金: '是', 无台阶: '否', 有座: '', 人工服务: '是',
};
const parse = (...rows: Record<string, string>[]) => {
  const headings = Object.keys(good);
  return parseOutlets(tableOf([headings, ...rows.map((row) => headings.map((heading) => ({ ...good, ...row })[heading] ?? ''))].map((cells, i) => ({ line: i + 1, cells })), '网点名称'), { formats, divisions });
};

describe('rows of a census list', () => {
  test('a whole row becomes an outlet', () => {
    expect(parse({})).toMatchObject({
      problems: [], notes: [],
      outlets: [{
        line: 2, key: { own: true, text: 'lz-001' },
        fields: {
          name: '老街牛肉面馆', format: 'breakfast', services: ['breakfast-serving', 'meal-delivery'], community: '620602001001', point: { lng: 102.64, lat: 37.93 }, phone: '13800000000',
          creditCode: '92620602MA0000015G', unlicensedReason: null, facts: { cash: 'yes', stepFree: 'no', seats: 'unknown', staffed: 'yes' },
        },
      }],
    });
  });

  test('S3 what is optional may be empty and is then unknown', () => {
    const [outlet] = parse({ 编号: '', 搭载服务: '', 电话: '', 营业时间: '', 统一社会信用代码: '', 收现金: '', 无台阶: '', 人工服务: '' }).outlets;
    expect(outlet).toMatchObject({ key: { own: false }, fields: { services: [], phone: null, hours: null, creditCode: null, facts: { cash: 'unknown', stepFree: 'unknown', seats: 'unknown', staffed: 'unknown' } } });
  });

  test.each([
    ['网点名称', '', '没有填'],
    ['网点名称', '😀😀', '要有汉字'],
    ['网点名称', '面', '2 到 40'],
    ['业态', '早点铺', '没有「早点铺」这个业态'],
    ['搭载服务', '修鞋、修飞机', '没有「修飞机」这项服务'],
    ['所属社区', '不存在社区', '没有「不存在社区」这个社区'],
    ['地址', '长'.repeat(81), '80'],
    ['经度', '103.5', '不在凉州城区范围内'],
    ['经度', '102°38′', '不是用小数写的度数'],
    ['纬度', '', '没有填'],
    ['电话', '9352212345', '不是电话号码'],
    ['电话', '13800000000、13900000000', '只写一个'],
    ['营业时间', '18:00-9:00', '关门早于开门'],
    ['营业时间', '看心情', '看不明白'],
    ['统一社会信用代码', '92620602MA0000015H', '校验不对'],
    ['统一社会信用代码', '916206021234500000', '当成数字改过'],
    ['电话', '1.38E+10', '被表格软件改成了科学计数法，请把这一列设成文本再填'],
    ['电话', '1.38Ｅ+10', '科学计数法'],
    ['统一社会信用代码', '9.26E+17', '被表格软件改成了科学计数法，请把这一列设成文本再填'],
    ['统一社会信用代码', '9e17', '科学计数法'],
    ['所属社区', '6.20602E+11', '科学计数法'],
    ['编号', '1.2E+13', '科学计数法'],
    ['收现金', '也许', '看不明白'],
    ['编号', '长'.repeat(61), '60'],
  ])('S2 %s 「%s」 is reported with its line and heading', (heading, cell, reason) => {
    const { outlets, problems } = parse({}, { 编号: 'LZ-002', [heading]: cell });
    expect(outlets).toEqual([]);
    expect(problems).toEqual([{ line: 3, heading, reason: expect.stringContaining(reason) as string }]);
  });

  test('S2 every fault of a row is reported, not only the first', () => {
    expect(parse({ 业态: '没有', 电话: '1', 营业时间: '9点' }).problems.map(({ heading }) => heading)).toEqual(['业态', '电话', '营业时间']);
  });

  test('S2 what could have been written is said once', () => {
    const { notes } = parse({ 业态: '没有' }, { 编号: '2', 业态: '也没有' });
    expect(notes).toEqual([expect.stringMatching(/^业态可以写：便利店、/)]);
  });

  test('S2 longitude and latitude the wrong way round are told as such', () => {
    expect(parse({ 经度: '37.93', 纬度: '102.64' }).problems).toEqual([{ line: 2, heading: '经度', reason: '经度和纬度填反了' }]);
  });

  test.each([
    ['编号', { 编号: 'lz-001', 网点名称: '另一家店' }, {}, '编号与第 2 行重复'],
    ['网点名称', { 编号: '' }, { 编号: '', 网点名称: '老街牛肉面馆' }, '与第 2 行相同'],
  ])('S5 the same %s twice', (heading, second, first, reason) => {
    expect(parse(first, second).problems).toEqual([{ line: 3, heading, reason: expect.stringContaining(reason) as string }]);
  });

  test.each([
    ['编号', { 电话: '1' }, {}],
    ['编号', {}, { 业态: '没有' }],
    ['编号', { 地址: '' }, { 网点名称: '', 业态: '没有' }],
    ['网点名称', { 编号: '', 电话: '1' }, { 编号: '', 收现金: '也许' }],
  ])('S5 the same %s twice is told beside the other faults of either row', (heading, first, second) => {
    const rows = [{ ...good, ...first }, { ...good, ...second }];
    const others = rows.flatMap((row, i) => parse(row).problems.map((problem) => ({ ...problem, line: i + 2 })));
    const { outlets, problems } = parse(...rows);
    expect(outlets).toEqual([]);
    expect(problems).toHaveLength(others.length + 1);
    expect(problems).toEqual(expect.arrayContaining([...others, { line: 3, heading, reason: expect.stringMatching(/第 2 行(重复|相同)$/) as string }]));
  });
  test('a 编号 of somebody’s own may look like a power of ten', () => {
    expect(parse({ 编号: '1E3' })).toMatchObject({ problems: [], outlets: [{ key: { text: '1e3' } }] });
  });
  test('services may stand between commas and semicolons of either width', () => {
    expect(parse({ 搭载服务: '早餐，送餐上门；修鞋,配钥匙' }).outlets[0]?.fields.services).toHaveLength(4);
  });

  test('a community may carry its street, a code may stand for a name, width does not matter', () => {
    const { problems, outlets } = parse({ 所属社区: '东大街街道 南苑社区', 业态: 'breakfast', 经度: '102.64' }, { 编号: '2', 所属社区: '620602001001' });
    expect(problems).toEqual([]);
    expect(outlets.map(({ fields }) => fields.community)).toEqual(['620602001001', '620602001001']);
  });

  test('S1 a column that is missing or stands twice stops everything; an unknown one is ignored and named', () => {
    const line = (cells: string[]) => [{ line: 1, cells }, { line: 2, cells: cells.map(() => 'x') }];
    const problems = (cells: string[]) => parseOutlets(tableOf(line(cells), '网点名称'), { formats, divisions }).problems;
    expect(problems(['网点名称', '业态', '所属社区', '地址', '经度'])).toEqual([{ line: 1, heading: '纬度', reason: '缺这一列' }]);
    expect(problems([...Object.values(columns), '电话'])).toEqual([{ line: 1, heading: '电话', reason: '这一列出现了两次' }]);
    const { notes } = parseOutlets(tableOf(line([...Object.values(columns), '备注']), '网点名称'), { formats, divisions });
    expect(notes[0]).toBe('不认识的列没有读：备注。');
  });

  test('headings without rows are told', () => {
    expect(parse().problems).toEqual([{ line: 1, heading: '网点名称', reason: '列名下面没有内容' }]);
  });
});

describe('coordinates, chains and what a spreadsheet made of a cell', () => {
  test('S6 positions in a named system are converted, by the file or by the row, and the row wins', () => {
    const moved = (row: Record<string, string>, system: 'wgs84' | 'bd09' | null = null) => {
      const headings = [...Object.keys(good), '坐标系'];
      return parseOutlets(tableOf([headings, headings.map((heading) => ({ ...good, 坐标系: '', ...row })[heading] ?? '')].map((cells, i) => ({ line: i + 1, cells })), '网点名称'), { formats, divisions }, system);
    };
    const point = (parsed: ParsedOutlets) => parsed.outlets[0]!.fields.point;
    expect(point(moved({}, 'wgs84'))).toEqual({ lng: 102.641721, lat: 37.930289 });
    expect(point(moved({ 坐标系: 'WGS-84' }))).toEqual(point(moved({}, 'wgs84')));
    expect(point(moved({ 坐标系: '百度' }, 'wgs84'))).toEqual(point(moved({}, 'bd09')));
    expect(point(moved({ 坐标系: '火星坐标（GCJ-02）' }, 'wgs84'))).toEqual({ lng: 102.64, lat: 37.93 });
    expect(moved({ 坐标系: '北京54' }).problems[0]!.reason).toContain('没有「北京54」这种坐标系');
    expect(moved({}).outlets[0]!.systemUnsaid).toBe(true);
    expect(moved({ 坐标系: '腾讯' }).outlets[0]!.systemUnsaid).toBe(false);
    expect(moved({ 经度: '37.93', 纬度: '102.64' }, 'bd09').problems[0]!.reason).toBe('经度和纬度填反了');
  });

  test.each([
    ['连锁', { 连锁: '也许' }, '连锁', '看不明白'],
    ['a brand without a chain', { 连锁: '独立', 品牌: '千层' }, '品牌', '「连锁」一列也要写 连锁'],
    ['a brand too long', { 连锁: '连锁', 品牌: '长'.repeat(21) }, '品牌', '20'],
  ])('%s that does not fit is told', (_what, row: Record<string, string>, heading, reason) => {
    const headings = [...Object.keys(good), '连锁', '品牌'];
    const { problems } = parseOutlets(tableOf([headings, headings.map((one) => ({ ...good, 连锁: '', 品牌: '', ...row } as Record<string, string>)[one] ?? '')].map((cells, i) => ({ line: i + 1, cells })), '网点名称'), { formats, divisions });
    expect(problems).toEqual([{ line: 2, heading, reason: expect.stringContaining(reason) as string }]);
  });

  test('digits of full width are read everywhere', () => {
    expect(parse({ 经度: '１０２．６４', 纬度: '３７．９３', 电话: '１３８００００００００', 营业时间: '０８：３０－１８：００', 统一社会信用代码: '９２６２０６０２ＭＡ０００００１５Ｇ', 所属社区: '６２０６０２００１００１' })).toMatchObject({
      problems: [], outlets: [{ fields: { point: { lng: 102.64, lat: 37.93 }, phone: '13800000000', creditCode: '92620602MA0000015G', community: '620602001001', hours: expect.arrayContaining([[{ from: 510, to: 1080 }]]) as unknown } }],
    });
  });

  test.each(['0.354166666666667', '45658'])('a time or a date that became the number %s is told as such', (number) => {
    expect(parse({ 营业时间: number }).problems).toEqual([{ line: 2, heading: '营业时间', reason: expect.stringContaining('被表格软件改过') as string }]);
  });

  test('S7 a cell that can’t be taken at its word says that and nothing else', () => {
    const headings = Object.keys(good);
    const table = tableOf([{ line: 1, cells: headings }, { line: 2, cells: headings.map((heading) => (heading === '所属社区' ? '' : good[heading]!)), faults: new Map([[headings.indexOf('所属社区'), 'E1:E2 是合并的单元格']]) }], '网点名称');
    expect(parseOutlets(table, { formats, divisions }).problems).toEqual([{ line: 2, heading: '所属社区', reason: 'E1:E2 是合并的单元格' }]);
  });

  test('S8 the example of the empty list is no row', () => {
    expect(parse({ 编号: '示例', 业态: '没有' }, {})).toMatchObject({ problems: [], outlets: [{ line: 3 }] });
  });
});
