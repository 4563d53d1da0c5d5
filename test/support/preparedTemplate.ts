/**
 * A database with every migration, rule and place in it, made once for all contract tests; each file works on a copy (`openWorld`). Embedded it is
 * a dump in a file, on a server a database that others are copied of.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '../../database/pglite';
import { openPostgres } from '../../database/postgres';
import { prepareDatabase } from '../../local/prepare';
import { makeServerDatabase, type ServerDatabase } from './serverDatabase';

interface Made { readonly folder: string | null; readonly database: ServerDatabase }
const kept = globalThis as { lzPreparedTemplate?: Made };
const variable = 'LZ_TEST_PREPARED';

/** Jest's global setup of the contract tests; the workers inherit the environment. */
export const makePreparedTemplate = async (): Promise<void> => {
  const made = await makeServerDatabase('prepared');
  if (made.name === null) {
    const folder = mkdtempSync(join(tmpdir(), 'lz-prepared-'));
    kept.lzPreparedTemplate = { folder, database: made };
    const database = await openPglite(null);
    await prepareDatabase(database);
    writeFileSync(join(folder, 'dump'), Buffer.from(await (await database.dump()).arrayBuffer()));
    await database.close();
    process.env[variable] = join(folder, 'dump');
  } else {
    kept.lzPreparedTemplate = { folder: null, database: made };
    const database = openPostgres(made.env['DATABASE_URL']!);
    await prepareDatabase(database);
    await database.close();
    process.env[variable] = made.name;
  }
};

export const removePreparedTemplate = async (): Promise<void> => {
  await kept.lzPreparedTemplate?.database.drop();
  if (kept.lzPreparedTemplate?.folder) rmSync(kept.lzPreparedTemplate.folder, { recursive: true });
};

/** Name of the server's database to copy; null where there is none. */
export const preparedName = (): string | null => process.env[variable] ?? null;
/** The dump to load. */
export const preparedDump = (): Blob | undefined => (process.env[variable] === undefined ? undefined : new Blob([readFileSync(process.env[variable])]));
