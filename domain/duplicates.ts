/**
 * Whether two entries are the same outlet: points for and against from what both have, and the reasons in words. A hint for
 * people, never a judgement; the points are data (rules/duplicates.json, 示例) and are tuned by the table in the tests.
 *
 * Points are added and not averaged: in an average a field that says little dilutes one that says much, and a field
 * that is missing makes the others louder. Added, what is missing is exactly nothing.
 *
 * D1 Symmetric: it does not matter which entry came first.
 * D2 Bounded: 0 to 100 points, whole numbers.
 * D3 A field that one of them lacks neither helps nor harms.
 * D4 A name alone is never enough, nor a place alone: neither reaches 可能 (possible) without the other, a phone or a code.
 * D5 The same credit code at the same place is sure, whatever else differs: a shop may change its name and its number.
 * D6 Nearer never lowers the points. The same address with a house number counts as near as long as the pins are not a long walk apart (`byName`):
 *    a pin is often left in the middle of a community, and two communities may both have an 东巷 12 号.
 * D7 Phones are compared by their digits, with a +86 or 86 before a mobile number left out; fewer than seven digits are not yet a phone.
 * D8 Every reason that gave or took points is said in words, the strongest first.
 */
import type { DuplicateRules } from '../types/rules';
import type { Gcj02Point } from '../types/units';
import { alikeParts, nameParts, type NameParts } from './alike-names';
import { straightMetres } from './geometry';
import { foldText } from './outlet-name';
import type { PinyinIndex } from './pinyin';

export interface Entry {
  readonly name: string | null;
  readonly point: Gcj02Point | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly creditCode: string | null;
}
export type DuplicateLevel = 'no' | 'possible' | 'likely' | 'sure';
export interface Reason { readonly field: 'creditCode' | 'phone' | 'name' | 'place'; readonly points: number; readonly words: string }
export interface Compared {
  /** 0 … 100. */
  readonly score: number;
  readonly level: DuplicateLevel;
  readonly reasons: readonly Reason[];
  /** Straight line, whole; null where one has no position. */
  readonly metres: number | null;
}

/** An entry made ready to be compared, so that what takes long is done once for each and not once for each pair. */
export interface Ready {
  readonly name: NameParts | null;
  readonly point: Gcj02Point | null;
  /** With a house number, folded. */
  readonly address: string | null;
  /** Digits. */
  readonly phone: string | null;
  readonly creditCode: string | null;
}
export const readyEntry = ({ name, point, address, phone, creditCode }: Entry, rules: DuplicateRules): Ready =>
  ({ name: name ? nameParts(name, rules) : null, point, address: numberedAddress(address), phone: phoneDigits(phone), creditCode });

export const compareEntries = (a: Entry, b: Entry, rules: DuplicateRules, pinyin: PinyinIndex): Compared => compareReady(readyEntry(a, rules), readyEntry(b, rules), rules, pinyin);

export function compareReady(a: Ready, b: Ready, rules: DuplicateRules, pinyin: PinyinIndex): Compared {
  const metres = a.point && b.point && Math.round(straightMetres(a.point, b.point));
  const reasons = [codes(a, b, rules), phones(a, b, rules), names(a, b, rules, pinyin), places(a, b, metres, rules)]
    .filter((reason) => reason !== null).filter(({ points }) => points !== 0)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
  const score = Math.min(100, Math.max(0, Math.round(reasons.reduce((sum, { points }) => sum + points, 0))));
  return { score, level: levelOf(score, rules), reasons, metres };
}

const levelOf = (score: number, { levels }: DuplicateRules): DuplicateLevel =>
  score >= levels.sure ? 'sure' : score >= levels.likely ? 'likely' : score >= levels.possible ? 'possible' : 'no';

function codes(a: Ready, b: Ready, { creditCode: points }: DuplicateRules): Reason | null {
  if (!a.creditCode || !b.creditCode) return null;
  return a.creditCode === b.creditCode
    ? { field: 'creditCode', points: points.same, words: '统一社会信用代码相同' }
    : { field: 'creditCode', points: points.different, words: '统一社会信用代码不同' };
}

function phones(a: Ready, b: Ready, { phone: points }: DuplicateRules): Reason | null {
  if (a.phone === null || b.phone === null) return null;
  return a.phone === b.phone ? { field: 'phone', points: points.same, words: '电话相同' } : { field: 'phone', points: points.different, words: '电话不同' };
}

function names(a: Ready, b: Ready, rules: DuplicateRules, pinyin: PinyinIndex): Reason | null {
  const alike = a.name && b.name ? alikeParts(a.name, b.name, rules, pinyin) : null;
  return alike && { field: 'name', points: rules.name[alike.level], words: alike.words };
}

function places(a: Ready, b: Ready, metres: number | null, rules: DuplicateRules): Reason | null {
  const apart = metres === null ? null : rules.distance.find(({ upTo }) => metres <= upTo)?.points ?? rules.beyond;
  const words = metres === null ? '' : metres < 1000 ? `相距 ${metres} 米` : `相距 ${(metres / 1000).toFixed(1)} 公里`;
  const address = metres === null || metres <= rules.byName ? a.address : null;
  if (address !== null && address === b.address && rules.address > (apart ?? 0)) return { field: 'place', points: rules.address, words: words === '' ? '地址一样' : `地址一样，图钉${words}` };
  return apart === null ? null : { field: 'place', points: apart, words };
}

/** D7 Null: not a number to compare. */
export function phoneDigits(phone: string | null): string | null {
  const digits = (phone ?? '').normalize('NFKC').replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  return digits.length < 7 ? null : digits;
}

/** Comparable only with a house number: 市场路 alone is a whole street. */
export const numberedAddress = (address: string | null): string | null => {
  const folded = foldText(address ?? '').replace(/[(（].*?[)）]/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  return /\d/.test(folded) ? folded : null;
};
