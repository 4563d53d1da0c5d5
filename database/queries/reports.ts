/** Files made of a snapshot: the first of each kind, and of each circle where it is of one, stays. */
import { sql, type Selectable } from 'kysely';
import type { Handle } from '../handle';
import type { Tables } from '../schema';

export type Report = Selectable<Tables['lz.report']>;
const ofCircle = (circle: string | null) => sql<boolean>`coalesce(circle_id, '') = ${circle ?? ''}`;

export const reportOf = (db: Handle, snapshot: string, kind: string, circle: string | null = null): Promise<Report | undefined> =>
  db.selectFrom('lz.report').selectAll().where('snapshot_id', '=', snapshot).where('kind', '=', kind).where(ofCircle(circle)).executeTakeFirst();

/** Two who make it at once: whoever comes second gets the first one's file. */
export const keepReport = async (transaction: Handle, report: Report): Promise<Report> => {
  await transaction.insertInto('lz.report').values(report).onConflict((conflict) => conflict.doNothing()).execute();
  return (await reportOf(transaction, report.snapshot_id, report.kind, report.circle_id))!;
};

export interface KeptFile { readonly name: string; readonly hash: Uint8Array; readonly at: string; readonly size: number }
const keptFile = sql<number>`octet_length(content)`.as('size');
export const keptReport = (db: Handle, snapshot: string, kind: string, circle: string | null): Promise<KeptFile | undefined> =>
  db.selectFrom('lz.report').select(['name', 'hash', 'at', keptFile]).where('snapshot_id', '=', snapshot).where('kind', '=', kind).where(ofCircle(circle)).executeTakeFirst();

/** A part of its content, so that no more of a large one is read than is handed out. `from` counts from 0. */
export const reportPart = async (db: Handle, snapshot: string, kind: string, circle: string | null, from: number, most: number): Promise<(KeptFile & { readonly part: Uint8Array }) | undefined> =>
  db.selectFrom('lz.report').select(['name', 'hash', 'at', keptFile, sql<Uint8Array>`substring(content from ${from + 1}::int for ${most}::int)`.as('part')])
    .where('snapshot_id', '=', snapshot).where('kind', '=', kind).where(ofCircle(circle)).executeTakeFirst();
