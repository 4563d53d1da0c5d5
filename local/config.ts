/** What a start is told: flags, environment, and the secret of this machine. Checked once, in one place. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { databaseRoles, type DatabaseUser } from '../database/handle';
import { readOversight, type Oversight } from '../domain/pressure';
import { shortestSecret } from '../cloudfunctions/runtime/secrets';

/** A start that can't go on: its message is the one sentence the person at the terminal reads. */
export class StartError extends Error {}

export interface Config {
  readonly port: number;
  /** Loopback unless --lan. */
  readonly host: string;
  /** What posters and links lead to. */
  readonly publicUrl: string;
  readonly dataFolder: string;
  /** Null: the embedded database under the data folder. */
  readonly databaseUrl: string | null;
  /** A login of its own for a function (DATABASE_URL_SURVEY …): needed behind a pooler in transaction mode. */
  readonly databaseLogins: Partial<Record<DatabaseUser, string>>;
  /** Demonstration data and the links of the cast; never in production. */
  readonly demo: boolean;
  readonly fresh: boolean;
  readonly secret: string;
  readonly hotline: string;
  /** Who receives 「有人要求我怎么填」; null: nobody was named. */
  readonly oversight: Oversight | null;
  /** How many outlets the demonstration puts into each circle. */
  readonly demoOutlets: number;
}

export const readConfig = (args: readonly string[], env: NodeJS.ProcessEnv): Config => {
  const known = ['--lan', '--fresh'];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown) throw new StartError(`不认识的参数 ${unknown}。可用的有：${known.join('、')}。`);
  const production = env.NODE_ENV === 'production';
  const port = Number(env.PORT ?? 10086);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new StartError(`端口 PORT=${env.PORT} 不对，应是 1 到 65535 的整数。`);
  const lan = args.includes('--lan');
  const dataFolder = resolve(env.LZ_DATA ?? '.data');
  const databaseUrl = env.DATABASE_URL ?? null;
  if (production) requireForProduction(env);
  if (production && args.includes('--fresh')) throw new StartError('正式运行（NODE_ENV=production）时不能用 --fresh。');
  return {
    port,
    host: production ? env.LZ_HOST ?? '127.0.0.1' : lan ? '0.0.0.0' : '127.0.0.1',
    publicUrl: (env.LZ_PUBLIC_URL ?? `http://${lan ? lanAddress() : 'localhost'}:${port}`).replace(/\/+$/, ''),
    dataFolder,
    databaseUrl,
    databaseLogins: loginsFrom(env),
    demo: !production,
    fresh: args.includes('--fresh'),
    secret: env.LZ_SECRET ?? ownSecret(dataFolder),
    hotline: env.LZ_HOTLINE ?? '12345',
    oversight: oversightFrom(env.LZ_OVERSIGHT ?? (production ? undefined : '上级监督单位（演示） 12345')),
    demoOutlets: Number(env.LZ_DEMO_OUTLETS ?? 250),
  };
};

const oversightFrom = (text: string | undefined): Oversight | null => {
  const named = readOversight(text);
  if (named === undefined) throw new StartError(`LZ_OVERSIGHT 读不懂，应是单位名称、空格、电话，例如 LZ_OVERSIGHT='武威市商务局 0935-1234567'。`);
  return named;
};

const loginsFrom = (env: NodeJS.ProcessEnv): Config['databaseLogins'] =>
  Object.fromEntries(Object.keys(databaseRoles).flatMap((user) => { const url = env[`DATABASE_URL_${user.toUpperCase()}`]; return url ? [[user, url]] : []; }));

const requireForProduction = (env: NodeJS.ProcessEnv) => {
  const missing = ['DATABASE_URL', 'LZ_SECRET', 'LZ_REMARK_KEY', 'LZ_PUBLIC_URL', 'LZ_HOTLINE'].filter((name) => !env[name]);
  if (missing.length > 0) throw new StartError(`正式运行（NODE_ENV=production）还缺环境变量：${missing.join('、')}。它们没有默认值，见 docs/deploy.md。`);
  if ((env.LZ_SECRET ?? '').length < shortestSecret) throw new StartError(`LZ_SECRET 太短，至少 ${shortestSecret} 个字符。`);
};

/** Makes the data folder where there is none, and does what needs it. A folder that can't be used is told in one sentence. */
export const inDataFolder = <T>(folder: string, work: () => T): T => {
  try {
    makeFolder(folder);
    return work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // a file inside that is there already is the caller's affair
    if (code === undefined || syscall === undefined || (code === 'EEXIST' && isFolder(folder))) throw error;
    throw new StartError(folderSentence(folder, code));
  }
};

/** One after the other: Node's own recursive one never ends under /proc. */
const makeFolder = (folder: string): void => {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // another start may have been faster
    if (!isFolder(folder)) throw error;
  }
};

const folderSentence = (folder: string, code: string): string => {
  if (code === 'ENOSPC') return `数据文件夹 ${folder} 写不进去：磁盘已满。请先腾出空间。`;
  if (code === 'EEXIST' || code === 'ENOTDIR') return `${folder} 不能当数据文件夹：它或它的上一级是一个文件。请用 LZ_DATA 指定另一个文件夹。`;
  return `数据文件夹 ${folder} 不能用（${code}），多半是没有权限。请用 LZ_DATA 指定一个能写的文件夹。`;
};

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** A secret made at the first start and kept beside the data it protects; for this machine only. */
const ownSecret = (folder: string): string =>
  inDataFolder(folder, () => {
    const file = join(folder, 'secret');
    if (!existsSync(file)) {
      writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx' });
      chmodSync(file, 0o600);
    }
    return readFileSync(file, 'utf8').trim();
  });

const lanAddress = (): string => {
  const address = Object.values(networkInterfaces()).flat().find((entry) => entry?.family === 'IPv4' && !entry.internal)?.address;
  if (!address) throw new StartError('没有找到局域网地址，不能用 --lan。请先连上网络。');
  return address;
};
