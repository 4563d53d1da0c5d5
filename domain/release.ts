/**
 * Everything that one release publishes, from the counts of its answers: the same for the clock that writes it and for the audit that
 * redoes it.
 *
 * R1 A figure belongs to a place and a source; two sources are never one figure. A circle is the sum of its blocks, the district of
 *    all (disclosure.ts). A place of which nothing may appear says only too_few.
 * R2 An interim release gives n, rate, the share of 不清楚 and the questions that everybody answered. What cuts people up further, and
 *    what a verdict needs, waits for the final release, and then comes once: weights, interval, verdict, flags, modes, communities,
 *    questions put to some. (Where the method does not weigh, the interval is a function of the raw rate and comes with it.)
 * R3 The weighted rate is published as it is shown (one decimal, not across the target), and the interval too; the verdict is
 *    judged unrounded. If even so it would give a small group away (pinning.ts), the place has neither.
 * R4 A block that stands as it was published before, in a final release, leaves its place without what R2 keeps for the end.
 * R5 Flags remove nobody: the rate without the flagged stands beside, and nothing is judged by it.
 * R6 Modes are compared within an age band where both sides hold the smallest cell; a family's proxy is neither side.
 * R7 The release keeps, for the next one, where each block was cut and what it then held.
 */
import type { Source } from '../types/contract/shared';
import type { Cell, Distribution } from '../types/contract/survey';
import type { CensusTable, MethodRules, Question } from '../types/rules';
import { givesAway, rowsOf, sumOf, type Block, type Count } from './disclosure';
import { distributionOf, isAboutThePerson, withOptions } from './distribution';
import { pins, type PinUnit, type Slack } from './pinning';
import { addUp, asCell, putToSome, type BlockCount, type Detail, type PublishedBlock, type ReleaseCount } from './release-count';
import { beside, displayRate, rate, verdict, wilsonOf, type Interval } from './satisfaction';
import { communityN, intervalN, weigh, type Frame, type Weighted, type WeightGroup } from './weights';

export interface ReleasePlaces {
  readonly circles: readonly { readonly id: string; readonly name: string; readonly communities: readonly string[] }[];
  readonly district: { readonly id: string; readonly name: string };
  /** Every community that is asked. */
  readonly names: ReadonlyMap<string, string>;
}
export interface ReleaseInput {
  readonly count: ReleaseCount;
  /** The round's; answers of another one are published too, where there are any. */
  readonly source: Source;
  readonly places: ReleasePlaces;
  readonly census: CensusTable | null;
  readonly frame?: Frame | null;
  /** When the list up to a position was sealed, and the seal that this release is cut at. */
  readonly sealedAt: (position: number) => string;
  readonly at: string;
  /** By kind and id of the place, `circle dongdajie`. */
  readonly letters?: ReadonlyMap<string, NonNullable<Cell['letters']>>;
}
export interface ReleasedCell {
  readonly cell: Cell;
  readonly distributions: readonly Distribution[];
}
export interface Release {
  readonly cells: readonly ReleasedCell[];
  /** R7. */
  readonly blocks: readonly PublishedBlock[];
}

/** A block as this release publishes it. */
interface State extends PublishedBlock {
  readonly block: Block;
  readonly renewed: boolean;
}
interface Row { readonly id: string; readonly name: string; readonly communities: readonly string[] }
interface Place {
  readonly kind: 'circle' | 'district';
  readonly id: string;
  readonly name: string;
  /** All, answered or not. */
  readonly communities: readonly string[];
  readonly states: readonly State[];
  /** The ids of `states`. */
  readonly blocks: readonly string[];
  readonly without: readonly string[];
}
/** One source of one release. */
interface Scene extends ReleaseInput {
  readonly source: Source;
  readonly states: ReadonlyMap<string, State>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Of the blocks that stand where the list stands. */
  readonly details: readonly Detail[];
  /** The published sets that an answer is in whatever else is published. */
  whereIs(detail: Detail): Whereabouts;
}
interface Whereabouts { readonly block: string; readonly row: string; readonly batch: string }

