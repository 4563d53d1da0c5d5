/**
 * What a query gets: a handle on the database *as one function's role*. On PostgreSQL a function has a
 * pool of its own whose connections carry its role; on PGlite, which has one connection, every use is a
 * transaction that begins with SET LOCAL ROLE. A caller can't tell the two apart.
 */
import type { Kysely } from 'kysely';
import type { Tables } from './schema';

export type Handle = Kysely<Tables>;

/** The roles of the first migration; one for each deployable function. */
export const databaseRoles = { survey: 'lz_survey', outlet: 'lz_outlet', desk: 'lz_desk', clock: 'lz_clock', export: 'lz_export', voice: 'lz_voice' } as const;
export type DatabaseUser = keyof typeof databaseRoles;

export interface FunctionDatabase {
  /** Statements that each stand alone: no transaction around them on a server. */
  read<T>(work: (handle: Handle) => Promise<T>): Promise<T>;
  /** All or nothing. The handle given is the only one in reach. */
  write<T>(work: (transaction: Handle) => Promise<T>): Promise<T>;
}

export interface Database {
  readonly kind: 'postgres' | 'pglite';
  as(user: DatabaseUser): FunctionDatabase;
  /** The owner of the schema: migrations, seeds, backup. No function ever holds it. */
  readonly owner: Handle;
  /** Several statements in one text, without parameters: migrations. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}
