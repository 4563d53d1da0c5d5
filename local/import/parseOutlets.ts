/**
 * Rows of text → outlets, or what is wrong with each. Pure: rules come in, nothing is looked up.
 *
 * S1 A heading that must be there and is not, or stands twice, stops everything; an unknown one is named and ignored.
 * S2 Every fault of every row is reported: line, heading, reason. Nothing is guessed.
 * S3 An empty optional cell is unknown: no phone, no hours, facts that nobody looked at.
 * S4 A row is known again by its 编号; without one, by its folded name, community and folded address.
 * S5 Two rows known by the same are a fault of the second, whatever else is wrong with either.
 */
import { foldText } from '../../domain/outlet-name';
import type { OutletFields } from '../../database/outletRow';
import type { DivisionRules, FormatRules } from '../../types/rules';
import { cellReaders, type Refuse } from './cells';
import { columns, requiredColumns, type Column } from './columns';
import type { Table } from './table';

export interface CensusOutlet {
  readonly line: number;
  /** What the row is known by; `own` if it is its 编号. */
  readonly key: { readonly own: boolean; readonly text: string };
  readonly fields: OutletFields;
}
export interface Problem { readonly line: number; readonly heading: string; readonly reason: string }
export interface ParsedOutlets { readonly outlets: CensusOutlet[]; readonly problems: Problem[]; readonly notes: string[] }

export const parseOutlets = (table: Table, rules: { formats: FormatRules; divisions: DivisionRules }): ParsedOutlets => {
  const known = new Map<string, Column>(Object.entries(columns).map(([column, heading]) => [heading, column as Column]));
  const notes = [...table.notes];
  const unknown = table.headings.filter((heading) => heading !== '' && !known.has(heading));
  if (unknown.length > 0) notes.push(`不认识的列没有读：${unknown.join('、')}。`);
  const problems = headingProblems(table);
  if (problems.length > 0) return { outlets: [], problems, notes };

  const place = new Map(table.headings.flatMap((heading, i) => (known.has(heading) ? [[known.get(heading)!, i] as const] : [])));
  const readers = cellReaders(rules);
  const outlets: CensusOutlet[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const refuse: Refuse = (column, reason) => {
      problems.push({ line: row.line, heading: columns[column], reason });
      return null;
    };
    const { key, fields } = parseRow((column) => row.cells[place.get(column) ?? -1] ?? '', readers, refuse);
    if (!key) continue;
    const before = seen.get(key.text);
    if (before === undefined) seen.set(key.text, row.line);
    else refuse(key.own ? 'key' : 'name', key.own ? `编号与第 ${before} 行重复` : `名称、社区、地址都与第 ${before} 行相同`);
    if (fields) outlets.push({ line: row.line, key, fields });
  }
  notes.push(...choices(problems, rules.formats));
  if (table.rows.length === 0) problems.push({ line: 1, heading: columns.name, reason: '列名下面没有内容' });
  return { outlets: problems.length > 0 ? [] : outlets, problems, notes };
};

/** What could have been written, said once and not with every row. */
const choices = (problems: readonly Problem[], { formats, services }: FormatRules): string[] =>
  [{ heading: columns.format, names: formats }, { heading: columns.services, names: services }]
    .filter(({ heading }) => problems.some((problem) => problem.heading === heading))
    .map(({ heading, names }) => `${heading}可以写：${names.map(({ name }) => name).join('、')}。`);

const headingProblems = ({ headings }: Table): Problem[] => [
  ...requiredColumns.map((column) => columns[column]).filter((heading) => !headings.includes(heading)).map((heading) => ({ line: 1, heading, reason: '缺这一列' })),
  ...Object.values(columns).filter((heading) => headings.filter((h) => h === heading).length > 1).map((heading) => ({ line: 1, heading, reason: '这一列出现了两次' })),
];

/** What could be read of a row; what it is known by may be there although the rest has a fault. */
const parseRow = (cell: (column: Column) => string, read: ReturnType<typeof cellReaders>, refuse: Refuse): { key: CensusOutlet['key'] | null; fields: OutletFields | null } => {
  const name = read.name(cell('name'), refuse);
  const format = read.format(cell('format'), refuse);
  const services = read.services(cell('services'), refuse);
  const community = read.community(cell('community'), refuse);
  const address = read.address(cell('address'), refuse);
  const point = read.point(cell('lng'), cell('lat'), refuse);
  const phone = read.phone(cell('phone'), refuse);
  const hours = read.hours(cell('hours'), refuse);
  const creditCode = read.creditCode(cell('creditCode'), refuse);
  const unlicensedReason = read.unlicensedReason(cell('unlicensedReason'), refuse);
  const own = read.key(cell('key'), refuse);
  const [cash, stepFree, seats, staffed] = (['cash', 'stepFree', 'seats', 'staffed'] as const).map((column) => read.fact(column, cell(column), refuse));
  const content = name === null || community === null || address === null ? null : { own: false, text: contentKey(name, community, address) };
  const key = own === '' ? content : own === null ? null : { own: true, text: own };
  if (name === null || format === null || services === null || community === null || address === null || point === null || !phone || !hours
    || !creditCode || !unlicensedReason || !cash || !stepFree || !seats || !staffed) return { key, fields: null };
  return {
    key,
    fields: {
      name, format, services, community, point, address, phone: phone.value, hours: hours.value, creditCode: creditCode.value,
      unlicensedReason: unlicensedReason.value, facts: { cash, stepFree, seats, staffed },
    },
  };
};

/** In words rather than hashed, so that whoever reads the table sees what a row is known by. */
export const contentKey = (name: string, community: string, address: string): string => `无编号:${community}:${foldText(name)}:${foldText(address)}`;
