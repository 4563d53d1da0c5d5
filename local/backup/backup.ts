/** Makes a backup while the system runs. It appears under its name when it is whole, or not at all. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { sql } from 'kysely';
import { secretsFrom } from '../../cloudfunctions/runtime/secrets';
import { hex } from '../../domain/leaf';
import type { Database } from '../../database/handle';
import type { EmbeddedDatabase } from '../../database/pglite';
import { StartError } from '../config';
import type { Host } from '../host';
import { databaseFile, remarkKeyFile, roundKeysFile, secretFile, writeManifest, type Manifest } from './manifest';
import { copyPhotos } from './photos';
import { dumpServer } from './postgresTools';

export interface BackupInput {
  /** Absolute; must not exist. */
  readonly folder: string;
  readonly secret: string;
  /** For pg_dump; null where the database is embedded. */
  readonly databaseUrl: string | null;
}

export const backup = async ({ database, secrets, roundKeys, remarkKey, files }: Pick<Host, 'database' | 'secrets' | 'roundKeys' | 'remarkKey' | 'files'>, { folder, secret, databaseUrl }: BackupInput, now: Date): Promise<Manifest> => {
  if (!isAbsolute(folder)) throw new StartError('备份的位置应是完整路径。');
  if (existsSync(folder)) throw new StartError(`${folder} 已经存在。请换一个名字，免得盖掉以前的备份。`);
  if (secretsFrom(secret).session('backup') !== secrets.session('backup')) throw new StartError('这里的密钥与正在运行的服务器不同。请带上服务器用的 LZ_SECRET 再备份一次。');
  if (database.kind === 'postgres' && databaseUrl === null) throw new StartError('服务器用的是 PostgreSQL。请带上同样的 DATABASE_URL 再备份一次。');
  const unfinished = `${folder}.partial`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(unfinished, { mode: 0o700 });
    await dumpTo(join(unfinished, databaseFile[database.kind]), database, databaseUrl);
    if (files) await copyPhotos(files.folder, unfinished);
    writeFileSync(join(unfinished, secretFile), secret, { mode: 0o600 });
    const keys = Object.fromEntries([...roundKeys.all()].map(([round, key]) => [round, hex(key)]));
    writeFileSync(join(unfinished, roundKeysFile), `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    if (remarkKey) writeFileSync(join(unfinished, remarkKeyFile), hex(remarkKey), { mode: 0o600 });
    const manifest = await writeManifest(unfinished, { kind: database.kind, at: now.toISOString(), migrations: await migrationsOf(database) });
    renameSync(unfinished, folder);
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC' || code === 'ENOTDIR') throw new StartError(`备份写不到 ${folder}（${code === 'ENOSPC' ? '磁盘已满' : '没有权限，或不是文件夹'}）。`);
    throw error;
  }
};

const dumpTo = async (file: string, database: Database, databaseUrl: string | null) => {
  if (database.kind === 'postgres') await dumpServer(databaseUrl!, file);
  else writeFileSync(file, new Uint8Array(await (await (database as EmbeddedDatabase).dump()).arrayBuffer()));
  chmodSync(file, 0o600);
};

const migrationsOf = async ({ owner }: Database): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select name from lz.migration order by name`.execute(owner);
  return rows.map(({ name }) => name);
};
