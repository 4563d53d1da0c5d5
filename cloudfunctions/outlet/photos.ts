/** The caller's own photos with fresh links, whatever their state: for a form that is opened again, and to see what became of them. */
import { filesById } from '../../database/queries/files';
import type { Action } from '../runtime/action';
import { shownPhotos } from '../runtime/shownPhotos';

export const photos: Action<'outlet.photos'> = {
  transaction: false,
  async handle({ ids }, context) {
    const own = (await filesById(context.db, ids)).filter(({ owner }) => owner === context.caller.person);
    const shown = await shownPhotos(own, context);
    return { photos: ids.flatMap((id) => shown.find((photo) => photo.id === id) ?? []) };
  },
};
