/** Drawn pictures in place of photos: one that waits with each registration of the demonstration, and one that a listed outlet shows. Marked in the picture itself. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { PhotoRef } from '../../types/contract/photos';
import { contractVersion } from '../../types/contract/version';
import type { Host } from '../host';
import { identityOf } from '../sessions';

export type Picture = 'shop' | 'stall';
const base64Of = (picture: Picture): string => readFileSync(fileURLToPath(new URL(`photos/${picture}.jpg`, import.meta.url))).toString('base64');

/** As one of the cast sends it; nothing where this host keeps no photos. */
export const demoPhoto = async (host: Host, by: string, id: string, picture: Picture, now: Date): Promise<PhotoRef[]> => {
  if (host.files === null) return [];
  const reply = await host.handlerAt('outlet', () => now)({ action: 'addPhoto', v: contractVersion, data: { id, purpose: 'front', data: base64Of(picture) } }, identityOf(`cast-${by}`));
  if (!reply.ok) throw new Error(`demonstration photo refused: ${reply.error.code}`);
  return [{ id, purpose: 'front' }];
};

const shownId = '0e9a3f0c-5a4e-4c53-9d3f-1f6b6a1d2c20';
/** One of the cast's circle who repairs shoes, or at least small things, shows a stall. */
export const demoShownPhoto = async (host: Host, now: Date): Promise<void> => {
  const { owner } = host.database;
  const outlet = await owner.selectFrom('lz.outlet as o').innerJoin('lz.community as c', 'c.code', 'o.community_code').select(['o.id', 'o.name', 'c.street_code'])
    .where('o.small_repair', '=', true).where('o.demo', '=', true).orderBy(sql`not o.services && '{shoe-repair}'`).orderBy('o.community_code').orderBy('o.id').executeTakeFirst();
  if (!outlet || (await demoPhoto(host, 'cobbler', shownId, 'stall', now)).length === 0) return;
  await owner.updateTable('lz.file').set({
    state: 'passed', decided_at: now.toISOString(), decided_by: 'demo', subject_kind: 'registration', subject_id: outlet.id, subject_name: outlet.name, street_code: outlet.street_code, attached_at: now.toISOString(),
  }).where('id', '=', shownId).execute();
  await owner.updateTable('lz.outlet').set({ photos: [shownId] }).where('id', '=', outlet.id).execute();
};