export function releaseOf(input: ReleaseInput): Release {
  const { blocks } = input.count.input;
  const present = (source: Source) => source === input.source || blocks.some(({ communities }) => communities.some((code) => input.count.batchesOf(code, source).some(({ n }) => n > 0)));
  const scenes = (['drawn', 'open'] as const).filter(present).map((source) => sceneOf(input, source));
  return { cells: scenes.flatMap(cellsOf), blocks: scenes.flatMap(({ states }) => [...states.values()].map(({ id, source, cuts, at, count }) => ({ id, source, cuts, at, count }))) };
}

function sceneOf(input: ReleaseInput, source: Source): Scene {
  const { blocks, kind, method } = input.count.input;
  const states = new Map(blocks.flatMap((block) => {
    const state = stateOf(input, block, source);
    return state ? [[block.id, state] as const] : [];
  }));
  const rows = new Map([...states].flatMap(([id, { block, renewed }]) => (kind === 'final' && renewed ? [[id, rowsOfBlock(input, block, source, method.smallestCell)] as const] : [])));
  const renewed = new Map([...states.values()].filter((state) => state.renewed).flatMap((state) => state.block.communities.map((code) => [code, state] as const)));
  const rowOf = new Map([...rows].flatMap(([id, of]) => of.flatMap((row) => row.communities.map((code) => [code, `${id} ${row.id}`] as const))));
  return {
    ...input, source, states, rows, details: input.count.details(source).filter(({ community }) => renewed.has(community)),
    whereIs: ({ community, batch }) => {
      const { id } = renewed.get(community)!;
      return { block: id, row: rowOf.get(community) ?? id, batch: `${id} ${batch}` };
    },
  };
}

/** Withdrawn answers by the batch they came in: earlier figures hold them still, later ones do not. */
const withdrawnIn = (scene: Scene): (Count & { readonly batch: string })[] =>
  [...scene.states.values()].filter(({ renewed }) => renewed).flatMap(({ id, block, cuts }) => cuts.slice(0, -1).flatMap((_, batch) => {
    const { gone } = sumOf(block.communities.map((code) => asCell(scene.count.batchesOf(code, scene.source)[batch]!)));
    return gone > 0 ? [{ n: gone, scored: gone, batch: `${id} ${batch}` }] : [];
  }));

/** S4 of disclosure.ts: where a block stands now, or as it stood, or null while it never had enough. */
function stateOf({ count, sealedAt, at }: ReleaseInput, block: Block, source: Source): State | null {
  const { kind, previous, method } = count.input;
  const before = previous.find((one) => one.id === block.id && one.source === source);
  const batches = block.communities.map((code) => count.batchesOf(code, source));
  const came = sumOf(batches.map((of) => asCell(of[of.length - 1]!)));
  if (came.scored < method.smallestCell) return before ? { ...before, block, renewed: false } : null;
  const cut = count.reached(block.id, source)!;
  return {
    id: block.id, source, block, renewed: true, cuts: [...count.cutsOf(block.id, source), cut],
    at: kind === 'final' ? at : sealedAt(cut), count: addUp(batches.flat().map(({ gone: _, ...kept }) => kept)),
  };
}

/** S5 of disclosure.ts: the communities of a block that stand alone, and 其他. */
function rowsOfBlock({ count, places }: ReleaseInput, block: Block, source: Source, smallestCell: number): Row[] {
  const cells = new Map(block.communities.map((code) => [code, count.batchesOf(code, source).map(asCell)]));
  const { alone, others } = rowsOf(cells, smallestCell);
  const asked = others.some((code) => sumOf(cells.get(code)!).n > 0);
  return [
    ...alone.map((code) => ({ id: code, name: places.names.get(code)!, communities: [code] })),
    ...(alone.length > 0 && asked ? [{ id: `other:${block.id || places.district.id}`, name: '其他社区', communities: others }] : []),
  ];
}

function placesOf({ places, states, count }: Scene): Place[] {
  const { blocks } = count.input;
  const place = (kind: Place['kind'], id: string, name: string, of: readonly Block[]): Place => {
    const here = of.flatMap((block) => states.get(block.id) ?? []);
    const missing = of.filter((block) => !states.has(block.id)).flatMap(({ communities }) => communities.map((code) => places.names.get(code)!));
    return { kind, id, name, communities: of.flatMap(({ communities }) => communities), states: here, blocks: here.map((state) => state.id), without: missing };
  };
  return [
    ...places.circles.map(({ id, name }) => place('circle', id, name, blocks.filter(({ circles }) => circles.includes(id)))),
    place('district', places.district.id, places.district.name, blocks),
  ];
}

