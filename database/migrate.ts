/**
 * Plain numbered migrations. Each file runs once, whole, in its own transaction, under a lock; a file that
 * was changed after it ran is refused rather than guessed about.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from './handle';

export interface Migration { readonly name: string; readonly text: string; readonly hash: string }

export const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}[a-z]?_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return { name: file.slice(0, -4), text, hash: createHash('sha256').update(text).digest('hex') };
    });

/** Returns the names of the migrations it ran. Throws `MigrationError` in one plain sentence. */
export const migrate = async (database: Database, migrations: readonly Migration[]): Promise<string[]> => {
  await database.script(prepare);
  const ran: string[] = [];
  for (const migration of migrations) {
    const done = await applied(database);
    const hash = done.get(migration.name);
    if (hash === migration.hash) continue;
    if (hash !== undefined) throw new MigrationError(`migration ${migration.name} was changed after it ran on this database`);
    await run(database, migration);
    ran.push(migration.name);
  }
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...(await applied(database)).keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new MigrationError(`this database was made by a newer version (${unknown.join(', ')})`);
  return ran;
};

export class MigrationError extends Error {}

const applied = async (database: Database) => {
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from lz.migration`.execute(database.owner);
  return new Map(rows.map((row) => [row.name, row.hash]));
};

const prepare = `
begin;
select pg_advisory_xact_lock(hashtext('lz.migrate'));
create schema if not exists lz;
revoke all on schema lz from public;
create table if not exists lz.migration (name text primary key, hash text not null, at timestamptz not null default now());
commit;`;

/** Two processes starting at once: the second waits on the lock, then finds the row and does nothing. */
const run = async (database: Database, migration: Migration) => {
  const quoted = (text: string) => `'${text.replace(/'/g, "''")}'`;
  await database.script(`
begin;
select pg_advisory_xact_lock(hashtext('lz.migrate'));
do $lz_guard$ begin
  if exists (select from lz.migration where name = ${quoted(migration.name)}) then raise exception 'lz_already_ran'; end if;
end $lz_guard$;
${migration.text}
insert into lz.migration (name, hash) values (${quoted(migration.name)}, ${quoted(migration.hash)});
commit;`).catch(async (error: Error) => {
    await database.script('rollback').catch(() => undefined);
    if (!error.message.includes('lz_already_ran')) throw error;
  });
};
