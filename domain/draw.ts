/**
 * Drawing households, so that nobody chooses them and everybody can draw them again.
 *
 * The frame (名册), how many letters each community gets, and where the seed will come from are sealed first. The seed is a public
 * value that nobody can know then: the numbers of a lottery drawn after the sealing. From the seed and a household's own line follows
 * its place in the order; the first ones of each community get the letters. A simple random sample without replacement within each
 * community, as good as the hash is unpredictable.
 *
 * D1 A household is known by its community and its number there, and stands once in the frame.
 * D2 The frame's text does not depend on the order of its lines; one changed address changes it.
 * D3 Of each community the wanted number is drawn, or all where the frame has fewer.
 * D4 The draw depends on seed, round and the lines alone: not on their order, nor on other communities.
 * D5 A seed is read without regard to width, case, spaces and marks between its numbers: 「03 08，12」 is 「03 08 12」.
 */
import { canonicalJson } from './canonical';
import { hex } from './leaf';

export interface Household {
  readonly community: string;
  /** Its number in the frame, unique in its community. */
  readonly number: string;
  readonly address: string;
}
type Hash = (text: string) => Uint8Array;

const inOrder = (a: Household, b: Household) => (a.community < b.community ? -1 : a.community > b.community ? 1 : a.number < b.number ? -1 : a.number > b.number ? 1 : 0);

/** D2: what is hashed and sealed of a frame. */
export const frameText = (households: readonly Household[]): string =>
  canonicalJson(['lz-frame-1', ...[...households].sort(inOrder).map(({ community, number, address }) => [community, number, address])]);

/** D5. */
export const foldSeed = (seed: string): string => (seed.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** D3, D4: the households that get a letter, by community and number. */
export function draw(households: readonly Household[], letters: ReadonlyMap<string, number>, { round, seed, hash }: { readonly round: string; readonly seed: string; readonly hash: Hash }): Household[] {
  const folded = foldSeed(seed);
  if (folded === '') throw new RangeError('draw: an empty seed');
  const ranked = new Map([...letters.keys()].map((community) => [community, [] as { readonly household: Household; readonly rank: string }[]]));
  for (const household of households) {
    const rank = hex(hash(canonicalJson(['lz-draw-1', round, folded, household.community, household.number])));
    ranked.get(household.community)?.push({ household, rank });
  }
  return [...ranked].flatMap(([community, of]) => of.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, letters.get(community)).map(({ household }) => household)).sort(inOrder);
}

/** What is hashed and sealed of who was drawn. */
export const drawnText = (round: string, households: readonly Household[]): string =>
  canonicalJson(['lz-drawn-1', round, ...[...households].sort(inOrder).map(({ community, number }) => [community, number])]);