function cellsOf(scene: Scene): ReleasedCell[] {
  const { kind, questionnaire, method } = scene.count.input;
  const places = placesOf(scene);
  // R4
  const whole = places.filter(({ states }) => kind === 'final' && states.length > 0 && states.every(({ renewed }) => renewed));
  const splits = splitsOf(scene, whole, method.flags !== null);
  const weighted = weightedOf(scene, whole, splits);
  return [
    ...places.map((place): ReleasedCell => {
      const total = addUp(place.states.map(({ count }) => count));
      return {
        cell: {
          ...frameOf(scene, place, total), ...judged(scene, total, weighted.get(place) ?? null),
          flagged: splits.has(place, 'flags') ? flagsIn(scene, place) : null,
          modes: splits.modes.has(place) ? modesIn(scene, place, splits.modes.get(place)!) : null,
        },
        distributions: total.scored < method.smallestCell ? [] : withOptions(questionnaire)
          .filter((question) => isShown(scene, question, total, splits.has(place, question.id))).map((question) => distributionOf(question, total.questions[question.id]!)),
      };
    }),
    ...[...scene.rows].flatMap(([block, rows]) => rows.map((row): ReleasedCell => ({ cell: communityCell(scene, scene.states.get(block)!, row), distributions: [] }))),
  ];
}

const nothing = { weighted: null, interval: null, flagged: null, modes: null, letters: null } as const;

/** What every figure has: where from, until when, how many, the raw rate. */
function frameOf({ count, source, letters }: Scene, { kind, id, name, states, without }: Place, total: BlockCount): Cell {
  const { target, smallestCell } = count.input.method;
  const times = states.map(({ at }) => at).sort();
  const shown = total.scored >= smallestCell;
  return {
    place: { kind, id, name }, source, target, ...nothing, ...raw(shown ? total : null),
    asOf: shown ? { oldest: times[0]!, newest: times[times.length - 1]! } : null,
    without: shown ? [...without] : [],
    verdict: 'too_few', letters: letters?.get(`${kind} ${id}`) ?? null,
  };
}

const raw = (total: BlockCount | null): Pick<Cell, 'n' | 'scored' | 'rate' | 'unclear' | 'countingUnclear'> => {
  if (total === null) return { n: null, scored: null, rate: null, unclear: null, countingUnclear: null };
  const { unclear, countingUnclear } = beside({ answered: total.scored + total.unclear, satisfied: total.satisfied, unclear: total.unclear })!;
  return { n: total.n, scored: total.scored, rate: rate(total), unclear, countingUnclear };
};

function communityCell({ count, source, places }: Scene, { at }: State, row: Row): Cell {
  const total = addUp(row.communities.flatMap((code) => count.batchesOf(code, source)));
  return {
    place: { kind: 'community', id: row.id, name: row.name, ...(row.id.startsWith('other:') ? { communities: row.communities.map((code) => places.names.get(code)!) } : {}) }, source, target: count.input.method.target, ...nothing, ...raw(total), asOf: { oldest: at, newest: at }, without: [],
    verdict: source === 'drawn' ? 'unjudged' : 'voluntary',
  };
}

// Weights, interval, verdict ---------------------------------------------------------------------------

interface Judgement extends Pick<Cell, 'weighted' | 'interval' | 'verdict'> {
  /** Of one answer, by community and band: its share of the figure. */
  readonly shares: ReadonlyMap<string, number>;
  readonly slack: Slack;
}

/** What a place says beyond its raw rate. Without a judgement (interim, R4, R3) only why there is none. */
function judged(scene: Scene, total: BlockCount, judgement: Judgement | null): Pick<Cell, 'weighted' | 'interval' | 'verdict'> {
  const { method, kind } = scene.count.input;
  if (total.scored < method.smallestCell) return { weighted: null, interval: null, verdict: 'too_few' };
  if (judgement) return { weighted: judgement.weighted, interval: judgement.interval, verdict: judgement.verdict };
  if (scene.source === 'open') return { weighted: null, interval: null, verdict: 'voluntary' };
  if (kind === 'final') return { weighted: null, interval: null, verdict: 'unjudged' };
  const interval = method.weighting === 'none' ? wilsonOf(rate(total)!, total.scored, method.z) : null;
  return { weighted: null, interval: interval && shownInterval(interval, method.target), verdict: 'interim' };
}

