/** What divides the places of a release: flags, modes, questions put to some; R5 and R6 of release.ts, S7 of disclosure.ts. */
import type { Cell } from '../types/contract/results';
import { givesAway, sumOf, type Count } from './disclosure';
import { asCell, putToSome, type Detail } from './release-count';
import { countDetails, detailsIn, isIn, type Place, type Scene } from './release-scene';
import { rate } from './satisfaction';

/** One place cut up one way: which part an answer is in, null outside the place. */
export interface Split {
  readonly place: Place;
  readonly name: string;
  /** Whether the parts have rates, or only numbers. */
  readonly rated: boolean;
  part(detail: Detail): string | null;
}
export interface Splits {
  readonly accepted: readonly Split[];
  readonly modes: ReadonlyMap<Place, readonly Column[]>;
  has(place: Place, name: string): boolean;
}

/**
 * Withdrawn answers by the batch they came in: earlier figures hold them still, later ones do not. What they said is gone, whether they
 * gave a score too; so of a batch as many count as scored as must have: what the last release counted and is missing now, less all
 * that were withdrawn from the other batches.
 */
const withdrawnIn = (scene: Scene): (Count & { readonly batch: string })[] =>
  [...scene.states.values()].filter(({ renewed }) => renewed).flatMap(({ id, block, cuts }) => {
    const before = scene.count.input.previous.find((one) => one.id === id && one.source === scene.source);
    if (!before) return [];
    const batches = cuts.slice(0, -1).map((_, batch) => sumOf(block.communities.map((code) => asCell(scene.count.batchesOf(code, scene.source)[batch]!))));
    const missing = before.count.scored - batches.reduce((sum, { scored }) => sum + scored, 0);
    const all = batches.reduce((sum, { gone }) => sum + gone, 0);
    return batches.flatMap(({ gone }, batch) => (gone > 0 ? [{ n: gone, scored: Math.max(0, missing - (all - gone)), batch: `${id} ${batch}` }] : []));
  });

/** S7 of disclosure.ts: flags first, then modes, then questions; of modes as much as may appear. `rated`: there is a rate of which flags and modes could be told. */
export function splitsOf(scene: Scene, whole: readonly Place[], rated: boolean, withFlags: boolean): Splits {
  const { smallestCell } = scene.count.input.method;
  const accepted: Split[] = [];
  const modes = new Map<Place, readonly Column[]>();
  const gone = withdrawnIn(scene);
  const cut = (part: (detail: Detail) => string | null, ofGone: (one: (typeof gone)[number]) => string | null = () => null) => [...scene.details.map(part), ...gone.map(ofGone)];
  const base = [cut((detail) => scene.whereIs(detail).block), cut((detail) => scene.whereIs(detail).row), cut((detail) => scene.whereIs(detail).batch, ({ batch }) => batch)];
  const take = (split: Split): boolean => {
    const safe = !givesAway([...scene.details, ...gone], [...base, ...[...accepted, split].map(({ part }) => cut(part))], smallestCell);
    if (safe) accepted.push(split);
    return safe;
  };
  const split = (place: Place, name: string, rated: boolean, part: (detail: Detail) => string): Split => ({ place, name, rated, part: (detail) => (isIn(place, detail) ? `${place.id} ${name} ${part(detail)}` : null) });
  for (const place of whole) if (rated && withFlags) take(split(place, 'flags', true, ({ flagged }) => String(flagged)));
  for (const place of rated ? whole : []) {
    const columns = modeChoices.map(modeColumns).find((choice) => canCompare(scene, place, choice) && take(split(place, 'modes', true, (detail) => String(choice.findIndex(({ has }) => has(detail))))));
    if (columns) modes.set(place, columns);
  }
  putToSome(scene.count.input.questionnaire).forEach(({ id }, i) => {
    for (const place of whole) if (countDetails(detailsIn(scene, place).filter(({ asked }) => asked[i] === '1')).n > 0) take(split(place, id, false, ({ asked }) => asked[i]!));
  });
  return { accepted, modes, has: (place, name) => accepted.some((one) => one.place === place && one.name === name) };
}

export function flagsIn(scene: Scene, place: Place): Cell['flagged'] {
  const here = detailsIn(scene, place);
  const without = countDetails(here.filter(({ flagged }) => !flagged));
  return without.scored === 0 ? null : { n: countDetails(here.filter(({ flagged }) => flagged)).n, rateWithout: rate(without)! };
}

interface Column {
  readonly band: Detail['band'] | null;
  readonly filler: Detail['filler'] | 'rest';
  has(detail: Detail): boolean;
}

/** R6: what is compared, the most first. */
const modeChoices: readonly (readonly (Detail['band'] | 'proxy')[])[] = [['18-59', '60-up', 'proxy'], ['18-59', '60-up'], ['60-up', 'proxy'], ['60-up'], ['18-59', 'proxy'], ['18-59']];

function modeColumns(choice: readonly (Detail['band'] | 'proxy')[]): Column[] {
  const columns = choice.flatMap((one): Column[] => (one === 'proxy' ? [{ band: null, filler: 'proxy', has: ({ filler }) => filler === 'proxy' }]
    : (['self', 'assisted'] as const).map((filler) => ({ band: one, filler, has: (detail) => detail.band === one && detail.filler === filler }))));
  return [...columns, { band: null, filler: 'rest', has: (detail) => !columns.some(({ has }) => has(detail)) }];
}

const canCompare = (scene: Scene, place: Place, columns: readonly Column[]) =>
  columns.every(({ band, has }) => band === null || countDetails(detailsIn(scene, place).filter(has)).scored >= scene.count.input.method.smallestCell);

export function modesIn(scene: Scene, place: Place, columns: readonly Column[]): NonNullable<Cell['modes']> {
  const here = detailsIn(scene, place);
  const of = (column: Column | undefined) => {
    const counted = countDetails(here.filter((detail) => column!.has(detail)));
    return { n: counted.n, rate: rate(counted)! };
  };
  const proxy = columns.find(({ filler }) => filler === 'proxy');
  return {
    bands: [...new Set(columns.flatMap(({ band }) => band ?? []))].map((band) => {
      const [self, assisted] = (['self', 'assisted'] as const).map((filler) => of(columns.find((column) => column.band === band && column.filler === filler)));
      return { band, self: self!, assisted: assisted!, difference: assisted!.rate - self!.rate };
    }),
    proxy: proxy ? countDetails(here.filter(proxy.has)).n : null,
  };
}
