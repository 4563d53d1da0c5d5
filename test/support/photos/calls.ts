/** What tests of photos ask again and again: adding one, sending a registration that names it, deciding on it, and what is kept. */
import { readdirSync } from 'node:fs';
import type { PhotoPurpose } from '../../../types/contract/photos';
import { draft, newId, valueOf, type Persona, type World } from '../world';
import { base64, photoFile } from '.';

export const front = photoFile('front.jpg');
export const small = photoFile('small.jpg');
export const ref = ({ id, purpose }: { id: string; purpose: PhotoPurpose }) => ({ id, purpose });

/** `world`: as it is when a test runs. */
export const photosIn = (world: () => World) => {
  const add = (who: Persona, purpose: PhotoPurpose = 'front', bytes: Uint8Array = small, id = newId()) => world().call(who, 'outlet.addPhoto', { id, purpose, data: base64(bytes) });
  return {
    add,
    added: async (who: Persona, purpose: PhotoPurpose = 'front', bytes: Uint8Array = small) => valueOf(await add(who, purpose, bytes)).photo!,
    own: async (who: Persona, ...ids: string[]) => valueOf(await world().call(who, 'outlet.photos', { ids })).photos,
    kept: () => readdirSync(world().host.files!.folder),
    register: (who: Persona, photos: { id: string; purpose: PhotoPurpose }[] | undefined, change: object = {}, of: { id?: string; revision?: number; outlet?: string | null } = {}) =>
      world().call(who, 'outlet.register', { id: newId(), revision: 1, outlet: null, ...of, draft: draft({ ...(photos ? { photos } : {}), ...change }) }),
    decide: (who: Persona, id: string, refused: null | 'unclear' | 'private' = null, seen: 'held' | 'passed' | 'refused' = 'held') => world().call(who, 'desk.decidePhoto', { id, seen, refused }),
  };
};