/** R3: place after place, each held against those before it. */
function weightedOf(scene: Scene, whole: readonly Place[], splits: Splits): ReadonlyMap<Place, Judgement> {
  const { method } = scene.count.input;
  const accepted = new Map<Place, Judgement>();
  for (const place of whole) {
    const judgement = judgementOf(scene, place, groupsOf(scene, place));
    if (judgement === null) continue;
    const next = new Map([...accepted, [place, judgement]]);
    if (method.weighting === 'none' || !pins(unitsOf(scene, next, splits), [...next.values()].map(({ slack }) => slack), method.smallestCell)) accepted.set(place, judgement);
  }
  return accepted;
}

function groupsOf({ details }: Scene, { states }: Place): WeightGroup[] {
  const communities = states.flatMap(({ block }) => block.communities);
  const groups = new Map<string, { -readonly [K in keyof WeightGroup]: WeightGroup[K] }>();
  for (const { community, band, household, scored, satisfied } of details) {
    if (!communities.includes(community)) continue;
    const key = `${groupKey({ community, band })} ${household ?? ''}`;
    const group = groups.get(key) ?? { community, band, household, scored: 0, satisfied: 0 };
    groups.set(key, { ...group, scored: group.scored + scored, satisfied: group.satisfied + satisfied });
  }
  const silent = communities.filter((code) => ![...groups.values()].some(({ community }) => community === code));
  return [...groups.values(), ...silent.map((community) => ({ community, band: '18-59' as const, household: null, scored: 0, satisfied: 0 }))];
}
const groupKey = ({ community, band }: Pick<WeightGroup, 'community' | 'band'>) => `${community} ${band}`;

function judgementOf(scene: Scene, place: Place, groups: readonly WeightGroup[]): Judgement | null {
  const { census, source } = scene;
  const { method } = scene.count.input;
  const weighted = weigh(groups, census, method);
  if (weighted === null) return null;
  const say = (share: number) => saying(scene, place, groups, { ...weighted, rate: share });
  const said = say(weighted.rate);
  return {
    weighted: method.weighting === 'none' ? null : {
      rate: shownRate(weighted.rate, method.target), nEff: Math.floor(weighted.nEff + 1e-9), moved: Math.round(weighted.moved * 1000) / 1000, basis: weighted.basis,
    },
    interval: source === 'drawn' ? said.interval : null,
    verdict: said.verdict,
    shares: method.weighting === 'none' ? new Map() : sharesOf(groups, census, method),
    slack: slackOf(weighted.rate, (share) => JSON.stringify([displayRate(share, method.target), say(share)])),
  };
}

/** Each answer's share of the figure, as far as anybody can know it: sizes of communities and age bands, not who lives with whom. */
function sharesOf(groups: readonly WeightGroup[], census: CensusTable | null, method: MethodRules): ReadonlyMap<string, number> {
  const known = new Map<string, WeightGroup>();
  for (const { community, band, scored } of groups) {
    const key = groupKey({ community, band });
    known.set(key, { community, band, household: null, scored: scored + (known.get(key)?.scored ?? 0), satisfied: 0 });
  }
  const all = [...known.values()];
  return new Map(all.map((group) => [groupKey(group), group.scored === 0 ? 0 : weigh(all.map((other) => (other === group ? { ...other, satisfied: other.scored } : other)), census, method)!.rate / group.scored]));
}

/** Interval and verdict that a weighted rate leads to. */
function saying(scene: Scene, place: Place, groups: readonly WeightGroup[], weighted: Weighted): { interval: Interval; verdict: Cell['verdict'] } {
  const { source, frame = null } = scene;
  const { method } = scene.count.input;
  const scored = groups.reduce((sum, group) => sum + group.scored, 0);
  const nStar = intervalN({ nEff: weighted.nEff, n: scored, source, frame });
  return {
    interval: shownInterval(wilsonOf(weighted.rate, nStar, method.z), method.target),
    verdict: verdict({
      source, release: 'final', n: scored, scored, rate: weighted.rate, nEff: weighted.nEff, nStar, target: method.target, z: method.z, smallestCell: method.smallestCell,
      gate: method.gates[place.kind], communityGate: method.gates.community,
      perCommunity: place.kind === 'circle' ? place.communities.map((code) => communityN(groups.filter(({ community }) => community === code), method)) : [],
    }),
  };
}

