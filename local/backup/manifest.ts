/**
 * A backup is a folder: the database in one file, the secret of the deployment, the keys of the rounds that run, the key
 * of what residents wrote, the photos with a list of their own, and this list of them with their hashes. Secret and keys belong to it: without them nobody who
 * answered is known again (a round then takes no more answers, rather than take them twice), every session ends, and no text opens.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { StartError } from '../config';
import { photosList } from './photos';

const file = v.strictObject({ name: v.picklist(['database.tar.gz', 'database.pgdump', 'secret', 'round-keys.json', 'remark-key', 'photos.json']), bytes: v.number(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
const manifest = v.strictObject({
  format: v.literal(1),
  kind: v.picklist(['pglite', 'postgres']),
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** The migrations that had run: a program that does not know them all can't use the database. */
  migrations: v.array(v.string()),
  files: v.array(file),
});
export type Manifest = v.InferOutput<typeof manifest>;

export const databaseFile = { pglite: 'database.tar.gz', postgres: 'database.pgdump' } as const;
export const secretFile = 'secret';
/** {"round": "64 hexadecimal digits"}; backups of before rounds had keys lack it. */
export const roundKeysFile = 'round-keys.json';
/** 64 hexadecimal digits; not there where whoever made the backup did not have it. */
export const remarkKeyFile = 'remark-key';
const manifestFile = 'manifest.json';

/** Hashes what lies in the folder and writes the list; the last thing a backup does. */
export const writeManifest = async (folder: string, about: Pick<Manifest, 'kind' | 'at' | 'migrations'>): Promise<Manifest> => {
  const names = [databaseFile[about.kind], secretFile, roundKeysFile, ...([remarkKeyFile, photosList] as const).filter((name) => existsSync(join(folder, name)))] as const;
  const files = [];
  for (const name of names) files.push({ name, bytes: statSync(join(folder, name)).size, sha256: await hashOf(join(folder, name)) });
  const written: Manifest = { format: 1, ...about, files };
  writeFileSync(join(folder, manifestFile), `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
  return written;
};

/** Reads the list and checks every file against it. Throws `StartError` in one sentence. */
export const checkedManifest = async (folder: string): Promise<Manifest> => {
  if (!existsSync(join(folder, manifestFile))) throw new StartError(`${folder} 不是一份备份：里面没有 ${manifestFile}。`);
  const read = v.safeParse(manifest, parsed(readFileSync(join(folder, manifestFile), 'utf8')));
  if (!read.success) throw new StartError(`备份的清单 ${manifestFile} 读不懂，可能已损坏，或来自更新的版本。`);
  const names = new Set([databaseFile[read.output.kind], secretFile, ...read.output.files.map(({ name }) => name)]);
  for (const name of names) {
    const listed = read.output.files.find((one) => one.name === name);
    const path = join(folder, name);
    if (!listed || !existsSync(path)) throw new StartError(`备份不完整：缺 ${name}。没有恢复任何内容。`);
    if ((await hashOf(path)) !== listed.sha256) throw new StartError(`备份已损坏：${name} 与清单里的校验值不符。没有恢复任何内容。`);
  }
  return read.output;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};
