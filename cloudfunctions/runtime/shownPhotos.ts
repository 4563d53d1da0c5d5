/** Rows of photos as pages see them, each with a link of its own. Who may see which is asked by whoever chose the rows. */
import type { FileRow } from '../../database/queries/files';
import type { ShownPhoto } from '../../types/contract/photos';
import type { Context } from './action';

export const shownPhotos = async (rows: readonly FileRow[], { files, now }: Pick<Context, 'files' | 'now'>): Promise<ShownPhoto[]> => {
  const there = rows.filter(({ place }) => place !== null);
  const links = files && there.length > 0 ? await files.links(there.map(({ place }) => place!), now) : [];
  const linkOf = new Map(there.map(({ id }, at) => [id, links[at] ?? null]));
  return rows.map((row) => ({ id: row.id, purpose: row.purpose, state: row.state, reason: row.reason, width: row.width, height: row.height, link: linkOf.get(row.id) ?? null }));
};
