/**
 * Searching for what was typed almost right: patterns of SQL's `like`, and what a match must hold so that an index can find it.
 *
 * O1 Chinese of three characters and more, and five letters of pinyin and more, may have one character wrong, missing or too many.
 *    Less than that would find everything. More than twenty characters are not looked at.
 * O2 Two Chinese characters and more may be written with others that are read the same (裁逢 for 裁缝), from five letters of pinyin on:
 *    西安 is read like 鲜.
 * O3 `pieces`: whatever has one character wrong holds one of the pieces unharmed. Each is a list of texts that all must be there.
 * O4 Signs that mean something to `like` are typed signs.
 */
import type { PinyinIndex } from './pinyin';
import { typedForms } from './pinyin';

export interface OneOff {
  /** For `like`, with a `%` at both ends. */
  readonly patterns: readonly string[];
  readonly pieces: readonly (readonly string[])[];
}

const [fewestHan, fewestLetters, most] = [3, 5, 20];

/** `text` is folded. Null where nothing but the very text can be meant. */
export function oneOff(text: string, pinyin: PinyinIndex): OneOff | null {
  const characters = [...text];
  if (characters.length > most) return null;
  const han = /\p{Script=Han}/u.test(text);
  const edits = han ? characters.length >= fewestHan : /^[a-z ]+$/.test(text) && characters.length >= fewestLetters;
  const sounds = han && characters.length >= 2 ? soundsOf(text, pinyin) : [];
  if (!edits && sounds.length === 0) return null;
  return {
    patterns: [...new Set([...(edits ? editsOf(characters) : []), ...sounds.map(escaped)])].map((pattern) => `%${pattern}%`),
    pieces: [...(edits ? piecesOf(characters) : []), ...sounds.map((sound) => [sound])],
  };
}

/** Full pinyin, in each of its readings; the initials stand beside it and are shorter. */
const soundsOf = (text: string, pinyin: PinyinIndex): string[] =>
  typedForms(text, pinyin).filter((form) => form.length >= fewestLetters && form.length > [...text].length && /^[a-z]+$/.test(form));

function editsOf(characters: readonly string[]): string[] {
  const upTo = (i: number) => characters.slice(0, i).map(escaped).join('');
  const from = (i: number) => characters.slice(i).map(escaped).join('');
  return characters.flatMap((_, i) => [`${upTo(i)}_${from(i + 1)}`, `${upTo(i)}${from(i + 1)}`, ...(i > 0 ? [`${upTo(i)}_${from(i)}`] : [])]);
}

/** Of two halves one is unharmed; where a half would be a single character, the two that stay are named. */
function piecesOf(characters: readonly string[]): string[][] {
  if (characters.length === fewestHan) {
    const [a = '', b = '', c = ''] = characters;
    return [[a + b], [b + c], [a, c]];
  }
  const half = Math.floor(characters.length / 2);
  return [[characters.slice(0, half).join('')], [characters.slice(half).join('')]];
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');
