/** A dump of the schema `lz` → a PostgreSQL server. The schema that was there is renamed, and comes back if restoring fails. */
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../database/handle';
import { databaseRoles } from '../../database/handle';
import { StartError } from '../config';
import { openConfigured } from '../openDatabase';
import { countRows, type Counted } from './count';
import { databaseFile } from './manifest';
import { restoreServer } from './postgresTools';

export const restoreToServer = async ({ folder, url, replace, stamp }: { folder: string; url: string; replace: boolean; stamp: string }): Promise<{ counts: Counted; aside: string[] }> => {
  const database = await openConfigured({ databaseUrl: url, dataFolder: '', fresh: false });
  try {
    await refuseWhileUsed(database);
    const filled = await hasSchema(database);
    if (filled && !replace) throw new StartError('这个 PostgreSQL 数据库里已经有数据（schema lz）。确定要用备份换掉它，请加 --replace（原来的会改名保留，不会删除）。');
    await makeRoles(database);
    const aside = `lz_before_${stamp}`;
    if (filled) await database.script(`alter schema lz rename to ${aside}`);
    try {
      await restoreServer(url, join(folder, databaseFile.postgres));
    } catch (error) {
      if (filled) await database.script(`alter schema ${aside} rename to lz`);
      throw error;
    }
    if (filled) await database.script(Object.values(databaseRoles).map((role) => `revoke all on schema ${aside} from ${role};`).join('\n'));
    return { counts: await countRows(database.owner), aside: filled ? [`schema ${aside}`] : [] };
  } finally {
    await database.close();
  }
};

/** A server of ours names its connections lz_…; this tool's own are not counted. */
const refuseWhileUsed = async ({ owner }: Database) => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_stat_activity a
    where a.datname = current_database() and a.application_name like 'lz\\_%' and a.pid <> pg_backend_pid()`.execute(owner);
  if ((rows[0]?.n ?? 0) > 0) throw new StartError('有服务器正在使用这个数据库。请先停止它，再恢复。');
};

const hasSchema = async ({ owner }: Database): Promise<boolean> => {
  const { rows } = await sql<{ there: boolean }>`select exists (select from pg_namespace where nspname = 'lz') as there`.execute(owner);
  return rows[0]!.there;
};

/** Roles belong to the server, not to the dump, which grants to them. */
const makeRoles = (database: Database) =>
  database.script(Object.values(databaseRoles).map((role) => `
do $$ begin
  create role ${role} nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant ${role} to current_user;`).join('\n'));
