/**
 * Compared rows → the outlet table. What is new is added, what nobody vouched for is brought up to date; in a conflict what was decided
 * holds. Where a list replaces what had been verified or confirmed, the outlet is neither any more: nobody
 * has seen what it says now. What was off the map is on it again where the list's word was taken.
 */
import { sql } from 'kysely';
import type { FormatRules } from '../../types/rules';
import type { Handle } from '../handle';
import { outletColumns } from '../outletRow';
import { changeAs } from '../queries/history';
import type { Compared } from './compareRows';

export interface Written { readonly added: number; readonly updated: number; readonly unchanged: number; readonly kept: number }
export const nothingWritten: Written = { added: 0, updated: 0, unchanged: 0, kept: 0 };
export const sumWritten = (a: Written, b: Written): Written => ({ added: a.added + b.added, updated: a.updated + b.updated, unchanged: a.unchanged + b.unchanged, kept: a.kept + b.kept });

export interface Writing {
  readonly rules: FormatRules;
  readonly now: Date;
  readonly uuid: () => string;
  /** Who loads it: the person's hash, or null at the command line; and the list, for the history of each outlet. */
  readonly actor: string | null;
  readonly list: string | null;
  /** Of a conflict. */
  readonly choice: (compared: Compared) => 'list' | 'kept';
}

export const writeRows = async (tx: Handle, batch: readonly Compared[], { rules, now, uuid, actor, list, choice }: Writing): Promise<Written> => {
  const at = now.toISOString();
  const added = batch.filter(({ outcome }) => outcome === 'new');
  if (added.length > 0) {
    await changeAs(tx, { at: now, by: 'list', actor, act: 'listed', subject: list });
    await tx.insertInto('lz.outlet').values(added.map(({ item, key }) => ({
      id: uuid(), ...outletColumns(item.fields, rules), owner: null, origin: 'census' as const, origin_key: key, verified_at: null, verified_by: null, edited_at: null, changed_at: at, demo: false,
    }))).execute();
  }
  let [updated, kept] = [0, 0];
  if (batch.some(({ outcome }) => outcome === 'changed' || outcome === 'conflict')) await changeAs(tx, { at: now, by: 'list', actor, act: 'changed', subject: list });
  for (const compared of batch) {
    const { outcome, row, item, key } = compared;
    if (!row || (outcome !== 'changed' && outcome !== 'conflict')) continue;
    if (outcome === 'conflict' && choice(compared) === 'kept') {
      kept += 1;
      continue;
    }
    if (!row.listed) await changeAs(tx, { at: now, by: 'list', actor, act: 'reopened', subject: list });
    await tx.updateTable('lz.outlet').set({
      ...outletColumns(item.fields, rules), ...(key === null ? {} : { origin_key: key }), changed_at: at,
      ...(outcome === 'conflict' ? { edited_at: at, verified_at: null, verified_by: null, confirmed_at: null, confirmed_by: null } : {}),
      ...(row.listed ? {} : { listed: true, standing: 'fine' as const }),
    }).where('id', '=', row.id).execute();
    if (!row.listed) await changeAs(tx, { at: now, by: 'list', actor, act: 'changed', subject: list });
    updated += 1;
  }
  return { added: added.length, updated, unchanged: batch.length - added.length - updated - kept, kept };
};

/** One list at a time. */
export const lockImports = (tx: Handle) => sql`select pg_advisory_xact_lock(hashtext('lz.import'))`.execute(tx);
