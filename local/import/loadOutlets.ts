/**
 * Census outlets → the table, all or none, without a person to ask: what was verified or confirmed, or changed by its owner or an officer, since it
 * was loaded is kept as it is; what says the same is left alone. One import at a time.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { batchSize, rowComparer, type Compared } from '../../database/census/compareRows';
import { lockImports, nothingWritten, sumWritten, writeRows, type Written } from '../../database/census/writeRows';
import type { Handle } from '../../database/handle';
import { columns } from '../../domain/census-list/columns';
import type { CensusOutlet, Problem } from '../../domain/census-list/parse';
import type { FormatRules } from '../../types/rules';

export interface Kept { readonly line: number; readonly name: string; readonly differs: readonly string[] }
export interface Loaded extends Omit<Written, 'kept'> { readonly kept: Kept[] }
/** Rows done so far, and all. */
export type Progress = (done: number, total: number) => void;

/** Rows that read well and still can't be loaded: an unknown 系统编号, two rows about one outlet. */
export class RowsRefused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('rows refused');
  }
}

export const loadOutlets = async (owner: Handle, outlets: readonly CensusOutlet[], context: { rules: FormatRules; file: string; hash: string; now: Date }, progress: Progress): Promise<Loaded> =>
  owner.transaction().execute(async (tx) => {
    await lockImports(tx);
    const compare = rowComparer(tx, { lock: true });
    const { rules, now } = context;
    let written = nothingWritten;
    const kept: Kept[] = [];
    const problems: Problem[] = [];
    for (let from = 0; from < outlets.length; from += batchSize) {
      const batch = await compare(outlets.slice(from, from + batchSize));
      problems.push(...batch.flatMap(({ problem }) => (problem ? [problem] : [])));
      if (problems.length === 0) written = sumWritten(written, await writeRows(tx, batch, { rules, now, uuid: randomUUID, actor: null, list: null, choice: () => 'kept' }));
      kept.push(...batch.filter(({ outcome }) => outcome === 'conflict').map(keptOf));
      progress(Math.min(from + batchSize, outlets.length), outlets.length);
      // the embedded database answers without ever letting go of this thread: others get their turn here
      await setImmediate();
    }
    if (problems.length > 0) throw new RowsRefused(problems);
    await tx.insertInto('lz.audit').values({ at: now.toISOString(), actor: 'console', action: 'outlets.imported', subject: context.hash, detail: JSON.stringify({ file: context.file, ...written }) }).execute();
    return { ...written, kept };
  });

const keptOf = ({ item, row, differs }: Compared): Kept => ({ line: item.line, name: row?.name ?? item.fields.name, differs: differs.map((column) => columns[column]) });
