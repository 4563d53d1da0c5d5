/** What invented neighbours say of two outlets next door to 南苑社区, and what the old resident of the cast follows: by the real actions. */
import { contractVersion } from '../../types/contract/version';
import type { Output } from '../../types/contract';
import type { AspectsSaid } from '../../types/contract/voice';
import { identityOf } from '../sessions';
import type { Host } from '../host';
import { chanceFrom } from './random';

const nanyuan = '620602001001';
const said = (words: string): AspectsSaid => {
  const [quality, price, manner, clean, elderFit] = words.split(' ') as ('good' | 'fair' | 'bad' | 'unnoticed')[];
  return { quality: quality!, price: price!, manner: manner!, clean: clean!, elderFit: elderFit! };
};

/** `place`: the first or second outlet from the centre. `waits`: nobody has looked at the words yet. */
const voices: readonly { readonly by: string; readonly place: 0 | 1; readonly daysAgo: number; readonly aspects: AspectsSaid; readonly text: string | null; readonly waits?: boolean }[] = [
  { by: 'cast-elder', place: 0, daysAgo: 3, aspects: said('good fair good good bad'), text: '东西好，人也和气。就是门口两级台阶，我上去要人扶。' },
  { by: 'neighbour-1', place: 0, daysAgo: 12, aspects: said('good good good fair unnoticed'), text: '住这儿六年了，一直来这家，没缺过斤两。' },
  { by: 'neighbour-2', place: 0, daysAgo: 20, aspects: said('fair fair good good fair'), text: '早上人多要等，能等就行。' },
  { by: 'neighbour-3', place: 0, daysAgo: 31, aspects: said('good bad fair good bad'), text: '比别处贵一点。' },
  { by: 'neighbour-4', place: 0, daysAgo: 44, aspects: said('good good good good unnoticed'), text: null },
  { by: 'neighbour-5', place: 0, daysAgo: 1, aspects: said('good good good good fair'), text: '收现金，老人方便。', waits: true },
  { by: 'neighbour-1', place: 1, daysAgo: 8, aspects: said('good good unnoticed good unnoticed'), text: '去过两回，都还行。' },
  { by: 'neighbour-2', place: 1, daysAgo: 2, aspects: said('bad bad bad unnoticed unnoticed'), text: '别去，打我电话我这儿便宜！', waits: true },
];

export const demoVoices = async (host: Host, now: Date): Promise<void> => {
  const chance = chanceFrom(620602 + 40);
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000);
  const call = async <T>(name: 'outlet' | 'voice', who: string, action: string, data: object, when: Date): Promise<T> => {
    const reply = await host.handlerAt(name, () => when)({ action, v: contractVersion, data }, identityOf(who));
    if (!reply.ok) throw new Error(`demonstration ${name}.${action} refused: ${reply.error.code}`);
    return reply.data as T;
  };
  const { items } = await call<Output<'outlet.nearby'>>('outlet', 'cast-elder', 'nearby', { origin: { kind: 'community', code: nanyuan }, most: 2 }, now);
  if (items.length < 2) return;
  const passed: string[] = [];
  for (const { by, place, daysAgo, aspects, text, waits } of voices) {
    const id = chance.uuid();
    await call('voice', by, 'write', { id, outlet: items[place]!.id, aspects, text }, at(daysAgo));
    if (text !== null && !waits) passed.push(id);
  }
  await host.database.owner.updateTable('lz.review').set({ state: 'passed' }).where('id', 'in', passed).execute();
  await call('voice', 'cast-elder', 'follow', { id: chance.uuid(), what: { kind: 'outlet', outlet: items[0]!.id } }, now);
  await call('voice', 'cast-elder', 'follow', { id: chance.uuid(), what: { kind: 'format', format: 'breakfast', origin: { kind: 'community', code: nanyuan }, minutes: 10, pace: 'slow' } }, now);
};
