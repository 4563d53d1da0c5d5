/**
 * A decided list becomes outlets: all of it or nothing. Every outlet it is about is held and compared once more; if any of them is not as
 * it was when somebody looked, nothing is loaded and the list must be compared again.
 */
import { batchSize, rowComparer, type Compared } from '../../database/census/compareRows';
import { lockImports, nothingWritten, sumWritten, writeRows } from '../../database/census/writeRows';
import { emptyRows, importById, lockImport, stagedRows, type StagedRow } from '../../database/queries/imports';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { listRules } from './rules';
import { listNow } from './shown';

export const load: Action<'export.load'> = {
  transaction: true,
  async handle({ id }, context) {
    const { db, caller, now } = context;
    await lockImports(db);
    const held = (await lockImport(db, id)) ?? refuse('not_found');
    if (held.state === 'loaded') return { list: await listNow(context, id) };
    if (held.state === 'dropped') return refuse('import_over');
    const list = (await importById(db, id))!;
    if (list.counts.bad > 0) return refuse('import_has_faults');
    if (list.undecided > 0) return refuse('import_undecided');
    const done = await writeAll(id, context);
    await emptyRows(db, id);
    await db.updateTable('lz.import').set({ state: 'loaded', ended_at: now.toISOString(), ended_by: caller.person, done: JSON.stringify(done) }).where('id', '=', id).execute();
    await audit(context, 'outlets.imported', Buffer.from(list.hash).toString('hex'), { import: id, file: list.file, ...done });
    return { list: await listNow(context, id) };
  },
};

const writeAll = async (id: string, context: Context) => {
  const { db, caller, now, random } = context;
  const { formats } = await listRules(context);
  const compare = rowComparer(db, { lock: true });
  let done = nothingWritten;
  for (let after = 0; ;) {
    const rows = await stagedRows(db, id, after, batchSize);
    const last = rows[rows.length - 1];
    if (!last) return done;
    after = last.line;
    const byLine = new Map(rows.map((row) => [row.line, row]));
    const compared = await compare(rows.flatMap(({ item }) => item ?? []));
    if (compared.length !== rows.length || !compared.every((one) => asCompared(one, byLine.get(one.item.line)!))) return refuse('import_stale');
    done = sumWritten(done, await writeRows(db, compared, { rules: formats, now, uuid: random.uuid, actor: caller.person, list: id, choice: ({ item }) => byLine.get(item.line)!.choice ?? 'kept' }));
  }
};

const asCompared = (now: Compared, then: StagedRow): boolean =>
  now.outcome === then.outcome && (now.row?.id ?? null) === then.outlet_id && (now.seen === null ? then.seen === null : then.seen !== null && now.seen.equals(then.seen));
