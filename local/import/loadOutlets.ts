/**
 * Census outlets → the table, all or none. What was verified, or changed by its owner or an officer, since it
 * was loaded is kept as it is; what says the same is left alone. One import at a time.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { canonicalJson } from '../../domain/canonical';
import type { Handle } from '../../database/handle';
import { outletColumns } from '../../database/outletRow';
import type { Tables } from '../../database/schema';
import type { FormatRules } from '../../types/rules';
import { columns, type Column } from './columns';
import { contentKey, type CensusOutlet } from './parseOutlets';

export interface Kept { readonly line: number; readonly name: string; readonly differs: readonly string[] }
export interface Loaded { readonly added: number; readonly updated: number; readonly unchanged: number; readonly kept: Kept[] }
/** Rows done so far, and all. */
export type Progress = (done: number, total: number) => void;

/** Few enough that the embedded database's memory stays small. */
const batchSize = 200;

type Row = import('kysely').Selectable<Tables['lz.outlet']>;
type Written = ReturnType<typeof outletColumns>;

export const loadOutlets = async (owner: Handle, outlets: readonly CensusOutlet[], context: { rules: FormatRules; file: string; hash: string; now: Date }, progress: Progress): Promise<Loaded> =>
  owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('lz.import'))`.execute(tx);
    const total = { added: 0, updated: 0, unchanged: 0, kept: [] as Kept[] };
    for (let from = 0; from < outlets.length; from += batchSize) {
      const batch = outlets.slice(from, from + batchSize);
      const done = await loadBatch(tx, batch, context);
      total.added += done.added;
      total.updated += done.updated;
      total.unchanged += done.unchanged;
      total.kept.push(...done.kept);
      progress(from + batch.length, outlets.length);
      // the embedded database answers without ever letting go of this thread: others get their turn here
      await setImmediate();
    }
    const counts = { added: total.added, updated: total.updated, unchanged: total.unchanged, kept: total.kept.length };
    await tx.insertInto('lz.audit').values({ at: context.now.toISOString(), actor: 'console', action: 'outlets.imported', subject: context.hash, detail: JSON.stringify({ file: context.file, ...counts }) }).execute();
    return total;
  });

const loadBatch = async (tx: Handle, batch: readonly CensusOutlet[], { rules, now }: { rules: FormatRules; now: Date }): Promise<Loaded> => {
  const keys = batch.flatMap((outlet) => [outlet.key.text, contentKeyOf(outlet)]);
  const rows = await tx.selectFrom('lz.outlet').selectAll().where('origin', '=', 'census').where('origin_key', 'in', keys).forUpdate().execute();
  const byKey = new Map(rows.map((row) => [row.origin_key, row]));
  const done = { added: 0, updated: 0, unchanged: 0, kept: [] as Kept[] };
  const fresh: CensusOutlet[] = [];
  for (const outlet of batch) {
    // a row that had no 编号 when it was first loaded may have one now
    const row = byKey.get(outlet.key.text) ?? byKey.get(contentKeyOf(outlet));
    if (!row) {
      fresh.push(outlet);
      continue;
    }
    // taken: another row of the same name and address but another 编号 is another outlet
    byKey.delete(row.origin_key);
    const next = outletColumns(outlet.fields, rules);
    const differs = difference(row, next);
    if (differs.length === 0 && row.origin_key === outlet.key.text) done.unchanged += 1;
    else if (row.verified_at !== null || row.edited_at !== null) {
      if (differs.length === 0) done.unchanged += 1;
      else done.kept.push({ line: outlet.line, name: row.name, differs });
    } else {
      await tx.updateTable('lz.outlet').set({ ...next, origin_key: outlet.key.text, changed_at: now.toISOString() }).where('id', '=', row.id).execute();
      done.updated += 1;
    }
  }
  if (fresh.length > 0) await tx.insertInto('lz.outlet').values(fresh.map((outlet) => newRow(outlet, rules, now))).execute();
  return { ...done, added: fresh.length };
};

const contentKeyOf = ({ fields }: CensusOutlet) => contentKey(fields.name, fields.community, fields.address);

const newRow = ({ key, fields }: CensusOutlet, rules: FormatRules, now: Date) => ({
  id: randomUUID(), ...outletColumns(fields, rules), owner: null, origin: 'census' as const, origin_key: key.text, verified_at: null, verified_by: null,
  edited_at: null, changed_at: now.toISOString(), demo: false,
});

/** The headings under which the list and the table now differ. What is derived (search text, metric point) follows. */
const difference = (row: Row, next: Written): string[] => {
  const pairs: readonly (readonly [Column, unknown, unknown])[] = [
    ['name', row.name, next.name], ['format', row.format, next.format], ['services', [...row.services].sort(), [...next.services].sort()], ['community', row.community_code, next.community_code],
    ['address', row.address, next.address], ['lng', row.lng, next.lng], ['lat', row.lat, next.lat], ['phone', row.phone, next.phone], ['hours', row.hours, JSON.parse(next.hours)],
    ['creditCode', row.credit_code, next.credit_code], ['unlicensedReason', row.unlicensed_reason, next.unlicensed_reason],
    ['cash', row.cash, next.cash], ['stepFree', row.step_free, next.step_free], ['seats', row.seats, next.seats], ['staffed', row.staffed, next.staffed],
  ];
  return pairs.filter(([, now, then]) => canonicalJson(now) !== canonicalJson(then)).map(([column]) => columns[column]);
};
