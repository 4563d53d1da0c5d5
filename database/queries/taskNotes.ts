/** What departments and streets said of the plan's tasks. */
import { sql } from 'kysely';
import type { TaskState } from '../../domain/work-plan';
import type { DeskRole } from '../../types/contract/shared';
import type { Handle } from '../handle';

export interface TaskNoteRow {
  readonly task: string; readonly department: string; readonly street_code: string | null; readonly state: TaskState; readonly text: string;
  readonly at: string; readonly by: string; readonly by_role: DeskRole;
}

/** Of each task and party the newest, so many of them, the newest first. */
export const newestNotes = async (db: Handle, most: number): Promise<TaskNoteRow[]> => {
  const { rows } = await sql<TaskNoteRow>`
    select task, department, street_code, state, text, at, by, by_role
    from (select n.*, row_number() over (partition by task, department, street_code order by id desc) as place from lz.task_note n) n
    where place <= ${most} order by id desc`.execute(db);
  return rows;
};

/** False where this sending was taken already. */
export const addNote = async (transaction: Handle, row: TaskNoteRow & { readonly sending: string }): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await transaction.insertInto('lz.task_note').values(row).onConflict((conflict) => conflict.column('sending').doNothing()).executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
};

export const noteOfSending = (db: Handle, sending: string) =>
  db.selectFrom('lz.task_note').select(['task', 'department', 'street_code', 'state', 'text', 'by']).where('sending', '=', sending).executeTakeFirst();
