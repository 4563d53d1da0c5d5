/** Looking for a text among a whole town's outlets: what is common, what is rare, what is not there, and what was typed with one wrong character. */
import { nanyuan, noon, valueOf, type World } from '../support/world';
import { each, inTurn, type Line } from './measure';
import { fillTown } from './town';

const origin = { kind: 'community' as const, code: nanyuan };
const budget = 100;

export const benchSearch = async (world: World, count: number): Promise<Line[]> => {
  world.setNow(noon);
  const town = await fillTown(world, count);
  const some = town[Math.floor(town.length / 2)]!.name;
  const onServer = world.host.database.kind === 'postgres';
  const texts: readonly (readonly [string, string])[] = [
    ['a common word', '便利店'], ['a name', some], ['pinyin', 'caifengpu'], ['initials', 'cfp'], ['a name that nothing has', '凤凰山滑雪场'],
    ['one wrong character', `${some.slice(0, 2)}哩${some.slice(3)}`], ['read the same', '裁逢铺'], ['one wrong letter', 'caifangpu'], ['three characters, one wrong', '栽缝铺'],
  ];
  const lines: Line[] = [];
  for (const [what, text] of texts) {
    const [ms = 0] = await inTurn(5, () => each(5, async () => valueOf(await world.call('young', 'outlet.nearby', { origin, text }))));
    const { items, inexact } = valueOf(await world.call('young', 'outlet.nearby', { origin, text }));
    lines.push({
      what: `search, ${what}, ${count.toLocaleString('en')} outlets`, measured: `${ms.toFixed(1)} ms, ${items.length}${items.length === 20 ? ' and more' : ''}${inexact ? ' inexact' : ''}`,
      budget: onServer ? `≤ ${budget} ms` : '', kept: onServer ? ms <= budget : null,
    });
  }
  return lines;
};
