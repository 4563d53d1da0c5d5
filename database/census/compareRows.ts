/**
 * Rows of a list held against the outlets, a batch at a time. An outlet is found by its 系统编号, else by the 编号 under which a list brought
 * it, else by name, community and address: a row that had no 编号 when it was first loaded may have one now.
 *
 * C1 A row that leads to an entry which became part of another outlet is about that outlet. Where that one has a row of its own in lists, this
 *    one changes nothing; otherwise a person decides what differs: whoever merged the two said what is right.
 * C2 A row that leads to an outlet which is off the map is for a person to decide, also where nothing differs: taking the list's word puts it back on.
 */
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { canonicalJson } from '../../domain/canonical';
import { columns, type Column } from '../../domain/census-list/columns';
import { differingColumns, outcomeOf, type Outcome } from '../../domain/census-list/compare';
import { contentKey, contentKeyHead, type CensusOutlet, type Problem } from '../../domain/census-list/parse';
import type { OutletFields } from '../../types/outletFields';
import type { Handle } from '../handle';
import { fieldsOfRow } from '../outletRow';
import { survivorOf } from '../queries/merges';
import { outletById } from '../queries/outlets';
import type { Tables } from '../schema';

export type OutletRow = Selectable<Tables['lz.outlet']>;

export interface Compared {
  readonly item: CensusOutlet;
  readonly outcome: Outcome;
  readonly row: OutletRow | null;
  readonly now: OutletFields | null;
  readonly differs: readonly Column[];
  /** Under which 编号 it will stand from now on; null: as before. */
  readonly key: string | null;
  /** Of what stands, as it was compared; null where nothing does, or nothing differs. */
  readonly seen: Buffer | null;
  /** Why the row can't be loaded, though it reads well. */
  readonly problem: Problem | null;
}

/** Few enough that the embedded database's memory stays small. */
export const batchSize = 200;

/**
 * One for a whole list: it remembers which outlets its rows have taken. `lock` holds until the transaction ends those that the list would
 * change, and compares them once more as they are then; one that says the same is not written, so it is not held either, and a list
 * that comes a second time costs a reading.
 */
export const rowComparer = (db: Handle, { lock }: { readonly lock: boolean }) => {
  const taken = new Map<string, number>();

  return async (batch: readonly CensusOutlet[]): Promise<Compared[]> => {
    const rows = await rowsFor(db, batch);
    const survivors = await survivorsOf(db, rows);
    const first = judged(batch, rows, survivors, taken);
    const touched = first.compared.flatMap(({ row, outcome }) => (row && outcome !== 'same' ? [row.id] : []));
    const held = lock && touched.length > 0 ? new Map((await heldRows(db, touched)).map((row) => [row.id, row])) : null;
    const last = held ? judged(batch, rows.map((row) => held.get(row.id) ?? row), new Map([...survivors].map(([id, row]) => [id, held.get(row.id) ?? row])), taken) : first;
    for (const [id, line] of last.mine) taken.set(id, line);
    return last.compared;
  };
};

