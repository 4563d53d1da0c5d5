/**
 * What is published about the letters of a place, and what is sealed about their list.
 *
 * T1 Issued, delivered (issued less those that came back) and answered stand beside the result, so that anybody can see how many did
 *    not answer. Answered is told in whole tens, rounded down: exact, it would tell how many of those who answered are not in the
 *    figure (newly moved here, no answer to the question), and those can be few.
 * T2 More can't have come back than were issued; a slip of the pen leaves nobody with a negative number.
 * T3 The list's root is that of a tree (merkle.ts) of all letters, in the order of their codes' hashes: it depends on no order of
 *    making, and a letter added, dropped or moved to another community changes it.
 */
import type { Cell } from '../types/contract/results';
import { letterLeafText, hex } from './leaf';
import { append, emptyFrontier, leafHash, rootOf, type Hash } from './merkle';

export type Letters = NonNullable<Cell['letters']>;

/** T1, T2: of the communities of a place. */
export function lettersOf(communities: readonly { readonly issued: number; readonly returned: number; readonly answered: number }[], external: boolean): Letters {
  const sum = (of: (count: (typeof communities)[number]) => number) => communities.reduce((total, count) => total + of(count), 0);
  return {
    issued: sum(({ issued }) => issued),
    delivered: sum(({ issued, returned }) => Math.max(0, issued - returned)),
    answered: Math.floor(sum(({ answered }) => answered) / 10) * 10,
    external,
  };
}

export interface ListedLetter {
  readonly community: string;
  /** The hash of the hash of its code. */
  readonly codeHash: Uint8Array;
}

/** T3. `hash` of bytes; texts are ASCII. */
export function letterListRoot(letters: readonly ListedLetter[], hash: Hash): Uint8Array {
  const sorted = letters.map((letter) => ({ letter, key: hex(letter.codeHash) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  return rootOf(hash, append(hash, emptyFrontier, sorted.map(({ letter }) => leafHash(hash, bytes(letterLeafText(letter.community, letter.codeHash))))));
}
