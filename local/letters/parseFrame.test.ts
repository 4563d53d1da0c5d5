import { divisions, formats } from '../../rules';
import { tableOf } from '../import/table';
import { parseFrame } from './parseFrame';

const parse = (...rows: string[][]) => parseFrame(tableOf([['社区代码', '户编号', '地址'], ...rows].map((cells, i) => ({ line: i + 1, cells })), '社区代码'), { formats, divisions });
const faults = (...rows: string[][]) => parse(...rows).problems.map(({ line, heading, reason }) => `${line} ${heading} ${reason}`);

test('households by the code or the name of their community, in any width', () => {
  expect(parse(['620602001001', '１', '南苑小区 1 号楼'], ['大众社区', '1', '东巷 2 号']).households).toEqual([
    { community: '620602001001', number: '1', address: '南苑小区 1 号楼' }, { community: '620602001002', number: '1', address: '东巷 2 号' },
  ]);
});

test('S2 every fault is told with its line; one fault, and there is no frame', () => {
  expect(faults(['620602001001', '', '一号'], ['火星社区', '2', '二号'], ['620602001001', '3', ''])).toEqual(['2 户编号 没有填', '3 社区代码 没有「火星社区」这个社区', '4 地址 没有填']);
  expect(parse(['620602001001', '1', '一号'], ['620602001001', '2', '']).households).toEqual([]);
});

test('S3 a household stands once in its community', () => {
  expect(faults(['620602001001', '1', '一号'], ['620602001002', '1', '一号'], ['620602001001', '1', '二号'])).toEqual(['4 户编号 与第 2 行重复：一个社区里每户的编号只能有一个']);
});

test('S1 names and phone numbers are not read, and it is said that they have no business there', () => {
  const read = parseFrame(tableOf([{ line: 1, cells: ['社区代码', '户编号', '地址', '户主姓名'] }, { line: 2, cells: ['620602001001', '1', '一号', '某某'] }], '社区代码'), { formats, divisions });
  expect(JSON.stringify(read.households)).not.toContain('某某');
  expect(read.notes.join()).toContain('户主姓名');
});
