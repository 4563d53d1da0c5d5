/** Holds a list that waits against the outlets as they are now. A choice stays where what it was about did not change. */
import { batchSize, rowComparer } from '../../database/census/compareRows';
import { countOutcomes, stagedRows } from '../../database/queries/imports';
import type { Action } from '../runtime/action';
import { listRules } from './rules';
import { listNow } from './shown';
import { judged } from './stage';
import { waitingList } from './waiting';

export const compare: Action<'export.compare'> = {
  transaction: true,
  async handle({ id }, context) {
    const { db, now } = context;
    await waitingList(context, id);
    const { names } = await listRules(context);
    const comparer = rowComparer(db, { lock: false });
    for (let after = 0; ;) {
      const rows = await stagedRows(db, id, after, batchSize);
      const last = rows[rows.length - 1];
      if (!last) break;
      after = last.line;
      const compared = await comparer(rows.flatMap(({ item }) => item ?? []));
      for (const one of compared) {
        const before = rows.find(({ line }) => line === one.item.line)!;
        const next = judged(one, [], names);
        const same = before.outcome === next.outcome && before.outlet_id === next.outlet_id && (next.seen === null ? before.seen === null : before.seen !== null && next.seen.equals(before.seen));
        if (!same) await db.updateTable('lz.import_row').set({ ...next, choice: null }).where('import_id', '=', id).where('line', '=', one.item.line).execute();
      }
    }
    await db.updateTable('lz.import').set({ compared_at: now.toISOString(), counts: JSON.stringify(await countOutcomes(db, id)) }).where('id', '=', id).execute();
    return { list: await listNow(context, id) };
  },
};
