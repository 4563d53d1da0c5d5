/**
 * Rows of text → centres and populations of communities, or what is wrong with each. Pure, like `parseOutlets`.
 *
 * S1 A heading that must be there and is not, or stands twice, stops everything; an unknown one is named and ignored.
 * S2 Every fault of every row is reported: line, heading, reason.
 * S3 A community is known by its 12-digit code alone, and stands once.
 * S4 Longitude and latitude come together or not at all; an empty cell leaves what is in the database. A row says something.
 * S5 Each row names its source, and its status: 官方 or 待核. What is invented does not come in this way.
 */
import type { DivisionRules, FormatRules } from '../../types/rules';
import { cellReaders } from '../../domain/census-list/cells';
import { communityCodeOf, peopleOf } from '../../domain/census-list/communityCells';
import type { Problem } from '../../domain/census-list/parse';
import type { Line, Table } from './table';

export const communityColumns = { code: '社区代码', lng: '经度', lat: '纬度', population: '人口', source: '来源', status: '状态' } as const;
type CommunityColumn = keyof typeof communityColumns;
export const statuses = ['官方', '待核'] as const;

export interface CommunityRow {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  /** GCJ-02 degrees; null leaves the centre as it is. */
  readonly centre: { readonly lng: number; readonly lat: number } | null;
  /** People; null leaves the number as it is. */
  readonly population: number | null;
  readonly source: string;
  readonly status: (typeof statuses)[number];
}
export interface ParsedCommunities { readonly rows: readonly CommunityRow[]; readonly problems: readonly Problem[]; readonly notes: readonly string[] }

type Refuse = (column: CommunityColumn, reason: string) => null;

const longestSource = 200;

export const parseCommunities = (table: Table, rules: { formats: FormatRules; divisions: DivisionRules }): ParsedCommunities => {
  const headings: readonly string[] = Object.values(communityColumns);
  const unknown = table.headings.filter((heading) => heading !== '' && !headings.includes(heading));
  const notes = [...table.notes, ...(unknown.length > 0 ? [`不认识的列没有读：${unknown.join('、')}。`] : [])];
  const wrong = headings.flatMap((heading) => {
    const times = table.headings.filter((h) => h === heading).length;
    return times === 1 ? [] : [{ line: 1, heading, reason: times === 0 ? '缺这一列' : '这一列出现了两次' }];
  });
  if (wrong.length > 0) return { rows: [], problems: wrong, notes };

  const problems: Problem[] = [];
  const names = new Map(rules.divisions.streets.flatMap(({ communities }) => communities.map(({ code, name }) => [code, name])));
  const { point } = cellReaders(rules);
  const seen = new Map<string, number>();
  const rows = table.rows.flatMap((row) => {
    const refuse: Refuse = (column, reason) => {
      problems.push({ line: row.line, heading: communityColumns[column], reason });
      return null;
    };
    const cell = (column: CommunityColumn) => row.cells[table.headings.indexOf(communityColumns[column])] ?? '';
    const code = communityCodeOf(cell('code'), names, (reason) => refuse('code', reason));
    const before = code === null ? undefined : seen.get(code);
    if (before !== undefined) refuse('code', `与第 ${before} 行重复`);
    else if (code !== null) seen.set(code, row.line);
    const read = parseRow(row, code, cell, { names, point }, refuse);
    return read ? [read] : [];
  });
  if (table.rows.length === 0) problems.push({ line: 1, heading: communityColumns.code, reason: '列名下面没有内容' });
  return { rows: problems.length > 0 ? [] : rows, problems, notes };
};

const parseRow = (
  { line }: Line, code: string | null, cell: (column: CommunityColumn) => string,
  { names, point }: { names: ReadonlyMap<string, string>; point: ReturnType<typeof cellReaders>['point'] }, refuse: Refuse,
): CommunityRow | null => {
  const [lng, lat] = [cell('lng'), cell('lat')];
  const hasPoint = lng !== '' || lat !== '';
  const centre = hasPoint ? point(lng, lat, (column, reason) => refuse(column === 'lat' ? 'lat' : 'lng', reason)) : null;
  const hasPeople = cell('population') !== '';
  const population = hasPeople ? peopleOf(cell('population'), 1, (reason) => refuse('population', reason)) : null;
  if (!hasPoint && !hasPeople) refuse('population', '经纬度和人口至少填一样');
  const source = cell('source') === '' ? refuse('source', '没有填。请写明出自哪份文件或由谁提供') : cell('source').length > longestSource ? refuse('source', `太长，最多 ${longestSource} 个字`) : cell('source');
  const status = statuses.find((known) => known === cell('status')) ?? refuse('status', cell('status') === '' ? `没有填。请写 ${statuses.join(' 或 ')}` : `「${cell('status')}」不行。请写 ${statuses.join(' 或 ')}`);
  if (code === null || (hasPoint && !centre) || (hasPeople && population === null) || (!hasPoint && !hasPeople) || source === null || status === null) return null;
  return { line, code, name: names.get(code) ?? code, centre, population, source, status };
};
