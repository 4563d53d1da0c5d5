/** Takes over what the calls found, as counts, and seals them. Counts again need a reason, and the earlier ones stay. */
import { canonicalJson } from '../../domain/canonical';
import { figuresOf } from '../../domain/callback';
import type { Database, Handle } from '../../database/handle';
import { divisions, formats } from '../../rules';
import type { CallbackCounts } from '../../types/callback';
import { StartError } from '../config';
import type { Table } from '../import/table';
import { enter, standingOf } from './enter';
import { parseCounts } from './parseCounts';

export interface RecordInput { readonly round: string; readonly table: Table; /** Of a correction. */ readonly reason: string | null }
export interface RecordOutput {
  readonly problems: readonly string[];
  readonly counts: CallbackCounts['counts'];
  /** Null: the same as before, and nothing changed. */
  readonly sealed: string | null;
}

export const recordCallback = ({ owner }: Pick<Database, 'owner'>, input: RecordInput, now: Date): Promise<RecordOutput> => owner.transaction().execute((tx) => recordCallbackIn(tx, input, now));

/** In the caller's transaction. */
export const recordCallbackIn = async (tx: Handle, { round, table, reason }: RecordInput, now: Date): Promise<RecordOutput> => {
  const { round: { definition }, plan, entries } = await standingOf(tx, round, now);
  if (!plan || entries.length < 2) throw new StartError('这一轮的回访还没有抽签封存。请先用 npm run letters -- callback load。');
  const { counts, problems } = parseCounts(table, plan.communities, { formats, divisions });
  if (problems.length > 0) return { problems, counts: [], sealed: null };
  const before = entries.at(-1)!.entry;
  if (before.kind === 'counts') {
    if (canonicalJson(before.counts) === canonicalJson(counts)) return { problems, counts, sealed: null };
    if ((reason ?? '').trim().length < 4) throw new StartError('回访的结果已经登记过。要更正，请写明原因：--reason "…"，原因和两次的数都留着。');
  }
  const entry: CallbackCounts = { kind: 'counts', round, at: now.toISOString(), counts, reason: before.kind === 'counts' ? reason!.trim().slice(0, 200) : null };
  const { sealed } = await enter(tx, entries.length, entry, figuresOf(counts, { circles: definition.circles, smallest: plan.smallest }), { reason: entry.reason, counts });
  return { problems, counts, sealed };
};
