/** The demonstration as `npm start` serves it, for one test file: a server, a database and a data folder of its own. */
import { cpSync } from 'node:fs';
import { demoTemplate } from './demoTemplate';
import { makeServerDatabase, type ServerDatabase } from './serverDatabase';
import { freePort, startServer, temporaryFolder, type RunningServer } from './serverProcess';

/** As the start prints them. */
export type CastTitle = '老年居民' | '青年居民' | '面馆店主' | '修鞋摊主' | '街道专干' | '社区工作人员' | '部门人员' | '专班人员' | '系统管理员' | '监督人员';

export interface Demo {
  readonly url: string;
  /** What a command-line tool needs to work on the same data. */
  readonly env: Readonly<Record<string, string>>;
  /** The code of the poster that the start prints: 南苑社区's. */
  readonly scene: string;
  /** The code of a letter that nobody answered yet. */
  readonly letter: string;
  /** The link that the start prints for one of the cast. */
  link(title: CastTitle): string;
  /** The token inside that link, for calls without a browser. */
  token(title: CastTitle): string;
}

const slow = 120_000;

/** Starts before the file's tests and stops after them. Its values can be read inside tests only. */
export const withDemo = (): Demo => {
  const folder = temporaryFolder();
  let database: ServerDatabase | null = null;
  let server: RunningServer | null = null;
  const running = (): RunningServer => {
    if (server === null) throw new Error('the demonstration is not running yet');
    return server;
  };
  beforeAll(async () => {
    const template = demoTemplate();
    cpSync(template.folder, folder.path, { recursive: true });
    database = await makeServerDatabase('e2e', template.database);
    server = await startServer({ LZ_DATA: folder.path, PORT: String(await freePort()), LZ_DEMO_OUTLETS: '30', ...database.env });
  }, slow);
  afterAll(async () => {
    await server?.stop('SIGTERM');
    await database?.drop();
    folder.remove();
  }, slow);
  const link = (title: CastTitle) => found(running().output(), new RegExp(`^ {2}${title} .*\\n +(\\S+)`, 'm'));
  return {
    get url() { return running().url; },
    get env() { return { LZ_DATA: folder.path, ...database?.env }; },
    get scene() { return found(running().output(), /\/s\/(\w+)/); },
    get letter() { return found(running().output(), /\/l\/(\S+)/); },
    link,
    token: (title) => found(link(title), /cast=([\w-]+)/),
  };
};

const found = (text: string, pattern: RegExp): string => {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`the start did not print ${pattern.source}`);
  return match;
};
