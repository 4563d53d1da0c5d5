/** The page of possible duplicates for one street, with as many outlets as a whole town has: what the officer waits for. */
import { noon, valueOf, type World } from '../support/world';
import { peak, type Line } from './measure';
import { fillTown } from './town';

const budget = 2000;

export const benchPairs = async (world: World, count: number): Promise<Line[]> => {
  world.setNow(noon);
  await fillTown(world, count);
  const before = process.cpuUsage();
  const first = await peak(async () => valueOf(await world.call('district', 'desk.duplicates', {})));
  const busy = process.cpuUsage(before);
  const again = await peak(async () => valueOf(await world.call('district', 'desk.duplicates', {})));
  const { pairs, total } = valueOf(await world.call('district', 'desk.duplicates', {}));
  const onServer = world.host.database.kind === 'postgres';
  return [{
    what: `possible pairs among ${count.toLocaleString('en')} outlets of one street`, measured: `${first.ms.toFixed(0)} ms, ${((busy.user + busy.system) / 1000).toFixed(0)} ms of it on the processor; again ${again.ms.toFixed(0)} ms; ${pairs.length} shown of ${total.toLocaleString('en')}; ${Math.max(first.mb, again.mb).toFixed(0)} MB at most`,
    budget: onServer ? `≤ ${budget} ms` : '', kept: onServer ? first.ms <= budget : null,
  }];
};
