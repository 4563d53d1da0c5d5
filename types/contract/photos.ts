/** A photo as pages see it: what it is for, how it stands, and a link that ends by itself. */
import * as v from 'valibot';
import * as s from './shared';

/** 营业执照 · 门头 · 居民报错 · 社区见证 · 回复. Only a shop front is ever public. */
export const photoPurpose = v.picklist(['licence', 'front', 'report', 'witness', 'reply']);
/** Until it passed, nobody but its owner and the staff of its street sees it. */
export const photoState = v.picklist(['held', 'passed', 'refused']);
/** 看不清 · 不相干 · 拍到了别人的脸、车牌或证件 · 违法违规 */
export const photoReason = v.picklist(['unclear', 'unrelated', 'private', 'unlawful']);

export const photo = v.strictObject({
  id: s.uuid,
  purpose: photoPurpose,
  state: photoState,
  reason: v.nullable(photoReason),
  /** As seen, pixels: its place on the page is kept from the start. */
  width: s.count,
  height: s.count,
  /** Good for some minutes. Null: the content was removed, or can't be had just now. */
  link: v.nullable(v.string()),
});
/** What others see of it. */
export const publicPhoto = v.pick(photo, ['id', 'width', 'height', 'link']);

/** How a form names a photo that was added before. */
export const photoRef = v.strictObject({ id: s.uuid, purpose: photoPurpose });
export const mostPhotos = 6;
/** Absent: a phone of before there were photos; what stands already is left alone. */
export const photoRefs = v.optional(v.pipe(v.array(photoRef), v.maxLength(mostPhotos)));

/** A part of so many: WeChat carries 100 KB of text in a call. */
export const photoPart = v.pipe(v.strictObject({ at: v.pipe(s.count, v.maxValue(23)), of: v.pipe(s.count, v.minValue(1), v.maxValue(24)) }), v.check(({ at, of }) => at < of));
/** The same id with the same content again changes nothing. `data`: the shrunk picture, base64, or a part of it; what it is, is read from the content. */
export const addPhoto = {
  input: v.strictObject({ id: s.uuid, purpose: photoPurpose, data: v.pipe(v.string(), v.minLength(1)), part: v.optional(photoPart) }),
  /** Null: other parts are still awaited. */
  output: v.strictObject({ photo: v.nullable(photo) }),
};
/** The caller's own, by id; those of others are left out as if there were none. */
export const photos = {
  input: v.strictObject({ ids: v.pipe(v.array(s.uuid), v.minLength(1), v.maxLength(20)) }),
  output: v.strictObject({ photos: v.array(photo) }),
};

/** A photo that waits at the desk, with what it belongs to. */
export const waitingPhoto = v.strictObject({
  ...photo.entries,
  about: v.strictObject({ kind: v.string(), id: s.uuid, name: v.string() }),
  street: v.strictObject({ code: s.streetCode, name: v.string() }),
  addedAt: s.instantText,
});
export const deskPhotos = {
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({ items: v.array(waitingPhoto), waiting: s.count, hotline: v.string() }),
};
/** `seen`: the state she decided upon. `refused` null lets it be seen. */
export const decidePhoto = {
  input: v.strictObject({ id: s.uuid, seen: photoState, refused: v.nullable(photoReason) }),
  output: v.strictObject({ state: photoState, reason: v.nullable(photoReason) }),
};

export type PhotoPurpose = v.InferOutput<typeof photoPurpose>;
export type PhotoState = v.InferOutput<typeof photoState>;
export type PhotoReason = v.InferOutput<typeof photoReason>;
export type ShownPhoto = v.InferOutput<typeof photo>;
export type PublicPhoto = v.InferOutput<typeof publicPhoto>;
export type PhotoRef = v.InferOutput<typeof photoRef>;
export type WaitingPhoto = v.InferOutput<typeof waitingPhoto>;
