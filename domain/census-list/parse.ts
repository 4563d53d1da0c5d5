/**
 * Rows of text → outlets, or what is wrong with each. Pure: rules come in, nothing is looked up.
 *
 * S1 A heading that must be there and is not, or stands twice, stops everything; an unknown one is named and ignored.
 * S2 Every fault of every row is reported: line, heading, reason. Nothing is guessed.
 * S3 An empty optional cell is unknown: no phone, no hours, facts that nobody looked at.
 * S4 A row is known again by its 系统编号, which an export writes; without one by its 编号; without one, by its folded name, community
 *    and folded address.
 * S5 Two rows known by the same are a fault of the second, whatever else is wrong with either.
 * S6 Positions are read in the system the row names, else the one the file was said to be in, else GCJ-02.
 * S7 A cell that can't be taken at its word (a formula, part of a merged cell, made a date by the program) is a fault, and nothing else is
 *    said of it.
 * S8 A row whose 编号 is 示例, as the empty list has one, is no row.
 */
import type { OutletFields } from '../../types/outletFields';
import type { DivisionRules, FormatRules } from '../../types/rules';
import { foldText } from '../outlet-name';
import { cellReaders, type Refuse } from './cells';
import { columns, fromPlainText, requiredColumns, type Column, type CoordinateSystem } from './columns';
import type { Line, Table } from './table';

export interface CensusOutlet {
  readonly line: number;
  /** Its 系统编号, or null. */
  readonly id: string | null;
  /** What the row is known by without it; `own` if it is its 编号. */
  readonly key: { readonly own: boolean; readonly text: string };
  readonly fields: OutletFields;
  /** Its position was read as GCJ-02 because nobody said what it is. */
  readonly systemUnsaid: boolean;
}
export interface Problem { readonly line: number; readonly heading: string; readonly reason: string }
export interface ParsedOutlets { readonly outlets: CensusOutlet[]; readonly problems: Problem[]; readonly notes: string[] }
export interface ReadRow {
  readonly line: number;
  /** What stands under each known heading, empty cells left out. */
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly outlet: CensusOutlet | null;
  readonly problems: readonly Problem[];
}
export interface ListRules { readonly formats: FormatRules; readonly divisions: DivisionRules }

/** Reads row after row, so that a long list need not stand in memory twice. `problems` of the headings: no row can be read. */
export const listReader = (given: Table, rules: ListRules, system: CoordinateSystem | null = null) => {
  const table = withoutExamples(given);
  const known = new Map<string, Column>(Object.entries(columns).map(([column, heading]) => [heading, column as Column]));
  const unknown = table.headings.filter((heading) => heading !== '' && !known.has(heading));
  const place = new Map(table.headings.flatMap((heading, i) => (known.has(heading) ? [[known.get(heading)!, i] as const] : [])));
  const readers = cellReaders(rules);
  const seen = new Map<string, number>();
  const read = (row: Line): ReadRow => {
    const problems: Problem[] = [];
    const refuse: Refuse = (column, reason) => {
      const because = row.faults?.get(place.get(column) ?? -1) ?? reason;
      if (!problems.some((told) => told.heading === columns[column])) problems.push({ line: row.line, heading: columns[column], reason: because });
      return null;
    };
    for (const [column, at] of place) if (row.faults?.has(at)) refuse(column, '');
    const cell = (column: Column) => fromPlainText(row.cells[place.get(column) ?? -1] ?? '');
    const { id, key, fields, systemUnsaid } = parseRow(cell, readers, refuse, system);
    for (const [known, column, word] of [[id && `id:${id}`, 'id', '系统编号'], [key?.text, key?.own ? 'key' : 'name', '编号']] as const) {
      if (!known) continue;
      const before = seen.get(known);
      if (before === undefined) seen.set(known, row.line);
      else refuse(column, column === 'name' ? `名称、社区、地址都与第 ${before} 行相同` : `${word}与第 ${before} 行重复`);
    }
    return {
      line: row.line,
      cells: Object.fromEntries([...place].flatMap(([column, at]) => { const text = row.cells[at] ?? ''; return text === '' ? [] : [[column, text]]; })),
      outlet: fields && key && problems.length === 0 ? { line: row.line, id: id || null, key, fields, systemUnsaid } : null,
      problems,
    };
  };
  return {
    problems: table.rows.length === 0 && headingProblems(table).length === 0 ? [{ line: 1, heading: columns.name, reason: '列名下面没有内容' }] : headingProblems(table),
    notes: [...table.notes, ...(unknown.length > 0 ? [`不认识的列没有读：${unknown.join('、')}。`] : [])],
    rows: table.rows,
    read,
  };
};

