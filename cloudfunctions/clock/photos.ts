/**
 * Content of photos that nobody needs any more is removed; its row stays and says when. Never sent with anything: a week. Refused, or no
 * longer shown: longer than a decision can be taken back (rules/upkeep.json). Of a report: half a year. (项目拟定，待核)
 */
import type { FunctionDatabase } from '../../database/handle';
import { dropOldParts, expiredFiles, noteRemoved } from '../../database/queries/files';
import type { FileStore } from '../runtime/fileStore';

const hour = 3_600_000;
const day = 24 * hour;
const days = { loose: 7, refused: 40, dropped: 40, reported: 180 } as const;
const mostAtOnce = 200;

/** How many. The content goes first: a row that still names content that is gone is found again the next time. */
export const removePhotos = async (database: FunctionDatabase, files: FileStore, now: Date): Promise<number> => {
  await database.write((db) => dropOldParts(db, new Date(now.getTime() - hour)));
  const before = (kept: number) => new Date(now.getTime() - kept * day);
  const expired = await database.read((db) => expiredFiles(db, { loose: before(days.loose), refused: before(days.refused), dropped: before(days.dropped), reported: before(days.reported) }, mostAtOnce));
  if (expired.length === 0) return 0;
  await files.remove(expired.map(({ place }) => place));
  await database.write((db) => noteRemoved(db, expired.map(({ id }) => id), now));
  return expired.length;
};
