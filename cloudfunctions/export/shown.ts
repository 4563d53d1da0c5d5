/** A list and its rows as the contract shows them. */
import { columns, type Column } from '../../domain/census-list/columns';
import { importById, type ImportTableRow, type StagedRow } from '../../database/queries/imports';
import type { ImportList, ImportRow } from '../../types/contract/export';
import type { Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';

export const shownList = (row: ImportTableRow, { caller }: Pick<Context, 'caller'>): ImportList => ({
  id: row.id, file: row.file, hash: Buffer.from(row.hash).toString('hex'), state: row.state, stagedAt: row.staged_at, comparedAt: row.compared_at,
  by: row.staged_by.slice(0, 6), mine: row.staged_by === caller.person, system: row.system, notes: row.notes, suspicion: row.suspicion, counts: row.counts,
  undecided: row.undecided, endedAt: row.ended_at, done: row.done,
});

export const listNow = async (context: Context, id: string): Promise<ImportList> => shownList((await importById(context.db, id)) ?? refuse('not_found'), context);

const headings: readonly string[] = Object.values(columns);
const columnOf = (heading: string) => Object.keys(columns)[headings.indexOf(heading)] as Column | undefined;

/** `vouched`: of a conflict, who stands behind what is there. */
export const shownRow = (row: StagedRow, vouched: string | null): ImportRow => {
  const reasons = row.reasons ?? [];
  return {
    line: row.line, name: row.name, outlet: row.outlet_id, choice: row.choice, vouched,
    faults: reasons.flatMap((one) => ('reason' in one ? [{ heading: one.heading, cell: row.cells?.[columnOf(one.heading) ?? 'name'] ?? '', reason: one.reason }] : [])),
    differences: reasons.flatMap((one) => ('column' in one ? [{ heading: columns[one.column], now: one.now, list: one.list }] : [])),
  };
};
