/**
 * How alike two outlet names are. People write one shop's name in many ways and two shops' names in one way, so what
 * everybody's name holds (the trade, the ending) is weighed apart from what is the shop's own.
 *
 * N1 Width, case, spaces and signs don't matter; what stands in brackets (（东大街店）) and common endings (店, 铺, 有限公司 …), also
 *    several of them, say nothing, unless nothing else is left.
 * N2 A name is its own part and its trades: 老马牛肉面 is 老马 and 牛肉面.
 * N3 same: nothing differs. sound: as long, read the same, some characters written otherwise (张记, 章记).
 * N4 oneOff: own parts of three characters and more, one of them wrong, missing or too many; never a number, a direction or another
 *    character that is there to tell two shops apart (东街, 西街; 二号, 三号).
 * N5 contains: one own part lies in the other, two characters at least, or only one names its trade. otherTrade: own parts the same or read the same, other trades.
 * N6 trade: the same trade, and one of the two has no own part. partly: half of the pairs of neighbours shared.
 * N7 It is symmetric. A name without a readable character is like nothing.
 * N8 The words say what was seen, so that nobody has to guess: 名字读音相同，差一个字.
 */
import type { DuplicateRules, NameLevel } from '../types/rules';
import { foldText } from './outlet-name';
import type { PinyinIndex } from './pinyin';

export type NameRules = Pick<DuplicateRules, 'endings' | 'trades' | 'telling'>;
export interface Alike { readonly level: NameLevel; readonly words: string }

/** A name taken apart: what has thousands of others to be held against is taken apart once. */
export interface NameParts { /** Without ending and signs: what to look for elsewhere. */ readonly core: string; /** Without trades as well. */ readonly own: string; readonly trades: ReadonlySet<string> }

/** Null where one of them can't be read. */
export const alikeNames = (a: string, b: string, rules: NameRules, pinyin: PinyinIndex): Alike | null => alikeParts(nameParts(a, rules), nameParts(b, rules), rules, pinyin);

/** The same of names that were taken apart before. */
export function alikeParts(first: NameParts, second: NameParts, rules: NameRules, pinyin: PinyinIndex): Alike | null {
  if (first.core === '' || second.core === '') return null;
  if (first.own === '' || second.own === '') {
    if (first.core !== second.core && !meet(first.trades, second.trades)) return different;
    return { level: 'trade', words: '行当相同，有一家没写自己的名字' };
  }
  if (first.core === second.core || (first.own === second.own && sameSet(first.trades, second.trades))) return { level: 'same', words: '名字一样' };
  const wrong = wrongCharacters(first.core, second.core, pinyin);
  if (wrong > 0) return { level: 'sound', words: `名字读音相同，差${counted(wrong)}个字` };
  return alikeOwn(first, second, rules, pinyin);
}

const different: Alike = { level: 'different', words: '名字不像' };

function alikeOwn(first: NameParts, second: NameParts, { telling }: NameRules, pinyin: PinyinIndex): Alike {
  const [a, b] = [first.own, second.own];
  const compatible = first.trades.size === 0 || second.trades.size === 0 || meet(first.trades, second.trades);
  const wrong = wrongCharacters(a, b, pinyin);
  if (!compatible) {
    if (a === b) return { level: 'otherTrade', words: `都叫「${a}」，行当不同` };
    return wrong > 0 ? { level: 'otherTrade', words: '名字读音相同，行当不同' } : different;
  }
  if (a === b) return { level: 'contains', words: `名字里都有「${a}」` };
  if (wrong > 0) return { level: 'sound', words: `名字读音相同，差${counted(wrong)}个字` };
  const edit = Math.max(a.length, b.length) >= 3 ? oneEdit(a, b) : null;
  if (edit !== null) return [...edit].some((character) => telling.includes(character)) ? different : { level: 'oneOff', words: '名字差一个字' };
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.includes(short)) return { level: 'contains', words: `名字里都有「${short}」` };
  return dice(a, b) >= 0.5 ? { level: 'partly', words: '名字有一半相同' } : different;
}

export function nameParts(name: string, rules: NameRules): NameParts {
  const folded = foldText(name);
  const bare = folded.replace(/[(（[【].*?[)）\]】]/g, '');
  const letters = lettersOf(bare) || lettersOf(folded);
  const trades = new Set<string>();
  // the longest first: 牛肉面 is no 面馆 and no 肉; before the endings, or 面馆 would lose its half
  const rest = longestFirst(rules.trades).reduce((left, trade) => {
    if (!left.includes(trade)) return left;
    trades.add(trade);
    return left.replaceAll(trade, '');
  }, letters);
  return { core: withoutEndings(letters, rules.endings, 1), own: withoutEndings(rest, rules.endings, 0), trades };
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
/** Of a rule's list, sorted once: it is asked for with every name. */
const sorted = new WeakMap<readonly string[], readonly string[]>();
function longestFirst(words: readonly string[]): readonly string[] {
  const known = sorted.get(words) ?? [...words].sort((a, b) => b.length - a.length);
  sorted.set(words, known);
  return known;
}
/** At least `least` characters stay. */
const withoutEndings = (text: string, endings: readonly string[], least: number): string => {
  const ending = longestFirst(endings).find((one) => text.endsWith(one) && text.length >= one.length + least);
  return ending === undefined ? text : withoutEndings(text.slice(0, -ending.length), endings, least);
};

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size === b.size && [...a].every((one) => b.has(one));
const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((one) => b.has(one));

/** How many characters differ though all are read alike; 0 where one is read otherwise, or nothing differs. */
function wrongCharacters(a: string, b: string, pinyin: PinyinIndex): number {
  const [first, second] = [[...a], [...b]];
  if (first.length !== second.length) return 0;
  const alike = first.every((character, i) => character === second[i] || readAlike(character, second[i]!, pinyin));
  return alike ? first.filter((character, i) => character !== second[i]).length : 0;
}
const readAlike = (a: string, b: string, { usual, other }: PinyinIndex): boolean => {
  const readings = [usual.get(a), other.get(a)].filter((reading) => reading !== undefined);
  return readings.includes(usual.get(b)!) || readings.includes(other.get(b)!);
};

/** The characters by which they differ, where that is one wrong, missing or surplus character; else null. */
function oneEdit(a: string, b: string): string | null {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return null;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let back = 0;
  while (back < short.length - from && short[short.length - 1 - back] === long[long.length - 1 - back]) back += 1;
  const [left, right] = [short.slice(from, short.length - back), long.slice(from, long.length - back)];
  return left.length <= 1 && right.length === 1 ? [...left, ...right].join('') : null;
}

/** Shared pairs of neighbours, 0 … 1. */
function dice(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  return left.size + right.size === 0 ? 0 : (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size);
}
const pairsOf = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

const counted = (n: number) => ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'][n] ?? String(n);