const shownRate = (share: number, target: number) => Number((parseFloat(displayRate(share, target)) / 100).toFixed(3));
const shownInterval = ({ low, high }: Interval, target: number): Interval => ({ low: shownRate(low, target), high: shownRate(high, target) });

/** How far a rate could lie up and down and be published as the same. */
function slackOf(share: number, shown: (share: number) => string): Slack {
  const same = shown(share);
  const reach = (most: number) => {
    let [inside, outside] = [0, most];
    if (shown(share + most) === same) return most;
    for (let i = 0; i < 30; i += 1) {
      const middle = (inside + outside) / 2;
      if (shown(share + middle) === same) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { low: reach(-Math.min(share, 0.01)), high: reach(Math.min(1 - share, 0.01)) };
}

/** What pinning.ts looks at: every answer by the raw counts it is part of and its weight in each figure. */
function unitsOf(scene: Scene, figures: ReadonlyMap<Place, Judgement>, splits: Splits): PinUnit[] {
  return scene.details.flatMap((detail): PinUnit[] => {
    if (![...figures.keys()].some((place) => isIn(place, detail))) return [];
    const { row, batch } = scene.whereIs(detail);
    return [{
      row, scored: detail.scored, satisfied: detail.satisfied,
      // how often a question was put to somebody is known, but no rate of it
      sets: [batch, ...splits.accepted.filter(({ rated }) => rated).flatMap((split) => split.part(detail) ?? [])],
      weights: [...figures].map(([, { shares }]) => shares.get(groupKey(detail)) ?? 0),
    }];
  });
}

// What divides places: flags, modes, questions put to some ----------------------------------------------

/** One place cut up one way: which part an answer is in, null outside the place. */
interface Split {
  readonly place: Place;
  readonly name: string;
  /** Whether the parts have rates, or only numbers. */
  readonly rated: boolean;
  part(detail: Detail): string | null;
}
interface Splits {
  readonly accepted: readonly Split[];
  readonly modes: ReadonlyMap<Place, readonly Column[]>;
  has(place: Place, name: string): boolean;
}

/** S7 of disclosure.ts: flags first, then modes, then questions; of modes as much as may appear. */
function splitsOf(scene: Scene, whole: readonly Place[], withFlags: boolean): Splits {
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
  for (const place of whole) if (withFlags) take(split(place, 'flags', true, ({ flagged }) => String(flagged)));
  for (const place of whole) {
    const columns = modeChoices.map(modeColumns).find((choice) => canCompare(scene, place, choice) && take(split(place, 'modes', true, (detail) => String(choice.findIndex(({ has }) => has(detail))))));
    if (columns) modes.set(place, columns);
  }
  putToSome(scene.count.input.questionnaire).forEach(({ id }, i) => {
    for (const place of whole) if (countDetails(detailsIn(scene, place).filter(({ asked }) => asked[i] === '1')).n > 0) take(split(place, id, false, ({ asked }) => asked[i]!));
  });
  return { accepted, modes, has: (place, name) => accepted.some((one) => one.place === place && one.name === name) };
}

const isIn = ({ states }: Place, { community }: Detail) => states.some(({ block }) => block.communities.includes(community));

const countDetails = (details: readonly Detail[]): Count & { readonly satisfied: number } =>
  details.reduce((sum, { n, scored, satisfied }) => ({ n: sum.n + n, scored: sum.scored + scored, satisfied: sum.satisfied + satisfied }), { n: 0, scored: 0, satisfied: 0 });

const detailsIn = ({ details }: Scene, place: Place) => details.filter((detail) => isIn(place, detail));

function flagsIn(scene: Scene, place: Place): Cell['flagged'] {
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

function modesIn(scene: Scene, place: Place, columns: readonly Column[]): NonNullable<Cell['modes']> {
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

/** D4 of distribution.ts. */
function isShown({ count }: Scene, question: Question, total: BlockCount, accepted: boolean): boolean {
  const { questionnaire } = count.input;
  if (isAboutThePerson(questionnaire, question)) return false;
  return putToSome(questionnaire).includes(question) ? accepted : total.questions[question.id]!.n === total.n;
}
