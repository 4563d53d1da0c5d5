/** Photos: whose they are, what they belong to, who may see them. Their content is the store's (cloudfunctions/runtime/fileStore.ts). */
import { sql, type Selectable } from 'kysely';
import type { Handle } from '../handle';
import type { Tables } from '../schema';

export type FileRow = Selectable<Tables['lz.file']>;

export type NewFile = Pick<FileRow, 'id' | 'owner' | 'purpose' | 'media' | 'bytes' | 'sha256' | 'width' | 'height'>;
/** `again`: this very photo was added before. `taken`: the id stands for something else. `most`: of one owner in a day. */
export const addFile = async (db: Handle, f: NewFile, now: Date, most: number): Promise<'added' | 'again' | 'taken' | 'too_many'> =>
  (await sql<{ added: 'added' | 'again' | 'taken' | 'too_many' }>`
    select lz.add_file(${f.id}, ${f.owner}, ${f.purpose}, ${f.media}, ${f.bytes}, ${f.sha256}, ${f.width}, ${f.height}, ${now.toISOString()}, ${most}) as added`.execute(db)).rows[0]!.added;

/** False: of this owner, or of all, too many wait already. */
export const addPart = async (db: Handle, part: { readonly id: string; readonly owner: string; readonly at: number; readonly data: string }, now: Date, most: { readonly own: number; readonly all: number }): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into lz.file_part (file_id, owner, at, data, added_at)
    select ${part.id}::uuid, ${part.owner}, ${part.at}::smallint, ${part.data}, ${now.toISOString()}::timestamptz
    where (select count(*) from lz.file_part where owner = ${part.owner}) < ${most.own}::int and (select count(*) from lz.file_part) < ${most.all}::int
    on conflict (file_id, owner, at) do update set data = excluded.data, added_at = excluded.added_at`.execute(db);
  return numAffectedRows === 1n;
};
/** All of them joined; null while one is missing. */
export const joinedParts = async (db: Handle, id: string, owner: string, of: number): Promise<string | null> => {
  const parts = await db.selectFrom('lz.file_part').select('data').where('file_id', '=', id).where('owner', '=', owner).where('at', '<', of).orderBy('at').execute();
  return parts.length === of ? parts.map(({ data }) => data).join('') : null;
};
export const dropParts = (db: Handle, id: string, owner: string) => db.deleteFrom('lz.file_part').where('file_id', '=', id).where('owner', '=', owner).execute();
export const dropOldParts = (db: Handle, before: Date) => db.deleteFrom('lz.file_part').where('added_at', '<', before.toISOString()).execute();

export const noteStored = (db: Handle, id: string, place: string) => db.updateTable('lz.file').set({ place }).where('id', '=', id).execute();
export const noteTrace = (db: Handle, id: string, trace: string) => db.updateTable('lz.file').set({ trace }).where('id', '=', id).execute();
/** The platform found nothing; false where no photo waits under this name. */
export const notePassed = async (db: Handle, trace: string, now: Date): Promise<boolean> =>
  (await sql<{ passed: boolean }>`select lz.image_passed(${trace}, ${now.toISOString()}) as passed`.execute(db)).rows[0]!.passed;

/** Those there are, in no order. */
export const filesById = async (db: Handle, ids: readonly string[]): Promise<FileRow[]> =>
  (ids.length === 0 ? [] : db.selectFrom('lz.file').selectAll().where('id', 'in', [...ids]).execute());

/** The row, held until the transaction ends: two officers deciding at once wait for each other here. */
export const lockFile = (db: Handle, id: string) => db.selectFrom('lz.file').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export interface Subject { readonly kind: string; readonly id: string; readonly name: string; readonly street: string }
/** These belong to the subject now, and what it named before and no longer names is dropped. Their owner's alone: the caller has checked. */
export const attachFiles = async (db: Handle, ids: readonly string[], { kind, id, name, street }: Subject, now: Date): Promise<void> => {
  const at = now.toISOString();
  const dropped = db.updateTable('lz.file').set({ dropped_at: at }).where('subject_kind', '=', kind).where('subject_id', '=', id).where('dropped_at', 'is', null);
  await (ids.length === 0 ? dropped : dropped.where('id', 'not in', [...ids])).execute();
  if (ids.length === 0) return;
  await db.updateTable('lz.file').set({ subject_kind: kind, subject_id: id, subject_name: name, street_code: street, attached_at: at, dropped_at: null }).where('id', 'in', [...ids]).execute();
};

/** No longer shown or named by anything; `ids` that are none or dropped already are passed over. */
export const dropFiles = async (db: Handle, ids: readonly string[], now: Date): Promise<void> => {
  if (ids.length > 0) await db.updateTable('lz.file').set({ dropped_at: now.toISOString() }).where('id', 'in', [...ids]).where('dropped_at', 'is', null).execute();
};

/** Of the photos that an outlet names, those that anybody may see. */
export const publicFiles = async (db: Handle, ids: readonly string[]): Promise<FileRow[]> =>
  (ids.length === 0 ? [] : db.selectFrom('lz.file').selectAll().where('id', 'in', [...ids]).where('purpose', '=', 'front').where('state', '=', 'passed').where('place', 'is not', null).orderBy('created_at').orderBy('id').execute());

const waiting = (db: Handle, streets: readonly string[] | null) => {
  const all = db.selectFrom('lz.file').where('state', '=', 'held').where('attached_at', 'is not', null).where('dropped_at', 'is', null).where('removed_at', 'is', null);
  return streets ? all.where('street_code', 'in', [...streets]) : all;
};
/** Held, oldest first; `streets` null means all. */
export const heldFiles = (db: Handle, streets: readonly string[] | null, most: number): Promise<FileRow[]> =>
  waiting(db, streets).selectAll().orderBy('attached_at').orderBy('id').limit(most).execute();
export const countHeldFiles = async (db: Handle, streets: readonly string[] | null): Promise<number> =>
  (await waiting(db, streets).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;

/** Instants before which content goes: never sent with anything, refused, no longer named, sent with a report. */
export interface Expiry { readonly loose: Date; readonly refused: Date; readonly dropped: Date; readonly reported: Date }
export const expiredFiles = async (db: Handle, { loose, refused, dropped, reported }: Expiry, most: number): Promise<{ id: string; place: string }[]> =>
  (await sql<{ id: string; place: string }>`
    select id, place from lz.file f where place is not null and (
      (attached_at is null and created_at < ${loose.toISOString()})
      or (state = 'refused' and decided_at < ${refused.toISOString()})
      or (dropped_at < ${dropped.toISOString()} and not exists (select from lz.outlet o where o.photos <> '{}' and o.photos @> array[f.id]))
      or (purpose in ('report', 'reply') and attached_at < ${reported.toISOString()}))
    order by created_at, id limit ${most}`.execute(db)).rows;
export const noteRemoved = (db: Handle, ids: readonly string[], now: Date) =>
  db.updateTable('lz.file').set({ place: null, removed_at: now.toISOString() }).where('id', 'in', [...ids]).execute();

/** What was sent with these, and is still named by them. */
export const filesOf = async (db: Handle, subjects: readonly string[]): Promise<FileRow[]> =>
  (subjects.length === 0 ? [] : db.selectFrom('lz.file').selectAll().where('subject_id', 'in', [...subjects]).where('dropped_at', 'is', null).orderBy('created_at').orderBy('id').execute());
