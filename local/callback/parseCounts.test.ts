import { tableOf } from '../import/table';
import { divisions, formats } from '../../rules';
import { countColumns, parseCounts } from './parseCounts';

const communities = [{ code: '620602001001', letters: 60, called: 6 }, { code: '620602001002', letters: 50, called: 5 }];
const parse = (...rows: string[][]) => parseCounts(tableOf([Object.values(countColumns), ...rows].map((cells, i) => ({ line: i + 1, cells })), countColumns.code), communities, { formats, divisions });

test('S1 whole numbers in any width; an empty cell is none', () => {
  expect(parse(['大众社区', '5', '', '', '', ''], ['620602001001', '３', '1', '1', '', '1'])).toEqual({
    problems: [],
    counts: [{ code: '620602001001', own: 3, led: 1, unanswered: 1, noLetter: 0, unreached: 1 }, { code: '620602001002', own: 5, led: 0, unanswered: 0, noLetter: 0, unreached: 0 }],
  });
});

test('S1–S3 each fault with its line, and every community once', () => {
  expect(parse(['620602001001', '两', '', '', '', ''], ['620602001003', '1', '', '', '', ''], ['620602001001', '6', '', '', '', ''], ['6.20602E+11', '1', '', '', '', ''], ['火星社区', '1', '', '', '', '']).problems).toEqual([
    '第 2 行：「自己拿的主意」里的「两」不是户数。', '第 3 行：620602001003 没有抽回访。', '第 4 行：620602001001 写了不止一次。', expect.stringContaining('第 5 行：「社区」') as string, '第 6 行：「社区」没有「火星社区」这个社区。', '缺大众社区的一行。',
  ]);
});

test('S2 more or fewer than were drawn are told with both numbers', () => {
  expect(parse(['620602001001', '9', '', '', '', ''], ['620602001002', '4', '', '', '', '']).problems).toEqual([
    '第 2 行：620602001001 抽了 6 户，这一行加起来是 9 户。没找到人的写在「没联系上」里。', '第 3 行：620602001002 抽了 5 户，这一行加起来是 4 户。没找到人的写在「没联系上」里。',
  ]);
});

test('a table without its columns is refused', () => {
  expect(() => parseCounts(tableOf([{ line: 1, cells: ['社区', '自己拿的主意'] }], '社区'), communities, { formats, divisions })).toThrow('别人拿的主意、没有答、没收到信、没联系上');
});
