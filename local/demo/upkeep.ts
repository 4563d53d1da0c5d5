/** What keeps outlets right in the demonstration: reports that agree, a claim and a confirmation, sent by the cast through the real actions. */
import { contractVersion } from '../../types/contract/version';
import { identityOf } from '../sessions';
import type { Host } from '../host';

const nanyuan = '620602001001';
const hourMs = 3_600_000;

/** `by` is of the cast, or a neighbour without a name. */
const sent: readonly { readonly by: string; readonly hoursAgo: number; readonly outlet: number; readonly action: 'report' | 'claim'; readonly data: object }[] = [
  { by: 'elder', hoursAgo: 76, outlet: 0, action: 'report', data: { kind: 'closed', note: '卷帘门拉下来一个多月了（演示）' } },
  { by: 'neighbour', hoursAgo: 30, outlet: 0, action: 'report', data: { kind: 'closed', note: null } },
  { by: 'young', hoursAgo: 9, outlet: 1, action: 'report', data: { kind: 'hours', note: '早上八点才开门（演示）' } },
  { by: 'cobbler', hoursAgo: 5, outlet: 2, action: 'claim', data: { revision: 1, papers: { phone: '0935-0000000', creditCode: null, note: '我在这里修了十年鞋（演示）' } } },
  { by: 'noodles', hoursAgo: 28, outlet: 3, action: 'claim', data: { revision: 1, papers: { phone: '0935-0000001', creditCode: '92620602MA0000015G', note: '分店（演示）' } } },
  { by: 'neighbour', hoursAgo: 3, outlet: 3, action: 'claim', data: { revision: 1, papers: { phone: '0935-0000002', creditCode: null, note: '店去年转给我了（演示）' } } },
];

export const demoUpkeep = async (host: Host, now: Date): Promise<void> => {
  const rows = await host.database.owner.selectFrom('lz.outlet').select('id').where('community_code', '=', nanyuan).where('demo', '=', true).where('owner', 'is', null).orderBy('id').limit(4).execute();
  for (const [i, { by, hoursAgo, outlet, action, data }] of sent.entries()) {
    const row = rows[outlet];
    if (!row) continue;
    const send = host.handlerAt('outlet', () => new Date(now.getTime() - hoursAgo * hourMs));
    const id = `0e9a3f0c-5a4e-4c53-9d3f-1f6b6a1d3c0${i}`;
    const reply = await send({ action, v: contractVersion, data: { id, outlet: row.id, ...data } }, identityOf(`cast-${by}`));
    if (!reply.ok) throw new Error(`demonstration ${action} refused: ${reply.error.code} ${reply.error.field ?? ''}`);
  }
};
