/**
 * All pairs of a street's outlets that may be one outlet. Comparing every one with every other would take minutes, so only those are
 * compared that have something to say for it: a shared phone, licence or address, or places near enough to count together with a sound that both names hold.
 *
 * Q1 Every pair that `compareEntries` calls at least possible is found, and none that it does not.
 * Q2 Each pair once, the higher points first; what is equal in a lasting order.
 */
import type { DuplicateRules } from '../types/rules';
import { compareReady, readyEntry, type Compared, type Entry, type Ready } from './duplicates';
import { project, straightMetres } from './geometry';
import type { PinyinIndex } from './pinyin';

interface Listed<E> { readonly entry: E; readonly ready: Ready }
export interface Pair<E> extends Compared { readonly one: E; readonly other: E }

export function duplicatePairs<E extends Entry & { readonly id: string }>(entries: readonly E[], rules: DuplicateRules, pinyin: PinyinIndex): Pair<E>[] {
  const found = new Map<string, Pair<E>>();
  const all = entries.map((entry) => ({ entry, ready: readyEntry(entry, rules) }));
  const look = (a: Listed<E>, b: Listed<E>) => {
    const [one, other] = a.entry.id < b.entry.id ? [a, b] : [b, a];
    const compared = compareReady(one.ready, other.ready, rules, pinyin);
    if (compared.level === 'no' || one.entry.id === other.entry.id) return;
    found.set(`${one.entry.id} ${other.entry.id}`, { one: one.entry, other: other.entry, ...compared });
  };
  for (const key of ['phone', 'creditCode', 'address'] as const) {
    for (const group of grouped(all, ({ ready }) => ready[key]).values()) {
      group.forEach((a, i) => { for (const b of group.slice(i + 1)) if (key !== 'address' || mayShareAddress(a.ready, b.ready, rules)) look(a, b); });
    }
  }
  nearPairs(all, Math.max(0, ...rules.distance.filter(({ points }) => points > 0).map(({ upTo }) => upTo)), pinyin, look);
  return [...found.values()].sort((a, b) => b.score - a.score || (a.metres ?? Infinity) - (b.metres ?? Infinity) || (`${a.one.id} ${a.other.id}` < `${b.one.id} ${b.other.id}` ? -1 : 1));
}

/** A long walk apart the same address says nothing (D6), and what is left would be a name alone (D4). */
const mayShareAddress = (a: Ready, b: Ready, { byName }: DuplicateRules): boolean => !a.point || !b.point || straightMetres(a.point, b.point) <= byName + 1;

const grouped = <E>(entries: readonly E[], key: (entry: E) => string | null): Map<string, E[]> => {
  const groups = new Map<string, E[]>();
  for (const entry of entries) {
    const value = key(entry);
    if (value === null) continue;
    const group = groups.get(value);
    if (group) group.push(entry);
    else groups.set(value, [entry]);
  }
  return groups;
};

/** Names that are alike at all hold a character that is read alike. Sounds are numbered: numbers are compared faster than texts. */
const soundsIn = ({ usual, other }: PinyinIndex) => {
  const numbers = new Map<string, number>();
  const numberOf = (sound: string): number => {
    const number = numbers.get(sound) ?? numbers.size;
    numbers.set(sound, number);
    return number;
  };
  return ({ name }: Ready): readonly number[] => [...new Set([...(name?.core ?? '')].flatMap((character) => [usual.get(character) ?? character, other.get(character) ?? []].flat().map(numberOf)))];
};

/** Those in the same or a neighbouring square of `side` metres that share a sound. */
function nearPairs<E>(all: readonly Listed<E>[], side: number, pinyin: PinyinIndex, look: (a: Listed<E>, b: Listed<E>) => void) {
  // distances are compared whole, so one that is a little over still counts
  const width = side + 1;
  const soundsOf = soundsIn(pinyin);
  const placed = all.flatMap((one) => (one.ready.point ? [{ one, ...project(one.ready.point), heard: soundsOf(one.ready) }] : []));
  const squares = new Map<string, typeof placed>();
  for (const here of placed) {
    const [column, row] = [Math.floor(here.x / width), Math.floor(here.y / width)];
    for (let east = -1; east <= 1; east += 1) {
      for (let north = -1; north <= 1; north += 1) {
        for (const other of squares.get(`${column + east} ${row + north}`) ?? []) {
          if ((here.x - other.x) ** 2 + (here.y - other.y) ** 2 <= width ** 2 && here.heard.some((sound) => other.heard.includes(sound))) look(here.one, other.one);
        }
      }
    }
    const key = `${column} ${row}`;
    const square = squares.get(key);
    if (square) square.push(here);
    else squares.set(key, [here]);
  }
}
