/**
 * A fresh database for one test file: in memory, or, with TEST_DATABASE_URL, a database of its own on that
 * server, dropped afterwards.
 */
import { Client } from 'pg';
import type { Database } from '../../database/handle';
import { openPglite } from '../../database/pglite';
import { openPostgres } from '../../database/postgres';
import { preparedDump, preparedName } from './preparedTemplate';

export const serverUrl = process.env.TEST_DATABASE_URL ?? null;
export const onPostgres = serverUrl !== null;

export interface TestDatabase { readonly database: Database; readonly url: string | null; close(): Promise<void> }

let made = 0;

/** `prepared`: with migrations, rules and places in it, where the tests of this kind made such a one (preparedTemplate). */
export const openTestDatabase = async (prepared = false): Promise<TestDatabase> => {
  if (serverUrl === null) {
    const database = await openPglite(null, prepared ? preparedDump() : undefined);
    return { database, url: null, close: () => database.close() };
  }
  const name = `lz_test_${process.pid}_${Date.now().toString(36)}_${(made += 1)}`;
  const template = prepared ? preparedName() : null;
  await onServer(serverUrl, `create database ${name}${template === null ? '' : ` template ${template}`}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = openPostgres(url.href);
  return {
    database,
    url: url.href,
    async close() {
      await database.close();
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
};

const onServer = async (url: string, text: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};
