/** A database of its own for a server that is started as a process: on TEST_DATABASE_URL's server, otherwise the embedded one. */
import { Client } from 'pg';
import { serverUrl } from './testDatabase';

export interface ServerDatabase {
  /** What the server's environment needs to use it. */
  readonly env: Readonly<Record<string, string>>;
  /** Null where it is the embedded one. */
  readonly name: string | null;
  drop(): Promise<void>;
}

let made = 0;

/** `copyOf`: the name of another one, which nobody is connected to. */
export const makeServerDatabase = async (prefix: string, copyOf: string | null = null): Promise<ServerDatabase> => {
  if (serverUrl === null) return { env: {}, name: null, drop: async () => undefined };
  const name = `lz_${prefix}_${process.pid}_${(made += 1)}`;
  const onServer = async (text: string) => {
    const client = new Client({ connectionString: serverUrl! });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await onServer(`create database ${name}${copyOf === null ? '' : ` template ${copyOf}`}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { env: { DATABASE_URL: url.href }, name, drop: () => onServer(`drop database if exists ${name} with (force)`) };
};
