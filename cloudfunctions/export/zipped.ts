/** Files as one .zip, all of them of the same fixed day, so that the same content is the same bytes. */
import { zipSync, type Zippable } from 'fflate';

// the earliest day a zip can say
const noTime = new Date('1980-01-01T00:00:00');

/** `level` 0 for what is packed already: photos, office files. */
export const zipped = (files: Readonly<Record<string, Uint8Array>>, levelOf: (path: string) => 0 | 6 = () => 6): Buffer => {
  const dated: Zippable = {};
  for (const [path, bytes] of Object.entries(files)) dated[path] = [bytes, { mtime: noTime, level: levelOf(path) }];
  return Buffer.from(zipSync(dated));
};
