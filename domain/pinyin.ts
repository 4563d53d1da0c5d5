/**
 * Chinese text as it may be typed in letters, for search alone (no tones, no word boundaries).
 *
 * S1 Each character of the table becomes its usual syllable; anything else stays as it is.
 * S2 Initials are the first letters of the syllables.
 * S3 A character with a second reading (行 xing/hang, 重 zhong/chong) gives variants: at most `mostVariants`, the usual reading first.
 */
import type { PinyinTable } from '../types/rules';

export interface PinyinIndex {
  readonly usual: ReadonlyMap<string, string>;
  readonly other: ReadonlyMap<string, string>;
}

const mostVariants = 4;

/** Turns the table round, once: character → syllable. */
export const indexPinyin = (table: PinyinTable): PinyinIndex => ({ usual: byCharacter(table.usual), other: byCharacter(table.other) });

const byCharacter = (syllables: Readonly<Record<string, string>>) =>
  new Map(Object.entries(syllables).flatMap(([syllable, characters]) => [...characters].map((character) => [character, syllable] as const)));

/** Every way a text may be typed in full pinyin and in initials, without repeats. */
export const typedForms = (text: string, index: PinyinIndex): string[] => {
  let variants: string[][] = [[]];
  for (const character of text) {
    const readings = [index.usual.get(character) ?? character, index.other.get(character)].filter((reading) => reading !== undefined);
    const widened = variants.flatMap((syllables) => readings.map((reading) => [...syllables, reading]));
    variants = widened.length <= mostVariants ? widened : variants.map((syllables) => [...syllables, readings[0]!]);
  }
  return [...new Set(variants.flatMap((syllables) => [syllables.join(''), syllables.map((syllable) => syllable[0] ?? '').join('')]))];
};
