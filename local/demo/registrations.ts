/** What waits on the street officer's desk in the demonstration: sent by the cast through the real action. */
import { unproject, project } from '../../domain/geometry';
import type { Draft } from '../../types/contract/merchant';
import { contractVersion } from '../../types/contract/version';
import { gcj02, metres } from '../../types/units';
import { demoPlaces } from '../../rules';
import { identityOf } from '../sessions';
import type { Host } from '../host';
import { demoPhoto, type Picture } from './photos';

const nanyuan = '620602001001';
const weekdays = (from: number, to: number) => Array.from({ length: 7 }, (_, day) => (day === 6 ? [] : [{ from: from * 60, to: to * 60 }]));

const drafts: readonly { id: string; by: string; hoursAgo: number; offset: readonly [number, number]; photo: { readonly id: string; readonly picture: Picture }; draft: Omit<Draft, 'point' | 'community'> }[] = [
  {
    id: '0e9a3f0c-5a4e-4c53-9d3f-1f6b6a1d2c01', by: 'noodles', hoursAgo: 52, offset: [60, -40], photo: { id: '0e9a3f0c-5a4e-4c53-9d3f-1f6b6a1d2c11', picture: 'shop' },
    draft: {
      name: '老街牛肉面馆', format: 'breakfast', services: ['breakfast-serving', 'meal-delivery'], address: '东巷12号（演示）', phone: null, hours: weekdays(6, 14),
      creditCode: '92620602MA0000015G', unlicensedReason: null, facts: { cash: 'yes', stepFree: 'no', seats: 'yes', staffed: 'yes' },
    },
  },
  {
    id: '0e9a3f0c-5a4e-4c53-9d3f-1f6b6a1d2c02', by: 'cobbler', hoursAgo: 20, offset: [-80, 30], photo: { id: '0e9a3f0c-5a4e-4c53-9d3f-1f6b6a1d2c12', picture: 'stall' },
    draft: {
      name: '街口修鞋摊', format: 'repair', services: ['shoe-repair', 'key-cutting'], address: '南苑社区门口（演示）', phone: null, hours: weekdays(9, 18),
      creditCode: null, unlicensedReason: '流动修鞋摊，没有固定门面，由社区了解情况（演示）', facts: { cash: 'yes', stepFree: 'yes', seats: 'yes', staffed: 'yes' },
    },
  },
];

export const demoRegistrations = async (host: Host, now: Date): Promise<void> => {
  const centre = demoPlaces.communities.find(({ code }) => code === nanyuan);
  if (!centre) return;
  const { x, y } = project(gcj02(centre.lng, centre.lat));
  for (const { id, by, hoursAgo, offset, photo, draft } of drafts) {
    const point = unproject({ x: metres(x + offset[0]), y: metres(y + offset[1]) });
    const at = new Date(now.getTime() - hoursAgo * 3_600_000);
    const photos = await demoPhoto(host, by, photo.id, photo.picture, at);
    const register = host.handlerAt('outlet', () => at);
    const reply = await register({ action: 'register', v: contractVersion, data: { id, revision: 1, outlet: null, draft: { ...draft, community: nanyuan, point: { lng: point.lng, lat: point.lat }, ...(photos.length > 0 ? { photos } : {}) } } }, identityOf(`cast-${by}`));
    if (!reply.ok) throw new Error(`demonstration registration refused: ${reply.error.code} ${reply.error.field ?? ''}`);
  }
  await host.database.owner.updateTable('lz.registration').set({ demo: true }).where('id', 'in', drafts.map(({ id }) => id)).execute();
};
