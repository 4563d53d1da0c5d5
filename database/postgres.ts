/** Any PostgreSQL ≥ 15: one small pool for each function, each carrying its own role. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import { databaseRoles, type Database, type DatabaseUser, type FunctionDatabase } from './handle';
import type { Tables } from './schema';
import { parsers } from './values';

const typed: PoolConfig['types'] = {
  getTypeParser: (id: number, format?: 'text' | 'binary'): unknown => parsers[id] ?? types.getTypeParser(id, format),
};

const kysely = (pool: Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

/** A pool whose every connection is checked once to really have the role it should: a pooler that drops start-up options would otherwise hand out the owner. */
const poolOf = (config: PoolConfig, role: string | null): Pool => {
  const pool = new Pool({
    types: typed,
    connectionTimeoutMillis: 8000,
    idleTimeoutMillis: 30_000,
    application_name: role ?? 'lz_owner',
    ...(role === null ? {} : { verify: verifyRole(role) }),
    ...config,
  });
  // an idle connection that breaks must not end the process; the next query opens another
  pool.on('error', () => undefined);
  return pool;
};

const verifyRole = (role: string) => (client: { query(text: string): Promise<{ rows: { role: string }[] }> }, done: (error?: Error) => void) => {
  client.query('select current_user as role').then(
    ({ rows }) => done(rows[0]?.role === role ? undefined : new Error(`connected as ${rows[0]?.role ?? 'nobody'}, expected ${role}`)),
    (error: Error) => done(error),
  );
};

export const functionDatabase = (pool: Pool): FunctionDatabase => {
  const handle = kysely(pool);
  return {
    read: (work) => work(handle),
    write: (work) => handle.transaction().execute(work),
  };
};

/** One function in the cloud: its own login from PGHOST, PGUSER … ; the login must be, or default to, the function's role. */
export const connectFunction = (user: DatabaseUser, config: PoolConfig = {}): { pool: Pool; database: FunctionDatabase } => {
  const pool = poolOf({ max: 2, ...config }, databaseRoles[user]);
  return { pool, database: functionDatabase(pool) };
};

/**
 * The whole database for one machine: the owner's URL, with each function's connections switched to its role.
 * A pooler in transaction mode drops that switch (and is then refused): give each function a login of its own in `logins`.
 */
export const openPostgres = (url: string, { connectionsEach = 8, logins = {} }: { connectionsEach?: number; logins?: Partial<Record<DatabaseUser, string>> } = {}): Database => {
  const ownerPool = poolOf({ connectionString: url, max: 3 }, null);
  const pools = new Map<DatabaseUser, { pool: Pool; database: FunctionDatabase }>();
  return {
    kind: 'postgres',
    owner: kysely(ownerPool),
    as(user) {
      let entry = pools.get(user);
      if (!entry) {
        const own = logins[user];
        const pool = poolOf({ connectionString: own ?? url, max: connectionsEach, ...(own ? {} : { options: `-c role=${databaseRoles[user]}` }) }, databaseRoles[user]);
        entry = { pool, database: functionDatabase(pool) };
        pools.set(user, entry);
      }
      return entry.database;
    },
    async script(text) {
      await ownerPool.query(text);
    },
    async close() {
      await Promise.all([ownerPool.end(), ...[...pools.values()].map((entry) => entry.pool.end())]);
    },
  };
};
