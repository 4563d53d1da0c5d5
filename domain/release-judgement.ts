/** Weights, interval and verdict of a release's places: R2, R3 and R4 of release.ts. */
import type { Cell } from '../types/contract/results';
import type { CensusTable, MethodRules } from '../types/rules';
import { pins, type PinUnit, type Slack } from './pinning';
import type { BlockCount } from './release-count';
import { isIn, type Place, type Scene } from './release-scene';
import type { Splits } from './release-splits';
import { displayRate, rate, verdict, wilsonOf, type Interval } from './satisfaction';
import { communityN, drawnFrom, intervalN, weigh, type Drawn, type Weighted, type WeightGroup } from './weights';

interface Judgement extends Pick<Cell, 'weighted' | 'interval' | 'verdict'> {
  /** Of one answer, by community and band: its share of the figure. */
  readonly shares: ReadonlyMap<string, number>;
  readonly slack: Slack;
}

/** What a place says beyond its raw rate. Without a judgement (interim, R4, R3) only why there is none. */
export function judged(scene: Scene, total: BlockCount, judgement: Judgement | null): Pick<Cell, 'weighted' | 'interval' | 'verdict'> {
  const { method, kind, questionnaire } = scene.count.input;
  if (total.scored < method.smallestCell) return { weighted: null, interval: null, verdict: 'too_few' };
  if (questionnaire.headline === null) return { weighted: null, interval: null, verdict: scene.source === 'open' ? 'voluntary' : 'unjudged' };
  if (judgement) return { weighted: judgement.weighted, interval: judgement.interval, verdict: judgement.verdict };
  if (scene.source === 'open') return { weighted: null, interval: null, verdict: 'voluntary' };
  if (kind === 'final') return { weighted: null, interval: null, verdict: 'unjudged' };
  const interval = method.weighting === 'none' ? wilsonOf(rate(total)!, total.scored, method.z) : null;
  return { weighted: null, interval: interval && shownInterval(interval, method.target), verdict: 'interim' };
}

/** R3: place after place, each held against those before it. */
export function weightedOf(scene: Scene, whole: readonly Place[], splits: Splits): ReadonlyMap<Place, Judgement> {
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
  const drawn = { n: groups.reduce((sum, { scored }) => sum + scored, 0), source, frame: scene.frame?.(place.states.flatMap(({ block }) => block.communities)) ?? null };
  const say = (share: number) => saying(scene, place, groups, drawn, { ...weighted, rate: share });
  const said = say(weighted.rate);
  return {
    weighted: method.weighting === 'none' ? null : {
      rate: shownRate(weighted.rate, method.target), nEff: Math.floor(weighted.nEff + 1e-9), moved: Math.round(weighted.moved * 1000) / 1000, basis: weighted.basis,
      ...(weighted.basis === 'census' ? { census: { version: census!.version, source: census!.source, status: census!.status, drawnFrom: drawnFrom(drawn) } } : {}),
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
function saying(scene: Scene, place: Place, groups: readonly WeightGroup[], drawn: Drawn, weighted: Weighted): { interval: Interval; verdict: Cell['verdict'] } {
  const { method } = scene.count.input;
  const nStar = intervalN({ nEff: weighted.nEff, ...drawn });
  return {
    interval: shownInterval(wilsonOf(weighted.rate, nStar, method.z), method.target),
    verdict: verdict({
      source: scene.source, release: 'final', n: drawn.n, scored: drawn.n, rate: weighted.rate, nEff: weighted.nEff, nStar, target: method.target, z: method.z, smallestCell: method.smallestCell,
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