/** `survivors`: what rows that became part of another outlet lead to. `before`: outlets that earlier rows have taken, with the line of each. */
const judged = (batch: readonly CensusOutlet[], rows: readonly OutletRow[], survivors: ReadonlyMap<string, OutletRow>, before: ReadonlyMap<string, number>) => {
  const mine = new Map<string, number>();
  const taken = (id: string) => mine.get(id) ?? before.get(id);
  // another row of the same name and address but another 编号 is another outlet
  const unlessTaken = (row: OutletRow | undefined) => (row && taken(row.id) !== undefined ? undefined : row);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byKey = new Map(rows.filter(({ origin }) => origin === 'census').map((row) => [row.origin_key, row]));
  const compared = batch.map((item) => {
    const named = item.id === null ? undefined : byId.get(item.id);
    if (item.id !== null && !named) return bad(item, 'id', '没有这个系统编号的网点。它是导出时写上的；新的网点请空着');
    const own = named ?? byKey.get(item.key.text);
    const found = own ?? unlessTaken(byKey.get(contentKeyOf(item)));
    if (!found) return fresh(item);
    const row = survivors.get(found.id) ?? found;
    if (row.id !== found.id && (row.origin === 'census' || taken(row.id) !== undefined)) return { ...known(item, row, null), outcome: 'same' as const, differs: [] };
    const line = taken(row.id);
    if (line !== undefined) return bad(item, item.id === null ? 'key' : 'id', `与第 ${line} 行说的是同一家网点`);
    mine.set(row.id, item.line);
    if (row.id !== found.id) return byHand(known(item, row, null), ['changed']);
    if (!row.listed) return byHand(known(item, row, null), ['same', 'changed']);
    const holder = row.origin === 'census' ? byKey.get(item.key.text) : undefined;
    // without 编号 in the list, one that stands stays; and only a census outlet has any
    const key = row.origin !== 'census' || row.origin_key === item.key.text || (!item.key.own && !row.origin_key?.startsWith(contentKeyHead)) ? null : item.key.text;
    if (key !== null && holder && holder.id !== row.id) return item.key.own ? bad(item, 'key', `编号「${key}」已经是另一家网点「${holder.name}」`) : known(item, row, null);
    return known(item, row, key);
  });
  return { compared, mine };
};

const contentKeyOf = ({ fields }: CensusOutlet) => contentKey(fields.name, fields.community, fields.address);

const rowsFor = (db: Handle, batch: readonly CensusOutlet[]): Promise<OutletRow[]> => {
  const ids = batch.flatMap(({ id }) => (id === null ? [] : [id]));
  const keys = batch.flatMap((item) => [item.key.text, contentKeyOf(item)]);
  return db.selectFrom('lz.outlet').selectAll()
    .where((e) => e.or([e.and([e('origin', '=', 'census'), e('origin_key', 'in', keys)]), ...(ids.length > 0 ? [e('id', 'in', ids)] : [])])).orderBy('id').execute();
};

/** In the order of their ids, so that two who hold the same wait for each other. */
const heldRows = (db: Handle, ids: readonly string[]): Promise<OutletRow[]> => db.selectFrom('lz.outlet').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute();
/** What rows that became part of another outlet lead to. */
const survivorsOf = async (db: Handle, rows: readonly OutletRow[]): Promise<ReadonlyMap<string, OutletRow>> => {
  const survivors = new Map<string, OutletRow>();
  for (const { id } of rows.filter(({ merged_into }) => merged_into !== null)) {
    const row = await outletById(db, await survivorOf(db, id));
    if (row) survivors.set(id, row);
  }
  return survivors;
};

const byHand = (compared: Compared, outcomes: readonly Outcome[]): Compared => (outcomes.includes(compared.outcome) ? { ...compared, outcome: 'conflict' } : compared);

const fresh = (item: CensusOutlet): Compared => ({ item, outcome: 'new', row: null, now: null, differs: [], key: item.key.text, seen: null, problem: null });

const bad = (item: CensusOutlet, column: Column, reason: string): Compared => ({ ...fresh(item), outcome: 'bad', key: null, problem: { line: item.line, heading: columns[column], reason } });

const known = (item: CensusOutlet, row: OutletRow, key: string | null): Compared => {
  const now = fieldsOfRow(row);
  const vouched = row.verified_at !== null || row.edited_at !== null || row.confirmed_at !== null;
  const differs = differingColumns(now, item.fields);
  const plain = outcomeOf(differs, vouched);
  // a new 编号 alone is brought up to date, but never against what somebody vouched for
  const outcome = plain === 'same' && key !== null && !vouched ? 'changed' : plain;
  return { item, outcome, row, now, differs, key, seen: outcome === 'same' ? null : seenOf(row, now), problem: null };
};

const seenOf = (row: OutletRow, now: OutletFields): Buffer =>
  createHash('sha256').update(canonicalJson({ ...now, hours: now.hours ?? null, key: row.origin_key, verified: row.verified_at, edited: row.edited_at, confirmed: row.confirmed_at, listed: row.listed })).digest();
