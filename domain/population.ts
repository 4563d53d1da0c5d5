/**
 * A synthetic population: people whose opinion is known, to try the method on.
 *
 * Real answers can't tell whether the method is right, for nobody knows the truth behind them. Here it is known to the
 * last person. Opinions are not independent, since in life they are not: they lean with age, community, size of
 * household and with whom one lives. Everything comes from the chance passed in: the same seed, the same people.
 *
 * P1 Exactly the wanted share of those with an opinion is satisfied (to the nearest person).
 * P2 The leanings move who is satisfied, never how many.
 * P3 The census table counts these people, and is marked 演示.
 */
import type { CensusTable } from '../types/rules';
import type { Band } from './weights';

/** Chance, passed in: 0 ≤ x < 1. */
export type Random = () => number;

export interface Adult {
  readonly band: Band;
  /** Points on the headline question, 1 … 5; null: 不清楚、没用过. */
  readonly score: number | null;
}
export interface Household {
  readonly adults: readonly Adult[];
}
export interface PopulatedCommunity {
  readonly code: string;
  readonly households: readonly Household[];
}
export interface Population {
  readonly communities: readonly PopulatedCommunity[];
  /** Adults. */
  readonly size: number;
  /** Share of the satisfied among those with an opinion. */
  readonly rate: number;
}

export interface PopulationDesign {
  readonly communities: readonly PlannedCommunity[];
  /** Share of households with 1, 2, … adults. */
  readonly households: readonly number[];
  readonly rate: number;
  /** Share without an opinion. */
  readonly unclear: number;
  /** In deviations of one person's own leaning: elders against the others, per adult more in the household, shared at home. */
  readonly leanings: { readonly elders: number; readonly perAdult: number; readonly home: number };
}
export interface PlannedCommunity {
  readonly code: string;
  readonly adults: number;
  /** Share of those of 60 and over. */
  readonly elders: number;
  /** How much better than elsewhere people think here, in the same deviations. */
  readonly leaning: number;
}

/** The people of a design. */
export function populate(design: PopulationDesign, random: Random): Population {
  const sketches = design.communities.map((community) => sketchCommunity(design, community, random));
  const people = sketches.flat(2).filter(({ unclear }) => !unclear);
  const satisfied = new Set([...people].sort((a, b) => b.leaning - a.leaning).slice(0, Math.round(design.rate * people.length)));
  const adult = (sketch: Sketch): Adult => ({ band: sketch.band, score: sketch.unclear ? null : scoreOf(satisfied.has(sketch), random) });
  return {
    communities: sketches.map((households, i) => ({ code: design.communities[i]!.code, households: households.map((adults) => ({ adults: adults.map(adult) })) })),
    size: sketches.flat(2).length,
    rate: satisfied.size / people.length,
  };
}

/** A person before it is settled who is satisfied. */
interface Sketch {
  readonly band: Band;
  readonly unclear: boolean;
  readonly leaning: number;
}

function sketchCommunity(design: PopulationDesign, { adults, elders, leaning }: PlannedCommunity, random: Random): Sketch[][] {
  const households: Sketch[][] = [];
  for (let people = 0; people < adults;) {
    const household = sketchHousehold(design, elders, leaning, random);
    people += household.length;
    households.push(household);
  }
  return households;
}

function sketchHousehold({ households, unclear, leanings }: PopulationDesign, elders: number, community: number, random: Random): Sketch[] {
  const size = drawSize(households, random);
  const home = community + leanings.home * normal(random) + leanings.perAdult * size;
  const first = random() < elders;
  return Array.from({ length: size }, (_, i) => {
    // most live with their own generation
    const old = i === 0 || random() < 0.8 ? first : random() < elders;
    return { band: old ? '60-up' : '18-59', unclear: random() < unclear, leaning: home + (old ? leanings.elders : 0) + normal(random) };
  });
}

function drawSize(shares: readonly number[], random: Random): number {
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  const index = shares.findIndex((share) => (left -= share) < 0);
  return index === -1 ? shares.length : index + 1;
}

const scoreOf = (satisfied: boolean, random: Random) => (satisfied ? (random() < 0.58 ? 5 : 4) : random() < 0.6 ? 3 : random() < 0.7 ? 2 : 1);

/** Normal, mean 0 and deviation 1 (Box and Muller). */
export const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** P3: the table that answers of these people are weighted to. */
export function censusOf({ communities }: Population): CensusTable {
  return {
    kind: 'census', version: 'synthetic', title: '合成人口', source: '项目生成，只供演示和测试', status: '演示',
    communities: communities.map(({ code, households }) => {
      const adults = households.flatMap((household) => household.adults);
      const old = adults.filter(({ band }) => band === '60-up').length;
      return { code, adults: { '18-59': adults.length - old, '60-up': old }, total: adults.length, households: households.length };
    }),
  };
}
