/**
 * One registration against a whole town: what it costs, what comparing it with every outlet would cost, and whether the candidates that
 * the indexes bring hold all that comparing with every outlet finds.
 */
import { entryOf, similarOutlets } from '../../database/similarOutlets';
import { compareReady, readyEntry, type Entry } from '../../domain/duplicates';
import { project, unproject } from '../../domain/geometry';
import { indexPinyin } from '../../domain/pinyin';
import { chanceFrom } from '../../local/demo/random';
import { duplicates as rules } from '../../rules';
import { pinyinTable } from '../../rules/pinyin';
import { gcj02, metres } from '../../types/units';
import { noon, valueOf, type World } from '../support/world';
import { each, inTurn, timed, type Line } from './measure';
import { fillTown, type TownOutlet } from './town';

const budget = 50;
const pinyin = indexPinyin(pinyinTable);
const tried = 40;
const whole = 4;

/** The same shop as somebody else would write it: a little way off, perhaps a wrong character, perhaps no phone. */
const writtenAnew = (of: TownOutlet, chance: ReturnType<typeof chanceFrom>): Entry => {
  const { x, y } = project(gcj02(of.point.lng, of.point.lat));
  const name = chance.happens(0.5) ? of.name : `${of.name.slice(0, 1)}${of.name.slice(2)}`;
  return { name, point: unproject({ x: metres(x + chance.normal() * 20), y: metres(y + chance.normal() * 20) }), address: of.address, phone: chance.happens(0.5) ? of.phone : null, creditCode: null };
};

export const benchDuplicates = async (world: World, count: number): Promise<Line[]> => {
  world.setNow(noon);
  const town = await fillTown(world, count);
  const chance = chanceFrom(43);
  const entries = Array.from({ length: tried }, () => writtenAnew(town[chance.below(town.length)]!, chance));
  const outletDatabase = world.host.database.as('outlet');
  const typed = (entry: Entry) => ({ name: entry.name, point: { lng: entry.point!.lng, lat: entry.point!.lat }, address: entry.address, phone: entry.phone });
  const [action = 0] = await inTurn(3, () => each(tried, async (i) => valueOf(await world.call('young', 'outlet.duplicates', typed(entries[i]!)))));

  const all = town.map(({ id, name, phone, address, point }) => ({ id, ready: readyEntry(entryOf({ name, lng: point.lng, lat: point.lat, address, phone, credit_code: null }), rules) }));
  const level = (entry: Entry) => {
    const ready = readyEntry(entry, rules);
    return all.filter((one) => compareReady(ready, one.ready, rules, pinyin).level !== 'no').map(({ id }) => id);
  };
  const everyone = (await timed(async () => { for (const entry of entries.slice(0, whole)) level(entry); })) / whole;
  let [found, missed] = [0, 0];
  for (const entry of entries.slice(0, whole)) {
    const brought = new Set((await outletDatabase.read((db) => similarOutlets(db, entry, rules))).map(({ outlet }) => outlet.id));
    for (const id of level(entry)) {
      if (brought.has(id)) found += 1;
      else missed += 1;
    }
  }
  const onServer = world.host.database.kind === 'postgres';
  return [
    { what: `duplicates of one registration among ${count.toLocaleString('en')} outlets`, measured: `${action.toFixed(1)} ms; compared with every one in memory: ${everyone.toFixed(0)} ms`, budget: onServer ? `≤ ${budget} ms` : '', kept: onServer ? action <= budget : null },
    { what: 'of what comparing with every one finds, the indexes bring', measured: `${found} of ${found + missed}`, budget: '', kept: null },
  ];
};
