/** A census list as a command: checked whole, then loaded whole. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical';
import type { Database } from '../../database/handle';
import { divisions, formats } from '../../rules';
import { loadOutlets, RowsRefused, type Loaded, type Progress } from './loadOutlets';
import { parseOutlets, type Problem } from '../../domain/census-list/parse';
import type { Table } from './table';

export interface ImportInput {
  /** The file's name, for the audit log. */
  readonly file: string;
  readonly table: Table;
}
export type ImportOutput =
  | { readonly loaded: null; readonly problems: readonly Problem[]; readonly rows: number; readonly notes: readonly string[] }
  | { readonly loaded: Loaded; readonly notes: readonly string[] };

export const importOutlets = async (database: Database, { file, table }: ImportInput, now: Date, progress: Progress): Promise<ImportOutput> => {
  const { outlets, problems, notes } = parseOutlets(table, { formats, divisions });
  if (problems.length > 0) return { loaded: null, problems, rows: table.rows.length, notes };
  const hash = createHash('sha256').update(canonicalJson([table.headings, table.rows.map(({ cells }) => cells)])).digest('hex');
  try {
    return { loaded: await loadOutlets(database.owner, outlets, { rules: formats, file, hash, now }, progress), notes };
  } catch (error) {
    if (error instanceof RowsRefused) return { loaded: null, problems: error.problems, rows: table.rows.length, notes };
    throw error;
  }
};
