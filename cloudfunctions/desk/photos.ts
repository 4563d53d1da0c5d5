/**
 * Photos that no platform let through: a person of the street looks. What was refused can be let through again while its content is there,
 * and what passed can be taken away; the row is held from reading to writing, so of two officers one decides and the other is told.
 */
import { countHeldFiles, heldFiles, lockFile } from '../../database/queries/files';
import { streetNames } from '../../database/queries/places';
import type { Action } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { shownPhotos } from '../runtime/shownPhotos';
import { requireStreet, scopeOf } from '../runtime/scope';

const mostShown = 30;

export const photos: Action<'desk.photos'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, settings } = context;
    const scope = scopeOf(caller.duties, input.street);
    const rows = await heldFiles(db, scope, mostShown);
    const shown = await shownPhotos(rows, context);
    const streets = await streetNames(db);
    return {
      items: rows.map((row, at) => ({
        ...shown[at]!,
        about: { kind: row.subject_kind!, id: row.subject_id!, name: row.subject_name ?? '' },
        street: { code: row.street_code!, name: streets.get(row.street_code!) ?? '' },
        addedAt: row.created_at,
      })),
      waiting: await countHeldFiles(db, scope),
      hotline: settings.hotline,
    };
  },
};

export const decidePhoto: Action<'desk.decidePhoto'> = {
  transaction: true,
  async handle({ id, seen, refused }, context) {
    const { db, caller, now } = context;
    const row = await lockFile(db, id);
    if (!row?.street_code) return refuse('not_found');
    requireStreet(context, row.street_code);
    if (row.owner === caller.person) return refuse('own_photo');
    if (row.removed_at !== null) return refuse('photo_gone');
    if (row.state !== seen) return refuse('decided_already');
    const state = refused === null ? 'passed' as const : 'refused' as const;
    if (state === seen) return refuse('decided_already');
    await db.updateTable('lz.file').set({ state, reason: refused, decided_at: now.toISOString(), decided_by: caller.person }).where('id', '=', id).execute();
    await audit(context, `photo.${state}`, id, { reason: refused, about: row.subject_id });
    return { state, reason: refused };
  },
};
