/**
 * Where the content of photos lies: outside the database, closed to everybody, read by links that end by themselves. On one machine a folder
 * (local/files.ts); in the cloud CloudBase's storage, whose access must be set to private (docs/deploy.md).
 */
import cloud from 'wx-server-sdk';
import type { PhotoMedia } from '../../domain/photo';

export interface FileStore {
  /** Whether a photo may come in parts: only where a call carries less than one. */
  readonly takesParts: boolean;
  /** Keeps the content under this id; the same again changes nothing. Tells what the store calls it. Rejects when it can't be kept. */
  put(id: string, media: PhotoMedia, bytes: Uint8Array): Promise<string>;
  /** A link for each, in order; null where none can be had. Never rejects: a page is worth more than its pictures. */
  links(places: readonly string[], now: Date): Promise<(string | null)[]>;
  /** The content; null where it is gone. Rejects when the store does not answer. */
  read(place: string): Promise<Uint8Array | null>;
  /** What is not there is no failure. */
  remove(places: readonly string[]): Promise<void>;
}

export const fileEnding: Readonly<Record<PhotoMedia, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** How long a link is good, at least. */
export const linkSeconds = 600;
/** What CloudBase takes in one call. */
const mostAtOnce = 50;
const patienceMs = 8000;

interface Storage {
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  getTempFileURL(files: { fileList: { fileID: string; maxAge: number }[] }): Promise<{ fileList: { tempFileURL?: string }[] }>;
  downloadFile(file: { fileID: string }): Promise<{ fileContent?: Buffer }>;
  deleteFile(files: { fileList: string[] }): Promise<unknown>;
}

export const cloudFiles = (storage: () => Storage = ofThisEnvironment): FileStore => ({
  takesParts: true,
  async put(id, media, bytes) {
    const { fileID } = await inTime(storage().uploadFile({ cloudPath: `photos/${id}.${fileEnding[media]}`, fileContent: Buffer.from(bytes) }));
    return fileID;
  },
  async links(places) {
    const found: (string | null)[] = [];
    for (let from = 0; from < places.length; from += mostAtOnce) {
      const part = places.slice(from, from + mostAtOnce);
      const urls = await linksOf(storage, part).catch(() => []);
      found.push(...part.map((_, at) => urls[at] || null));
    }
    return found;
  },
  async read(fileID) {
    return (await inTime(storage().downloadFile({ fileID }))).fileContent ?? null;
  },
  async remove(places) {
    for (let from = 0; from < places.length; from += mostAtOnce) await inTime(storage().deleteFile({ fileList: places.slice(from, from + mostAtOnce) }));
  },
});

const linksOf = async (storage: () => Storage, places: readonly string[]) =>
  (await inTime(storage().getTempFileURL({ fileList: places.map((fileID) => ({ fileID, maxAge: linkSeconds })) }))).fileList.map(({ tempFileURL }) => tempFileURL);

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => { timer = setTimeout(() => failed(new Error('the file storage did not answer')), patienceMs); });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

let ready = false;
const ofThisEnvironment = (): Storage => {
  // without them the SDK (4.0.2) rejects a promise that nobody awaits, which ends the process
  if (!process.env.TENCENTCLOUD_SECRETID || !process.env.TENCENTCLOUD_SECRETKEY) throw new Error('no credentials of the platform');
  if (!ready) cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  ready = true;
  return cloud as unknown as Storage;
};