export const parseOutlets = (table: Table, rules: ListRules, system: CoordinateSystem | null = null): ParsedOutlets => {
  const reader = listReader(table, rules, system);
  if (reader.problems.length > 0) return { outlets: [], problems: [...reader.problems], notes: [...reader.notes] };
  const problems: Problem[] = [];
  const outlets: CensusOutlet[] = [];
  for (const row of reader.rows) {
    const read = reader.read(row);
    problems.push(...read.problems);
    if (read.outlet) outlets.push(read.outlet);
  }
  return { outlets: problems.length > 0 ? [] : outlets, problems, notes: [...reader.notes, ...choices(problems, rules.formats)] };
};

/** What could have been written, said once and not with every row. */
export const choices = (problems: readonly Pick<Problem, 'heading'>[], { formats, services }: FormatRules): string[] =>
  [{ heading: columns.format, names: formats }, { heading: columns.services, names: services }]
    .filter(({ heading }) => problems.some((problem) => problem.heading === heading))
    .map(({ heading, names }) => `${heading}可以写：${names.map(({ name }) => name).join('、')}。`);

const headingProblems = ({ headings }: Table): Problem[] => [
  ...requiredColumns.map((column) => columns[column]).filter((heading) => !headings.includes(heading)).map((heading) => ({ line: 1, heading, reason: '缺这一列' })),
  ...Object.values(columns).filter((heading) => headings.filter((h) => h === heading).length > 1).map((heading) => ({ line: 1, heading, reason: '这一列出现了两次' })),
];

interface Parsed { id: string | null; key: CensusOutlet['key'] | null; fields: OutletFields | null; systemUnsaid: boolean }

/** What could be read of a row; what it is known by may be there although the rest has a fault. */
const parseRow = (cell: (column: Column) => string, read: ReturnType<typeof cellReaders>, refuse: Refuse, system: CoordinateSystem | null): Parsed => {
  const id = read.id(cell('id'), refuse);
  const name = read.name(cell('name'), refuse);
  const format = read.format(cell('format'), refuse);
  const services = read.services(cell('services'), refuse);
  const community = read.community(cell('community'), refuse);
  const address = read.address(cell('address'), refuse);
  const named = read.system(cell('system'), refuse);
  const systemUnsaid = named === '' && system === null;
  const point = named === null ? null : read.point(cell('lng'), cell('lat'), refuse, named || (system ?? 'gcj02'));
  const phone = read.phone(cell('phone'), refuse);
  const hours = read.hours(cell('hours'), refuse);
  const creditCode = read.creditCode(cell('creditCode'), refuse);
  const unlicensedReason = read.unlicensedReason(cell('unlicensedReason'), refuse);
  const chain = read.chain(cell('chain'), refuse);
  const brand = read.brand(cell('brand'), chain, refuse);
  const own = read.key(cell('key'), refuse);
  const [cash, stepFree, seats, staffed] = (['cash', 'stepFree', 'seats', 'staffed'] as const).map((column) => read.fact(column, cell(column), refuse));
  const content = name === null || community === null || address === null ? null : { own: false, text: contentKey(name, community, address) };
  const key = own === '' ? content : own === null ? null : { own: true, text: own };
  if (id === null || name === null || format === null || services === null || community === null || address === null || point === null || !phone || !hours
    || !creditCode || !unlicensedReason || !chain || !brand || !cash || !stepFree || !seats || !staffed) return { id, key, fields: null, systemUnsaid };
  return {
    id, key, systemUnsaid,
    fields: {
      name, format, services, community, point, address, phone: phone.value, hours: hours.value, ...(hours.dated ? { dated: hours.dated } : {}), creditCode: creditCode.value,
      unlicensedReason: unlicensedReason.value, facts: { cash, stepFree, seats, staffed }, chain, brand: brand.value,
    },
  };
};

/** In words rather than hashed, so that whoever reads the table sees what a row is known by. */
export const contentKey = (name: string, community: string, address: string): string => `${contentKeyHead}${community}:${foldText(name)}:${foldText(address)}`;
export const contentKeyHead = '无编号:';
export const exampleKey = '示例';
/** S8 */
export const withoutExamples = (table: Table): Table => {
  const at = table.headings.indexOf(columns.key);
  return { ...table, rows: table.rows.filter(({ cells }) => cells[at] !== exampleKey) };
};
