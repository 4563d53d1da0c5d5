/** A dump of the embedded database → the data folder, beside the old one until it is proven to open. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openPglite } from '../../database/pglite';
import { StartError } from '../config';
import { embeddedFolder } from '../openDatabase';
import { countRows, type Counted } from './count';
import { databaseFile } from './manifest';

export const restoreEmbedded = async ({ folder, dataFolder, replace, stamp }: { folder: string; dataFolder: string; replace: boolean; stamp: string }): Promise<{ counts: Counted; aside: string[] }> => {
  const target = embeddedFolder(dataFolder);
  const filled = existsSync(target) && readdirSync(target).length > 0;
  if (filled && !replace) throw new StartError(`${target} 里已经有数据。确定要用备份换掉它，请加 --replace（原来的会移到旁边，不会删除）。`);
  const fresh = `${target}.restoring`;
  rmSync(fresh, { recursive: true, force: true });
  const counts = await loadInto(fresh, join(folder, databaseFile.pglite));
  const aside = `${target}.before-${stamp}`;
  if (filled) renameSync(target, aside);
  else rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  return { counts, aside: filled ? [aside] : [] };
};

const loadInto = async (target: string, dump: string): Promise<Counted> => {
  try {
    const database = await openPglite(target, new Blob([readFileSync(dump)]));
    try {
      return await countRows(database.owner);
    } finally {
      await database.close();
    }
  } catch {
    rmSync(target, { recursive: true, force: true });
    throw new StartError('备份里的数据库打不开。原有数据没有动。');
  }
};
