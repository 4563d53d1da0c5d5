/**
 * The letters of a demonstration round: an invented frame, drawn by the real rule with a fixed seed, and codes that follow from it. So
 * that a letter can be tried at every start, its code can be made again; the codes of real letters can't.
 */
import type { Household } from '../../domain/draw';
import type { RoundDefinition, Sample } from '../../types/round';
import { drawLetters, frameHashOf, type MadeLetters } from '../letters/makeLetters';
import { chanceFrom } from './random';

const seed = '演示：固定的种子 620602';

const frameOf = (communities: readonly string[], households: number): Household[] =>
  communities.flatMap((community) => Array.from({ length: households }, (_, i) => ({ community, number: String(i + 1), address: `演示 ${Math.floor(i / 20) + 1} 号楼 ${(i % 20) + 1} 户` })));

export interface DemoSample { readonly communities: readonly string[]; readonly letters: number; readonly seedAt: string }

export const demoSample = ({ communities, letters, seedAt }: DemoSample): Sample => ({
  from: 'frame', frame: frameHashOf(frameOf(communities, letters * 2)), households: communities.length * letters * 2, seed, seedAt,
  letters: communities.map((code) => ({ code, letters })),
});

export const demoFrame = ({ letters }: Extract<Sample, { from: 'frame' }>): Household[] => frameOf(letters.map(({ code }) => code), letters[0]!.letters * 2);

export const demoLetters = (definition: Pick<RoundDefinition, 'id' | 'sample'>): MadeLetters => {
  const { sample } = definition;
  if (sample?.from !== 'frame') throw new Error(`demonstration round ${definition.id} has no letters`);
  const frame = demoFrame(sample);
  const chance = chanceFrom([...definition.id].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 0));
  return drawLetters(definition, frame, seed, (bytes) => Uint8Array.from({ length: bytes }, () => chance.below(256)));
};

/** Community → the codes of its letters. */
export const codesBy = ({ letters }: MadeLetters): ReadonlyMap<string, readonly string[]> => {
  const codes = new Map<string, string[]>();
  for (const { household: { community }, code } of letters) codes.set(community, [...(codes.get(community) ?? []), code]);
  return codes;
};
