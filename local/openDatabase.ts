/** The database a start works on: a server where DATABASE_URL says so, else the embedded one under the data folder. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../database/handle';
import { openPglite } from '../database/pglite';
import { openPostgres } from '../database/postgres';
import { StartError, type Config } from './config';
import { filesFolder } from './files';

export const openConfigured = async (config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'fresh'> & Partial<Pick<Config, 'databaseLogins'>>): Promise<Database> =>
  config.databaseUrl === null ? openEmbedded(config) : openServer(config.databaseUrl, config);

export const embeddedFolder = (dataFolder: string) => join(dataFolder, 'database');

const openEmbedded = async ({ dataFolder, fresh }: Pick<Config, 'dataFolder' | 'fresh'>): Promise<Database> => {
  const folder = embeddedFolder(dataFolder);
  if (fresh) for (const gone of [folder, filesFolder(dataFolder)]) rmSync(gone, { recursive: true, force: true });
  try {
    mkdirSync(folder, { recursive: true });
    const database = await openPglite(folder);
    await sql`select 1`.execute(database.owner);
    return database;
  } catch {
    throw new StartError(`数据文件夹 ${folder} 打不开，可能已损坏。请用备份恢复（npm run restore），或用 npm start -- --fresh 重新开始（原有数据会清空）。`);
  }
};

const openServer = async (url: string, { dataFolder, fresh, databaseLogins: logins = {} }: Pick<Config, 'dataFolder' | 'fresh'> & Partial<Pick<Config, 'databaseLogins'>>): Promise<Database> => {
  const database = openPostgres(url, { logins });
  try {
    const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`.execute(database.owner);
    if ((rows[0]?.version ?? 0) < 150000) throw new StartError('PostgreSQL 版本太旧，需要 15 或更新的版本。');
    if (fresh) {
      await database.script('drop schema if exists lz cascade');
      rmSync(filesFolder(dataFolder), { recursive: true, force: true });
    }
    return database;
  } catch (error) {
    await database.close().catch(() => undefined);
    if (error instanceof StartError) throw error;
    throw new StartError(`连不上 DATABASE_URL 指定的 PostgreSQL（${(error as { code?: string }).code ?? '无应答'}）。请检查地址、用户名、密码和网络。`);
  }
};
