/**
 * Rows of text → a census table, or what is wrong with each. Pure, like `parseCommunities`.
 *
 * S1 A heading that must be there and is not, or stands twice, stops everything; an unknown one is named and ignored.
 * S2 Every fault of every row is reported: line, heading, reason.
 * S3 A community is known by its 12-digit code; the name beside it must be its own, or rows have slipped.
 * S4 A count is a whole number, written out: an empty cell is not nobody.
 * S5 What domain/census.ts says of a row is told at the column where it can be mended.
 * S6 The order of the rows makes no other table.
 */
import { adultsOf, countProblems } from '../../domain/census';
import { communityCodeOf, isNameOf, peopleOf } from '../../domain/census-list/communityCells';
import type { CensusCommunity, CensusTable, DivisionRules } from '../../types/rules';
import { readCensusHead, ruleHeadOf, type GivenHead } from './censusHead';
import type { Problem } from '../../domain/census-list/parse';
import type { Table } from './table';

export const censusColumns = { code: '社区代码', name: '社区', younger: '18-59岁', older: '60岁及以上', total: '合计', households: '户数' } as const;
type CensusColumn = keyof typeof censusColumns;
const required: readonly CensusColumn[] = ['code', 'name', 'younger', 'older'];

export interface ParsedCensus { readonly table: CensusTable | null; readonly problems: readonly Problem[]; readonly notes: readonly string[] }

export const parseCensus = (file: Table, given: GivenHead, divisions: DivisionRules): ParsedCensus => {
  const headings = file.headings.map(plainHeading);
  const known: readonly string[] = Object.values(censusColumns);
  const unknown = headings.filter((heading) => heading !== '' && !known.includes(heading));
  const notes = [...file.notes, ...(unknown.length > 0 ? [`不认识的列没有读：${unknown.join('、')}。`] : [])];
  const wrong = headingProblems(headings);
  if (wrong.length > 0) return { table: null, problems: wrong, notes };

  const problems: Problem[] = [];
  const head = readCensusHead(file, given, (problem) => problems.push(problem));
  const names = new Map(divisions.streets.flatMap((street) => street.communities.map(({ code, name }) => [code, name])));
  const seen = new Map<string, number>();
  const communities = file.rows.flatMap((row) => {
    const refuse = (column: CensusColumn) => (reason: string) => {
      problems.push({ line: row.line, heading: censusColumns[column], reason });
      return null;
    };
    const read = parseRow((column) => row.cells[headings.indexOf(censusColumns[column])] ?? '', names, refuse);
    const before = read.code === null ? undefined : seen.get(read.code);
    if (before !== undefined) refuse('code')(`与第 ${before} 行重复`);
    else if (read.code !== null) seen.set(read.code, row.line);
    return read.community ? [read.community] : [];
  });
  if (file.rows.length === 0) problems.push({ line: 1, heading: censusColumns.code, reason: '列名下面没有内容' });
  if (problems.length > 0 || head === null) return { table: null, problems, notes };
  return { table: { ...ruleHeadOf(head), communities: communities.sort((a, b) => (a.code < b.code ? -1 : 1)) }, problems, notes };
};

/** 18–59 岁 and 60岁以上 are what people type. */
const plainHeading = (heading: string): string => heading.replace(/[‐–—−~～至]+/g, '-').replace(/^60岁以上$/, censusColumns.older).replace(/^社区名称$/, censusColumns.name);

const headingProblems = (headings: readonly string[]): Problem[] =>
  (Object.keys(censusColumns) as CensusColumn[]).flatMap((column) => {
    const heading = censusColumns[column];
    const times = headings.filter((other) => other === heading).length;
    if (times === 1 || (times === 0 && !required.includes(column))) return [];
    return [{ line: 1, heading, reason: times === 0 ? '缺这一列' : '这一列出现了两次' }];
  });

type RefuseIn = (column: CensusColumn) => (reason: string) => null;

const parseRow = (cell: (column: CensusColumn) => string, names: ReadonlyMap<string, string>, refuse: RefuseIn): { code: string | null; community: CensusCommunity | null } => {
  const code = communityCodeOf(cell('code'), names, refuse('code'));
  const own = code === null ? null : names.get(code)!;
  if (cell('name') === '') refuse('name')('没有填');
  else if (own !== null && !isNameOf(cell('name'), own)) refuse('name')(`「${cell('name')}」与代码不符，${code} 是${own}`);
  const count = (column: CensusColumn) => (cell(column) === '' ? refuse(column)('没有填。没有人请写 0') : peopleOf(cell(column), 0, refuse(column)));
  const optional = (column: CensusColumn) => (cell(column) === '' ? undefined : peopleOf(cell(column), 0, refuse(column)));
  const [younger, older, total, households] = [count('younger'), count('older'), optional('total'), optional('households')];
  if (younger === null || older === null || total === null || households === null) return { code, community: null };
  const community = { code: code ?? '', adults: { '18-59': younger, '60-up': older }, ...(total === undefined ? {} : { total }), ...(households === undefined ? {} : { households }) };
  for (const problem of countProblems(community)) {
    if (problem === 'nobody') refuse('younger')('两个年龄段都是 0。没有成年人的社区不用列');
    if (problem === 'bands_do_not_add_up') refuse('total')(`写的是 ${total}，两个年龄段加起来是 ${adultsOf(community)}`);
    if (problem === 'more_households_than_adults') refuse('households')(`${households} 户，比成年人（${adultsOf(community)} 人）还多`);
  }
  return { code, community };
};
