/**
 * Takes a photo that the phone has shrunk. What it is and how large is read from its content; what is kept is written anew without place, time
 * or phone (domain/photo.ts). The row comes first, so the daily number holds before anything is written; sending the same again mends what broke off.
 */
import { createHash } from 'node:crypto';
import { mostPhotoBytes, readPhoto, type PhotoFault } from '../../domain/photo';
import { addFile, addPart, dropParts, filesById, joinedParts, noteStored, noteTrace } from '../../database/queries/files';
import type { ErrorCode } from '../../types/errors';
import type { ParsedInput } from '../../types/contract';
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { shownPhotos } from '../runtime/shownPhotos';

/** Of one person in a day: several outlets with their papers, and nobody fills the disk. */
const mostInADay = 30;

const codes: Readonly<Record<PhotoFault, ErrorCode>> = { not_image: 'photo_not_image', too_large: 'photo_too_large', dimensions: 'photo_dimensions', broken: 'photo_broken' };

export const addPhoto: Action<'outlet.addPhoto'> = {
  // the store is asked between the statements, and a transaction would wait for it
  transaction: false,
  async handle(input, context) {
    const { id, purpose } = input;
    const { db, caller, now, files, imageCheck } = context;
    const data = input.part === undefined ? input.data : await whole(input, input.part.of, context);
    if (data === null) return { photo: null };
    if (data.length > Math.ceil(mostPhotoBytes / 3) * 4) return refuse('photo_too_large', 'data');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return refuse('photo_broken', 'data');
    const read = readPhoto(Buffer.from(data, 'base64'));
    if (!read.ok) return refuse(codes[read.why], 'data');
    if (files === null) return refuse('photos_paused');
    const { media, width, height, bytes } = read.photo;
    const added = await addFile(db, { id, owner: caller.person, purpose, media, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest(), width, height }, now, mostInADay);
    if (added === 'too_many') return refuse('too_many_photos');
    if (added === 'taken') return refuse('photo_unknown', 'id');
    const before = (await filesById(db, [id]))[0];
    if (before?.place == null) {
      const place = await files.put(id, media, bytes).catch(() => refuse('photos_paused'));
      await noteStored(db, id, place);
      const link = imageCheck && (await files.links([place], now))[0];
      const trace = imageCheck && link ? await imageCheck(caller.identity, link) : null;
      if (trace !== null) await noteTrace(db, id, trace);
    }
    if (input.part) await dropParts(db, id, caller.person);
    const [photo] = await shownPhotos(await filesById(db, [id]), context);
    return { photo: photo ?? refuse('photo_unknown', 'id') };
  },
};

/** Of one person, of all: some three photos and some two hundred under way. */
const mostParts = { own: 80, all: 5000 } as const;
/** Characters: what a call in WeChat can carry. */
const longestPart = 100_000;

/** Keeps this part; the whole once the last one is there, in whatever order they came. */
const whole = async ({ id, data, part }: ParsedInput<'outlet.addPhoto'>, of: number, { db, caller, now, files }: Context): Promise<string | null> => {
  if (!files?.takesParts || data.length > longestPart) return refuse('value_invalid', 'part');
  if (!(await addPart(db, { id, owner: caller.person, at: part!.at, data }, now, mostParts))) return refuse('too_many_photos');
  return joinedParts(db, id, caller.person, of);
};
