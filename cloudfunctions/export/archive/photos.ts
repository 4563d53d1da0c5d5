/** Photos of an archive: shop fronts that anybody may see, as they are now; a photo has no moment of the snapshot. */
import { filesToRead, type CirclePhoto } from '../../../database/queries/circlePhotos';
import { addExportPart } from '../../../database/queries/exportJobs';
import { fileEnding } from '../../runtime/fileStore';
import { asFileName } from '../fileName';
import type { Making } from '../making';

/** Photos that one archive holds at most, and their bytes: it is made and handed out by functions with little memory. */
export const mostPhotos = 200;
export const mostPhotoBytes = 24 * 2 ** 20;
/** Read in one step. */
export const photosAStep = 10;
export const photoFolder = '照片';

/** The first of them that fit. */
export const photosThatFit = (photos: readonly CirclePhoto[]): CirclePhoto[] => {
  let bytes = 0;
  return photos.filter((photo, i) => i < mostPhotos && (bytes += photo.bytes) <= mostPhotoBytes);
};

/** What was removed or refused since is left out, and the archive says how many came in. */
export const addPhotos = async ({ db, files }: Making, job: string, ids: readonly string[]): Promise<void> => {
  for (const { id, place, media, outlet, community } of await filesToRead(db, ids)) {
    const bytes = (await files?.read(place)) ?? null;
    if (bytes) await addExportPart(db, job, `${photoFolder}/${asFileName(community)}/${asFileName(outlet)}-${id.slice(0, 8)}.${fileEnding[media]}`, bytes);
  }
};
