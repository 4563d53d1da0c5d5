/**
 * PGlite: PostgreSQL inside this process, under a folder or in memory. It has one connection, so a small
 * queue hands it out; awaiting anything else while holding it would freeze the process, which is why a
 * transaction's handle is the only one an action can reach.
 */
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { databaseRoles, type Database, type Handle } from './handle';
import type { Tables } from './schema';
import { parsers } from './values';

export interface EmbeddedDatabase extends Database {
  /** The whole folder as a tar archive, compressed: what a backup is. */
  dump(): Promise<Blob>;
}

/** `folder` null keeps everything in memory. `loadFrom` restores a dump. */
export const openPglite = async (folder: string | null, loadFrom?: Blob): Promise<EmbeddedDatabase> => {
  const pglite = await PGlite.create({ ...(folder === null ? {} : { dataDir: folder }), parsers, ...(loadFrom ? { loadDataDir: loadFrom } : {}) });
  const pool = onePlacePool(pglite);
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'pglite',
    owner,
    as(user) {
      const inRole = <T>(work: (handle: Handle) => Promise<T>) =>
        owner.transaction().execute(async (transaction) => {
          await sql`set local role ${sql.raw(databaseRoles[user])}`.execute(transaction);
          return work(transaction);
        });
      return { read: inRole, write: inRole };
    },
    async script(text) {
      const client = await pool.connect();
      try {
        await pglite.exec(text);
      } finally {
        client.release();
      }
    },
    async dump() {
      const client = await pool.connect();
      try {
        return await pglite.dumpDataDir('gzip');
      } finally {
        client.release();
      }
    },
    async close() {
      await pglite.close();
    },
  };
};

/** A pool of one: the next caller waits until the connection is released. */
const onePlacePool = (pglite: PGlite): PostgresPool => {
  let last: Promise<void> = Promise.resolve();
  return {
    async connect() {
      let release = () => {};
      const before = last;
      last = new Promise((resolve) => { release = resolve; });
      await before;
      return {
        query: async (text: string, parameters: readonly unknown[]) => {
          const result = await pglite.query(text, [...parameters]);
          return { rows: result.rows, rowCount: result.affectedRows ?? result.rows.length, command: commandOf(text) };
        },
        release,
      } as unknown as PostgresPoolClient;
    },
    async end() {},
  };
};

/** Kysely reads the number of changed rows only after a command it knows. */
const commandOf = (text: string) => /^\s*(insert|update|delete|merge|select)/i.exec(text)?.[1]?.toUpperCase() ?? '';
