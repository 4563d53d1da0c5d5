/**
 * One process on one data folder: two on one PGlite folder would ruin it. The lock names its owner, where
 * it listens and a key, so that command-line tools can ask the running server instead of opening the folder.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inDataFolder, StartError } from './config';

export interface LockOwner { readonly pid: number; readonly port: number; readonly key: string }

const fileOf = (folder: string) => join(folder, 'lock.json');

/** Who holds the folder now: null if nobody alive. */
export const lockOwner = (folder: string): LockOwner | null => {
  let owner: LockOwner;
  try {
    owner = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as LockOwner;
  } catch {
    return null;
  }
  return Number.isInteger(owner.pid) && owner.pid !== process.pid && isAlive(owner.pid) ? owner : null;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Takes the folder or throws one sentence. Returns the lock's key and how to let go. */
export const takeLock = (folder: string, port: number): { key: string; release(): void } => {
  const key = randomBytes(24).toString('base64url');
  const mine = JSON.stringify({ pid: process.pid, port, key } satisfies LockOwner);
  for (let attempt = 0; ; attempt += 1) {
    try {
      inDataFolder(folder, () => writeFileSync(fileOf(folder), mine, { flag: 'wx', mode: 0o600 }));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = lockOwner(folder);
      if (owner) throw new StartError(`数据文件夹正在被另一个程序使用（进程 ${owner.pid}，端口 ${owner.port}）。请先关掉它，或用 LZ_DATA 指定另一个文件夹。`);
      if (attempt > 2) throw new StartError(`数据文件夹 ${folder} 里以前留下的 lock.json 移不开，多半是没有权限。请用 LZ_DATA 指定一个能写的文件夹。`);
      // left behind by a process that was killed; moved aside first, so that of two starters only one clears it
      const aside = `${fileOf(folder)}.${process.pid}`;
      try {
        renameSync(fileOf(folder), aside);
        rmSync(aside);
      } catch {
        // the other starter was faster: try again
      }
    }
  }
  return {
    key,
    release() {
      const text = (() => { try { return readFileSync(fileOf(folder), 'utf8'); } catch { return ''; } })();
      if (text === mine) rmSync(fileOf(folder));
    },
  };
};
