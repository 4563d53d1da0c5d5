/** Freezing all figures under a name. What is made of a snapshot later is made of what was frozen, whatever has changed since. */
import { sql } from 'kysely';
import { canonicalJson } from '../../../domain/canonical';
import type { Frozen } from '../../../domain/figures/record';
import { sheetOf } from '../../../domain/figures/sheet';
import { allStreets } from '../../../database/queries/places';
import { newestSnapshots, reportsOf, snapshotById } from '../../../database/queries/snapshots';
import type { SnapshotLine } from '../../../types/contract/circles';
import type { TableRules } from '../../../types/rules';
import type { Action, Context } from '../../runtime/action';
import { audit } from '../../runtime/audit';
import { sha256 } from '../../runtime/hashing';
import { refuse } from '../../runtime/refusal';
import { ruleInForce } from '../../runtime/ruleInForce';
import { scopeOf } from '../../runtime/scope';
import { readFacts } from './facts';
import { readRecord } from './record';
import { formShown } from './shown';

const mostShown = 50;
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export const snapshot: Action<'desk.snapshot'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now } = context;
    await sql`select pg_advisory_xact_lock(hashtext('lz.snapshot'))`.execute(db);
    const same = await snapshotById(db, input.id);
    if (same) return same.name === input.name && same.by === caller.person ? { snapshot: (await shown(context, [same]))[0]! } : refuse('value_invalid', 'id');
    if (await db.selectFrom('lz.snapshot').select('id').where('name', '=', input.name).executeTakeFirst()) return refuse('name_taken', 'name');
    const read = await readFacts(context);
    const { facts, demo } = read;
    const sheet: Frozen = { ...sheetOf(facts), record: await readRecord(context, read) };
    const row = { id: input.id, name: input.name, at: now.toISOString(), by: caller.person, hash: sha256(canonicalJson(sheet)), demo };
    await db.insertInto('lz.snapshot').values({ ...row, sheet: JSON.stringify(sheet) }).execute();
    await audit(context, 'snapshot.made', input.id, { name: input.name, hash: hexOf(row.hash) });
    return { snapshot: (await shown(context, [row]))[0]! };
  },
};

export const snapshots: Action<'desk.snapshots'> = {
  transaction: false,
  async handle(_input, context) {
    const own = scopeOf(context.caller.duties);
    const { version, status, source, tables } = (await ruleInForce<TableRules>(context, 'tables')).body;
    return {
      streets: own && (await allStreets(context.db)).filter(({ code }) => own.includes(code)),
      snapshots: await shown(context, await newestSnapshots(context.db, mostShown), own),
      tables: tables.map(({ code, title, paper, form }) => ({ code, title, paper, form: formShown(form) })), template: { version, status, source }, hotline: context.settings.hotline,
    };
  },
};

const shown = async ({ db, caller }: Context, rows: readonly { id: string; name: string; at: string; by: string; hash: Uint8Array; demo: boolean }[], streets: readonly string[] | null = null): Promise<SnapshotLine[]> => {
  const reports = await reportsOf(db, rows.map(({ id }) => id), streets);
  return rows.map(({ id, name, at, by, hash, demo }) => ({
    id, name, at, demo, hash: hexOf(hash), mine: by === caller.person,
    reports: reports.filter((report) => report.snapshot_id === id).map((report) => ({ kind: report.kind, street: report.street_code, name: report.name, hash: hexOf(report.hash), at: report.at })),
  }));
};
