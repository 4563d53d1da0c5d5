/**
 * Puts a backup back. Everything that can be refused is refused before anything is touched; what was there
 * is moved aside, not deleted, and the restored database is opened and counted before it takes its place.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hex } from '../../domain/leaf';
import { readMigrations } from '../../database/migrate';
import { StartError } from '../config';
import { lockOwner, takeLock } from '../lock';
import { migrationsFolder } from '../prepare';
import type { Counted } from './count';
import { keysFolder, keysFrom, roundKeysIn } from '../roundKeys';
import { readRemarkKey, remarkKeyFile as remarkKeyHere } from '../remarkKey';
import { checkedPhotos, putPhotos } from './photos';
import { checkedManifest, remarkKeyFile, roundKeysFile, secretFile, type Manifest } from './manifest';
import { restoreEmbedded } from './restoreEmbedded';
import { restoreToServer } from './restoreToServer';

export interface RestoreInput {
  readonly folder: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  /** LZ_SECRET where the environment gives it; then no file is written. */
  readonly givenSecret: string | null;
  /** LZ_REMARK_KEY, likewise. */
  readonly givenRemarkKey?: string | null;
  readonly replace: boolean;
}
export interface Restored {
  readonly manifest: Manifest;
  readonly counts: Counted;
  readonly photos: number;
  /** Where what was there before now lies. */
  readonly aside: readonly string[];
}

export const restore = async ({ folder, dataFolder, databaseUrl, givenSecret, givenRemarkKey = null, replace }: RestoreInput, now: Date): Promise<Restored> => {
  const manifest = await checkedManifest(folder);
  checkKind(manifest, databaseUrl);
  const photos = await checkedPhotos(folder);
  const secret = readFileSync(join(folder, secretFile), 'utf8');
  if (givenSecret !== null && givenSecret !== secret) throw new StartError('环境变量 LZ_SECRET 与备份里的密钥不同，恢复后会认不出以前的人和会话。请改用备份里的密钥（文件 secret）。');
  const remarkKey = remarkKeyOf(folder);
  if (givenRemarkKey !== null && remarkKey !== null && givenRemarkKey.trim() !== remarkKey) throw new StartError('环境变量 LZ_REMARK_KEY 与备份里的留言密钥不同，恢复后会打不开备份里的居民留言。请改用备份里的（文件 remark-key）。');
  const owner = lockOwner(dataFolder);
  if (owner) throw new StartError(`数据正在被使用（进程 ${owner.pid}）。请先停止服务器，再恢复。`);
  const lock = takeLock(dataFolder, 0);
  try {
    const stamp = now.toISOString().slice(0, 19).replace(/\D/g, '');
    const { counts, aside } = databaseUrl === null ? await restoreEmbedded({ folder, dataFolder, replace, stamp }) : await restoreToServer({ folder, url: databaseUrl, replace, stamp });
    await putRoundKeys(dataFolder, join(folder, roundKeysFile));
    const photosAside = await putPhotos(folder, photos, dataFolder, stamp);
    return { manifest, counts, photos: photos.length, aside: [...aside, ...photosAside, ...(givenSecret === null ? putFile(join(dataFolder, 'secret'), secret, stamp) : []), ...(givenRemarkKey === null && remarkKey !== null ? putFile(remarkKeyHere(dataFolder), remarkKey, stamp) : [])] };
  } finally {
    lock.release();
  }
};

const checkKind = ({ kind, migrations }: Manifest, databaseUrl: string | null) => {
  if (kind === 'pglite' && databaseUrl !== null) throw new StartError('这份备份来自内置数据库，不能恢复到 PostgreSQL。请不带 DATABASE_URL 再试。');
  if (kind === 'postgres' && databaseUrl === null) throw new StartError('这份备份来自 PostgreSQL。请用 DATABASE_URL 指定要恢复到哪个数据库。');
  const known = new Set(readMigrations(migrationsFolder).map(({ name }) => name));
  const newer = migrations.filter((name) => !known.has(name));
  if (newer.length > 0) throw new StartError(`这份备份来自更新的版本（${newer.join('、')}）。请先更新程序再恢复。`);
};

/** Keys of rounds that are not here yet; one that is here belongs to the same round and stays. */
const putRoundKeys = async (dataFolder: string, file: string) => {
  if (!existsSync(file)) return;
  const store = roundKeysIn(keysFolder(dataFolder), undefined);
  for (const [round, key] of keysFrom(readFileSync(file, 'utf8'))) if ((await store.of(round)) === null) await store.put(round, key);
};

/** Null where the backup has none: made before texts were sealed, or by a tool without the key. */
const remarkKeyOf = (folder: string): string | null => {
  const file = join(folder, remarkKeyFile);
  return existsSync(file) ? hex(readRemarkKey(readFileSync(file, 'utf8'), file)) : null;
};

/** Returns where the former one now lies, if there was another. */
const putFile = (file: string, secret: string, stamp: string): string[] => {
  const before = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  if (before === secret.trim()) return [];
  const aside = `${file}.before-${stamp}`;
  if (before !== null) renameSync(file, aside);
  writeFileSync(file, secret, { flag: 'wx', mode: 0o600 });
  return before === null ? [] : [aside];
};
