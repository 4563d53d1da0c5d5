/** Photos in a backup: a folder of copies beside a list of them with their hashes, which the manifest vouches for. Backups of before there were photos have neither. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { StartError } from '../config';
import { filesFolder, isFileName } from '../files';

export const photosList = 'photos.json';
export const photosFolder = 'photos';

const list = v.array(v.strictObject({ name: v.pipe(v.string(), v.check(isFileName)), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** After the database was dumped: a photo that it names was there before. One that is removed meanwhile is left out. */
export const copyPhotos = async (from: string, backup: string): Promise<void> => {
  mkdirSync(join(backup, photosFolder), { mode: 0o700 });
  const copied: v.InferOutput<typeof list> = [];
  for (const name of existsSync(from) ? readdirSync(from).filter(isFileName) : []) {
    const bytes = await readFile(join(from, name)).catch(() => null);
    if (bytes === null) continue;
    await writeFile(join(backup, photosFolder, name), bytes, { mode: 0o600 });
    copied.push({ name, sha256: hashOf(bytes) });
  }
  writeFileSync(join(backup, photosList), `${JSON.stringify(copied, null, 1)}\n`, { mode: 0o600 });
};

/** Names of those in the backup, each whole. Throws `StartError` in one sentence. */
export const checkedPhotos = async (backup: string): Promise<readonly string[]> => {
  if (!existsSync(join(backup, photosList))) return [];
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), list), readFileSync(join(backup, photosList), 'utf8'));
  if (!read.success) throw new StartError(`备份里照片的清单 ${photosList} 读不懂，可能已损坏。没有恢复任何内容。`);
  for (const { name, sha256 } of read.output) {
    const bytes = await readFile(join(backup, photosFolder, name)).catch(() => null);
    if (bytes === null) throw new StartError(`备份不完整：缺照片 ${name}。没有恢复任何内容。`);
    if (hashOf(bytes) !== sha256) throw new StartError(`备份已损坏：照片 ${name} 与清单里的校验值不符。没有恢复任何内容。`);
  }
  return read.output.map(({ name }) => name);
};

/** Returns where those that were there before now lie, if there were others. */
export const putPhotos = async (backup: string, names: readonly string[], dataFolder: string, stamp: string): Promise<string[]> => {
  const target = filesFolder(dataFolder);
  const others = existsSync(target) && readdirSync(target).some((name) => !names.includes(name));
  const aside = `${target}.before-${stamp}`;
  if (others) renameSync(target, aside);
  if (names.length > 0) mkdirSync(target, { recursive: true, mode: 0o700 });
  for (const name of names) await copyFile(join(backup, photosFolder, name), join(target, name));
  return others ? [aside] : [];
};
