/**
 * Whether a census table can be weighted to.
 *
 * S1 Every community of the round is there, and none twice. Others may be there: a table is made once for a district.
 * S2 Counts are whole and not negative; a community has at least one adult, and no more households than adults.
 * S3 Where the source gives a total, the bands add up to it.
 */
import type { CensusCommunity, CensusTable } from '../types/rules';

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
    const problem = countProblem(row);
    if (problem !== null) found.push({ community: row.code, problem });
  }
  for (const code of communities) if (!seen.has(code)) found.push({ community: code, problem: 'missing' });
  return found;
}

function countProblem(row: CensusCommunity): CensusProblem['problem'] | null {
  const counts = [row.adults['18-59'], row.adults['60-up'], row.total ?? 0, row.households ?? 0];
  if (counts.some((count) => count < 0)) return 'negative';
  // NaN and infinity are not whole either
  if (!counts.every(Number.isInteger)) return 'fractional';
  if (adultsOf(row) === 0) return 'nobody';
  if (row.total !== undefined && row.total !== adultsOf(row)) return 'bands_do_not_add_up';
  return (row.households ?? 0) > adultsOf(row) ? 'more_households_than_adults' : null;
}
