/**
 * The demonstration, generated once for all the files that open it in a browser: a data folder, and on a
 * server a database. Each file works on a copy (`withDemo`); made here before the first and removed after the last.
 */
import { makeServerDatabase, type ServerDatabase } from './serverDatabase';
import { freePort, startServer, temporaryFolder } from './serverProcess';

export interface DemoTemplate { readonly folder: string; readonly database: string | null }

interface Made { readonly folder: ReturnType<typeof temporaryFolder>; readonly database: ServerDatabase }
const kept = globalThis as { lzDemoTemplate?: Made };
const variable = 'LZ_TEST_DEMO';

/** Jest's global setup of the browser tests; the workers inherit the environment. */
export const makeDemoTemplate = async (): Promise<void> => {
  const made = { folder: temporaryFolder(), database: await makeServerDatabase('demo') };
  kept.lzDemoTemplate = made;
  const server = await startServer({ LZ_DATA: made.folder.path, PORT: String(await freePort()), LZ_DEMO_OUTLETS: '30', ...made.database.env });
  const code = await server.stop('SIGTERM');
  if (code !== 0) throw new Error(`the demonstration did not stop cleanly: ${server.output()}`);
  process.env[variable] = JSON.stringify({ folder: made.folder.path, database: made.database.name } satisfies DemoTemplate);
};

export const removeDemoTemplate = async (): Promise<void> => {
  await kept.lzDemoTemplate?.database.drop();
  kept.lzDemoTemplate?.folder.remove();
};

export const demoTemplate = (): DemoTemplate => JSON.parse(process.env[variable] ?? 'null') as DemoTemplate;
