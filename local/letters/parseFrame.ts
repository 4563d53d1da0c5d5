/**
 * Rows of text → the households of a frame (户名册), or what is wrong with each. Pure, like the other lists.
 *
 * S1 A heading that must be there and is not, or stands twice, stops everything; an unknown one is named and ignored: names and phone
 *    numbers have no business in a frame.
 * S2 Every fault of every row is reported: line, heading, reason.
 * S3 A household is known by its community and its number there, and stands once.
 */
import { cellReaders } from '../../domain/census-list/cells';
import type { Problem } from '../../domain/census-list/parse';
import type { Table } from '../import/table';
import type { Household } from '../../domain/draw';
import type { DivisionRules, FormatRules } from '../../types/rules';

export const frameColumns = { community: '社区代码', number: '户编号', address: '地址' } as const;
type FrameColumn = keyof typeof frameColumns;
export interface ParsedFrame { readonly households: readonly Household[]; readonly problems: readonly Problem[]; readonly notes: readonly string[] }

const longest = { number: 40, address: 80 } as const;

export const parseFrame = (table: Table, rules: { formats: FormatRules; divisions: DivisionRules }): ParsedFrame => {
  const headings: readonly string[] = Object.values(frameColumns);
  const unknown = table.headings.filter((heading) => heading !== '' && !headings.includes(heading));
  const notes = [...table.notes, ...(unknown.length > 0 ? [`不认识的列没有读：${unknown.join('、')}。名册里只要社区、户编号和地址，请不要写姓名和电话。`] : [])];
  const wrong = headings.flatMap((heading) => {
    const times = table.headings.filter((h) => h === heading).length;
    return times === 1 ? [] : [{ line: 1, heading, reason: times === 0 ? '缺这一列' : '这一列出现了两次' }];
  });
  if (wrong.length > 0) return { households: [], problems: wrong, notes };

  const problems: Problem[] = [];
  const { community: communityOf } = cellReaders(rules);
  const seen = new Map<string, number>();
  const households = table.rows.flatMap(({ line, cells }): Household[] => {
    const cell = (column: FrameColumn) => (cells[table.headings.indexOf(frameColumns[column])] ?? '').normalize('NFKC').trim();
    const refuse = (column: FrameColumn, reason: string) => {
      problems.push({ line, heading: frameColumns[column], reason });
      return null;
    };
    const text = (column: 'number' | 'address') => {
      const value = cell(column);
      if (value === '') return refuse(column, '没有填');
      return value.length <= longest[column] ? value : refuse(column, `太长，最多 ${longest[column]} 个字`);
    };
    const community = communityOf(cell('community'), (_column, reason) => refuse('community', reason));
    const number = text('number');
    const address = text('address');
    if (community === null || number === null || address === null) return [];
    const before = seen.get(`${community} ${number}`);
    if (before !== undefined) {
      refuse('number', `与第 ${before} 行重复：一个社区里每户的编号只能有一个`);
      return [];
    }
    seen.set(`${community} ${number}`, line);
    return [{ community, number, address }];
  });
  if (table.rows.length === 0) problems.push({ line: 1, heading: frameColumns.community, reason: '列名下面没有内容' });
  return { households: problems.length > 0 ? [] : households, problems, notes };
};
