/**
 * Draws the households and makes a code for each, without any database: it needs the round's definition, the frame and the public
 * seed alone, so that whoever prints and sends the letters can do it elsewhere.
 */
import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical';
import { draw, drawnText, foldSeed, frameText, type Household } from '../../domain/draw';
import { letterCodeBytes, letterCodeFrom, letterText } from '../../domain/letter-code';
import { hex } from '../../domain/leaf';
import type { RoundDefinition, Sample } from '../../types/round';
import { StartError } from '../config';
import type { LetterList } from './letterList';

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest();

export interface Letter { readonly household: Household; readonly code: string }
export interface MadeLetters { readonly letters: readonly Letter[]; readonly list: LetterList }

/** What the phone sends of a code … */
export const letterOf = (code: string): string => hex(sha256(letterText(code)));
/** … and what the server keeps: the hash of that. */
export const codeHashOf = (code: string): string => hex(sha256(sha256(letterText(code))));
export const frameHashOf = (households: readonly Household[]): string => hex(sha256(frameText(households)));
export const definitionHashOf = (definition: RoundDefinition): string => hex(sha256(canonicalJson(definition)));

/** The households that the round's definition, the frame and the seed lead to. Throws `StartError` where they don't fit each other. */
export const drawnFor = (definition: Pick<RoundDefinition, 'id' | 'sample'>, households: readonly Household[], seed: string): { households: Household[]; hash: string } => {
  const sample = sampleOf(definition);
  if (sample.from !== 'frame') throw new StartError('这一轮用的是外部名单，不在这里抽。请用 npm run letters -- external。');
  if (foldSeed(seed) === '') throw new StartError('种子是空的。请照规定写上公开的那个值。');
  if (frameHashOf(households) !== sample.frame) throw new StartError('户名册与轮次封存时的不一样：哈希对不上。名册在封存以后一个字也不能改。');
  const letters = new Map(sample.letters.map(({ code, letters: n }) => [code, n]));
  const drawn = draw(households, letters, { round: definition.id, seed, hash: sha256 });
  return { households: drawn, hash: hex(sha256(drawnText(definition.id, drawn))) };
};

export const drawLetters = (definition: Pick<RoundDefinition, 'id' | 'sample'>, households: readonly Household[], seed: string, random: (bytes: number) => Uint8Array = randomBytes): MadeLetters => {
  const { households: drawn, hash } = drawnFor(definition, households, seed);
  return lettersFor(drawn, { kind: 'lz-letter-list-1', round: definition.id, origin: 'drawn', seed: foldSeed(seed), drawn: hash }, random);
};

/** A letter for every household of a list that was drawn elsewhere. */
export const externalLetters = (definition: RoundDefinition, households: readonly Household[], random: (bytes: number) => Uint8Array = randomBytes): MadeLetters => {
  if (sampleOf(definition).from !== 'external') throw new StartError('这一轮要从户名册里抽，不能用外部名单。请用 npm run letters -- draw。');
  const asked = new Set(definition.communities.map(({ code }) => code));
  const stranger = households.find(({ community }) => !asked.has(community));
  if (stranger) throw new StartError(`社区 ${stranger.community} 不在这一轮里。`);
  return lettersFor(households, { kind: 'lz-letter-list-1', round: definition.id, origin: 'external', seed: null, drawn: null }, random);
};

const lettersFor = (households: readonly Household[], head: Omit<LetterList, 'letters'>, random: (bytes: number) => Uint8Array): MadeLetters => {
  const letters = households.map((household) => ({ household, code: letterCodeFrom(random(letterCodeBytes)) }));
  const listed = letters.map(({ household: { community }, code }) => ({ community, codeHash: codeHashOf(code) }));
  // in the order of the hashes: the place in the list says nothing of the household
  return { letters, list: { ...head, letters: listed.sort((a, b) => (a.codeHash < b.codeHash ? -1 : 1)) } };
};

const sampleOf = (definition: Pick<RoundDefinition, 'sample'>): Sample => {
  if (!definition.sample) throw new StartError('这一轮没有设抽样，不用寄信。');
  return definition.sample;
};
