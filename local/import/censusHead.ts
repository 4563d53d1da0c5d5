/**
 * What a census table says about itself: in rows above the headings (「来源：…」, or 来源 in one cell and the text in the next) or as
 * options of the command. Pure.
 *
 * S1 Source, version and status are said, and whether somebody else held the numbers against the source; nothing is assumed.
 * S2 What is said in both places is the same.
 */
import type { CensusTable } from '../../types/rules';
import type { Problem } from '../../domain/census-list/parse';
import type { Line, Table } from './table';

export const censusStatuses = ['官方', '待核', '演示'] as const;
export interface CensusHead {
  readonly source: string;
  /** By which a round names the table, and under which it stays the same for ever. */
  readonly version: string;
  readonly status: (typeof censusStatuses)[number];
  readonly verified: boolean;
}
/** As typed behind `--source` and so on. */
export type GivenHead = Partial<Record<keyof CensusHead, string>>;

const rowNames = { source: ['来源'], version: ['版本', '日期/版本', '日期'], status: ['状态'], verified: ['是否核实', '核实'] } as const;
const fields = ['source', 'version', 'status', 'verified'] as const;
const longest = { source: 200, version: 40 } as const;

/** Null, and the problems noted, where something is missing or wrong. */
export const readCensusHead = (table: Table, given: GivenHead, note: (problem: Problem) => void): CensusHead | null => {
  const said = Object.fromEntries(fields.map((field) => [field, saidOf(field, table, given, note)])) as Record<keyof CensusHead, Said | null>;
  const source = within(said.source, 'source', note);
  const version = within(said.version, 'version', note);
  const status = oneOf(said.status, 'status', censusStatuses, note);
  const verified = oneOf(said.verified, 'verified', ['是', '否'] as const, note);
  return source === null || version === null || status === null || verified === null ? null : { source, version, status, verified: verified === '是' };
};

/** The table's own words about itself, as the rule that is stored has them. */
export const ruleHeadOf = ({ source, version, status, verified }: CensusHead): Omit<CensusTable, 'communities'> => ({ kind: 'census', version, title: '社区人口表', source, status, verified });

interface Said { readonly text: string; readonly line: number }

const saidOf = (field: keyof CensusHead, { above }: Table, given: GivenHead, note: (problem: Problem) => void): Said | null => {
  const heading = rowNames[field][0];
  const found = above.flatMap((row) => valuesIn(row, rowNames[field]).map((text) => ({ text, line: row.line })));
  const option = given[field]?.trim();
  const all = [...found, ...(option === undefined ? [] : [{ text: option, line: 1 }])];
  const [first] = all;
  if (!first || first.text === '') {
    note({ line: first?.line ?? 1, heading, reason: `没有写。请在列名上面加一行「${heading}：…」，或在命令后面加 --${field} …` });
    return null;
  }
  const other = all.find(({ text }) => text !== first.text);
  if (!other) return first;
  note({ line: first.line, heading, reason: `写了两样：「${first.text}」和「${other.text}」` });
  return null;
};

const valuesIn = ({ cells }: Line, names: readonly string[]): string[] =>
  cells.flatMap((cell, i) => {
    const [, name = cell, rest = ''] = /^([^:：]+)[:：](.*)$/s.exec(cell) ?? [];
    if (!names.includes(name.normalize('NFKC').replace(/\s/g, ''))) return [];
    return [rest.trim() || (cells.slice(i + 1).find((text) => text !== '') ?? '')];
  });

const within = (said: Said | null, field: 'source' | 'version', note: (problem: Problem) => void): string | null => {
  if (said === null || said.text.length <= longest[field]) return said?.text ?? null;
  note({ line: said.line, heading: rowNames[field][0], reason: `太长，最多 ${longest[field]} 个字` });
  return null;
};

const oneOf = <T extends string>(said: Said | null, field: 'status' | 'verified', known: readonly T[], note: (problem: Problem) => void): T | null => {
  const found = known.find((word) => word === said?.text);
  if (said === null || found !== undefined) return found ?? null;
  note({ line: said.line, heading: rowNames[field][0], reason: `「${said.text}」不行。请写 ${known.join(' 或 ')}` });
  return null;
};
