/**
 * Photos on one machine: files under the data folder that only its owner can read, handed out by links that are signed and end. A link names
 * the file, its last second and a keyed hash of both; whoever has it may look until then, as with CloudBase's own.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileEnding, linkSeconds, type FileStore } from '../cloudfunctions/runtime/fileStore';
import type { Secrets } from '../cloudfunctions/runtime/secrets';
import type { PhotoMedia } from '../domain/photo';

export interface LocalFiles extends FileStore {
  readonly folder: string;
  /** What a link leads to, or null for one that is not ours, has ended or whose file is gone. */
  open(place: string, until: string | undefined, mac: string | undefined, now: Date): Promise<{ readonly bytes: Buffer; readonly media: PhotoMedia; readonly secondsLeft: number } | null>;
}

export const filesFolder = (dataFolder: string): string => join(dataFolder, 'files');
export const filePath = '/files/';

/** So much stays free for the database, which must never find the disk full. */
const leastFreeBytes = 512 * 1024 * 1024;
/** Links of the same file are the same for so long, so that a page drawn again loads nothing again. */
const sameForSeconds = 300;

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(jpg|png|webp)$/;
export const isFileName = (name: string): boolean => shape.test(name);
const mediaOfName = (name: string): PhotoMedia => (Object.keys(fileEnding) as PhotoMedia[]).find((media) => name.endsWith(`.${fileEnding[media]}`))!;

export const filesIn = (folder: string, secrets: Pick<Secrets, 'fileLink'>): LocalFiles => ({
  folder,
  takesParts: false,
  async put(id, media, bytes) {
    const name = `${id}.${fileEnding[media]}`;
    if (!isFileName(name)) throw new Error('not the name of a file');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < leastFreeBytes) throw new Error('the disk is nearly full');
    // whole or not at all, also when two put the same at once
    const unfinished = join(folder, `${name}.${randomBytes(6).toString('hex')}.partial`);
    await writeFile(unfinished, bytes, { mode: 0o600 });
    await rename(unfinished, join(folder, name));
    return name;
  },
  links: async (places, now) => places.map((place) => {
    const until = (Math.ceil(now.getTime() / 1000 / sameForSeconds) * sameForSeconds) + linkSeconds;
    return existsSync(join(folder, place)) ? `${filePath}${place}?until=${until}&mac=${secrets.fileLink(place, until)}` : null;
  }),
  read: (place) => (isFileName(place) ? readFile(join(folder, place)).catch(() => null) : Promise.resolve(null)),
  async remove(places) {
    for (const place of places) if (isFileName(place)) await rm(join(folder, place), { force: true });
  },
  async open(place, until = '', mac = '', now) {
    if (!isFileName(place) || !/^\d{1,12}$/.test(until)) return null;
    const right = Buffer.from(secrets.fileLink(place, Number(until)));
    const given = Buffer.from(mac);
    const secondsLeft = Number(until) - Math.floor(now.getTime() / 1000);
    if (given.length !== right.length || !timingSafeEqual(given, right) || secondsLeft <= 0) return null;
    const bytes = await readFile(join(folder, place)).catch(() => null);
    return bytes && { bytes, media: mediaOfName(place), secondsLeft };
  },
});
