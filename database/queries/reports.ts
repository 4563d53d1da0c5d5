/** Files made of a snapshot: the first of each kind stays, and of each circle or street where it is of one. */
import { sql, type Selectable } from 'kysely';
import type { Handle } from '../handle';
import type { Tables } from '../schema';

export type Report = Selectable<Tables['lz.report']>;
/** Of a circle, of a street's part, or, with neither, of the district. */
export interface ReportOf { readonly circle?: string | null; readonly street?: string | null }
const isOf = ({ circle, street }: ReportOf) => sql<boolean>`coalesce(circle_id, '') = ${circle ?? ''} and coalesce(street_code, '') = ${street ?? ''}`;

export const reportOf = (db: Handle, snapshot: string, kind: string, of: ReportOf = {}): Promise<Report | undefined> =>
  db.selectFrom('lz.report').selectAll().where('snapshot_id', '=', snapshot).where('kind', '=', kind).where(isOf(of)).executeTakeFirst();

/** The template that the first file of this kind of the snapshot was laid out by, whoever's part it is. */
export const templateOf = async (db: Handle, snapshot: string, kind: string): Promise<string | null> =>
  (await db.selectFrom('lz.report').select('template_hash').where('snapshot_id', '=', snapshot).where('kind', '=', kind).orderBy('at').limit(1).executeTakeFirst())?.template_hash ?? null;

/** Two who make it at once: whoever comes second gets the first one's file. */
export const keepReport = async (transaction: Handle, report: Report): Promise<Report> => {
  await transaction.insertInto('lz.report').values(report).onConflict((conflict) => conflict.doNothing()).execute();
  return (await reportOf(transaction, report.snapshot_id, report.kind, { circle: report.circle_id, street: report.street_code }))!;
};

export interface KeptFile { readonly name: string; readonly hash: Uint8Array; readonly at: string; readonly size: number }
const keptFile = sql<number>`octet_length(content)`.as('size');
export const keptReport = (db: Handle, snapshot: string, kind: string, of: ReportOf): Promise<KeptFile | undefined> =>
  db.selectFrom('lz.report').select(['name', 'hash', 'at', keptFile]).where('snapshot_id', '=', snapshot).where('kind', '=', kind).where(isOf(of)).executeTakeFirst();

/** A part of its content, so that no more of a large one is read than is handed out. `from` counts from 0. */
export const reportPart = async (db: Handle, snapshot: string, kind: string, of: ReportOf, from: number, most: number): Promise<(KeptFile & { readonly part: Uint8Array }) | undefined> =>
  db.selectFrom('lz.report').select(['name', 'hash', 'at', keptFile, sql<Uint8Array>`substring(content from ${from + 1}::int for ${most}::int)`.as('part')])
    .where('snapshot_id', '=', snapshot).where('kind', '=', kind).where(isOf(of)).executeTakeFirst();
