/** Projects with their milestones and entries. */
import { sql } from 'kysely';
import type { Handle } from '../handle';
import type { Tables } from '../schema';
import type { Insertable, Selectable } from 'kysely';

export type ProjectRow = Selectable<Tables['lz.project']>;
export interface MilestoneRow { readonly project_id: string; readonly number: number; readonly name: string; readonly due: string; readonly done_at: string | null }
export type ProjectEntry = Insertable<Tables['lz.project_entry']>;

/** `circle` null: of all; the newest change first. */
export const projectsOf = (db: Handle, circle: string | null): Promise<ProjectRow[]> => {
  const all = db.selectFrom('lz.project').selectAll().orderBy('changed_at', 'desc').orderBy('id');
  return (circle === null ? all : all.where('circle_id', '=', circle)).execute();
};
export const projectById = (db: Handle, id: string) => db.selectFrom('lz.project').selectAll().where('id', '=', id).executeTakeFirst();
/** Held until the transaction ends. */
export const lockProject = (transaction: Handle, id: string) => transaction.selectFrom('lz.project').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Those that were not taken out of the plan, by day. */
export const milestonesOf = async (db: Handle, projects: readonly string[]): Promise<MilestoneRow[]> => {
  if (projects.length === 0) return [];
  const { rows } = await sql<MilestoneRow>`
    select project_id, number, name, to_char(due, 'YYYY-MM-DD') as due, done_at from lz.milestone
    where project_id = any(${[...projects]}::uuid[]) and dropped_at is null order by due, number`.execute(db);
  return rows;
};

export const highestMilestone = async (db: Handle, project: string): Promise<number> =>
  (await db.selectFrom('lz.milestone').select((eb) => eb.fn.max('number').as('most')).where('project_id', '=', project).executeTakeFirst())?.most ?? 0;

export const entryOfSending = (db: Handle, sending: string) => db.selectFrom('lz.project_entry').selectAll().where('sending', '=', sending).executeTakeFirst();
export const addEntry = (db: Handle, entry: ProjectEntry) => db.insertInto('lz.project_entry').values(entry).execute();
/** The newest first. */
export const entriesOfProject = (db: Handle, project: string, most: number) => db.selectFrom('lz.project_entry').selectAll().where('project_id', '=', project).orderBy('id', 'desc').limit(most).execute();

/** Why each was last given up or taken up again. */
export const reasonsOfProjects = async (db: Handle, projects: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (projects.length === 0) return new Map();
  const { rows } = await sql<{ project_id: string; text: string }>`
    select distinct on (project_id) project_id, text from lz.project_entry
    where project_id = any(${[...projects]}::uuid[]) and act in ('drop', 'resume') order by project_id, id desc`.execute(db);
  return new Map(rows.map(({ project_id: id, text }) => [id, text]));
};

/** Format → people who wait for it in a circle, ten at least. */
export const wishesIn = async (db: Handle, circle: string): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ format: string; people: number }>`select format, people from lz.wishes() where circle_id = ${circle}`.execute(db);
  return new Map(rows.map(({ format, people }) => [format, people]));
};
