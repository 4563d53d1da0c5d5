/**
 * Whether a census table can be weighted to.
 *
 * S1 Every community of the round is there, and none twice. Others may be there: a table is made once for a district.
 * S2 Counts are whole and not negative; a community has at least one adult, and no more households than adults.
 * S3 Where the source gives a total, the bands add up to it.
 * S4 What a place was drawn from are the adults of its communities, each once. Whether the interval may be narrowed by them is W8 of weights.ts.
 */
import type { CensusCommunity, CensusTable } from '../types/rules';
import type { Frame } from './weights';

export interface CensusProblem {
  readonly community: string;
  readonly problem: 'missing' | 'twice' | 'negative' | 'fractional' | 'nobody' | 'more_households_than_adults' | 'bands_do_not_add_up';
}

/** Adults of one community: both bands. */
export const adultsOf = ({ adults }: CensusCommunity): number => adults['18-59'] + adults['60-up'];

/** Every problem of the table, by community; empty when it can be used. `communities`: the codes the round asks. */
export function censusProblems(table: CensusTable, communities: readonly string[]): CensusProblem[] {
  const seen = new Set<string>();
  const found: CensusProblem[] = [];
  for (const row of table.communities) {
    if (seen.has(row.code)) found.push({ community: row.code, problem: 'twice' });
    seen.add(row.code);
    for (const problem of countProblems(row)) found.push({ community: row.code, problem });
  }
  for (const code of communities) if (!seen.has(code)) found.push({ community: code, problem: 'missing' });
  return found;
}

/** S2, S3: all that is wrong with the counts of one community. */
export function countProblems(row: CensusCommunity): CensusProblem['problem'][] {
  const counts = [row.adults['18-59'], row.adults['60-up'], row.total ?? 0, row.households ?? 0];
  if (counts.some((count) => count < 0)) return ['negative'];
  // NaN and infinity are not whole either
  if (!counts.every(Number.isInteger)) return ['fractional'];
  if (adultsOf(row) === 0) return ['nobody'];
  return [
    ...(row.total !== undefined && row.total !== adultsOf(row) ? ['bands_do_not_add_up' as const] : []),
    ...((row.households ?? 0) > adultsOf(row) ? ['more_households_than_adults' as const] : []),
  ];
}

/** S4. Null where a community is missing. */
export function frameOf(table: CensusTable, communities: readonly string[]): Frame | null {
  const rows = new Map(table.communities.map((row) => [row.code, row]));
  if (!communities.every((code) => rows.has(code))) return null;
  return { eligible: [...new Set(communities)].reduce((sum, code) => sum + adultsOf(rows.get(code)!), 0), verified: table.verified ?? false, status: table.status };
}
