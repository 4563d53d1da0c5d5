/**
 * Ties photos to what they were sent with (a registration, a claim, a report …), in its transaction: from then on the staff of that street
 * decide on them. Only one's own, whole, not refused, and for what they were added. `refs` undefined: a phone of before there were photos
 * says nothing of them, and what stands is left alone; an empty list takes them away.
 */
import { attachFiles, filesById, type Subject } from '../../database/queries/files';
import type { PhotoPurpose, PhotoRef } from '../../types/contract/photos';
import type { Context } from './action';
import { refuse } from './refusal';

/** `allowed`: what photos may be for here. Refuses `photo_unknown` also for somebody else's, so that nobody learns which there are. */
export const attachPhotos = async ({ db, caller, now }: Pick<Context, 'db' | 'caller' | 'now'>, refs: readonly PhotoRef[] | undefined, subject: Subject, allowed: readonly PhotoPurpose[]): Promise<void> => {
  if (refs === undefined) return;
  const rows = await filesById(db, refs.map(({ id }) => id));
  for (const { id, purpose } of refs) {
    const row = rows.find((one) => one.id === id);
    if (!row || row.owner !== caller.person || row.purpose !== purpose || !allowed.includes(purpose) || (row.place === null && row.state !== 'refused')) return refuse('photo_unknown', 'photos');
    if (row.state === 'refused') return refuse('photo_refused', 'photos');
  }
  await attachFiles(db, [...new Set(refs.map(({ id }) => id))], subject, now);
};
