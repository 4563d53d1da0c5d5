/** Listed outlets that may be the same as an entry, compared and explained, the most alike first. One place for the merchant's form and the officer's desk. */
import { compareReady, readyEntry, type Compared, type Entry } from '../domain/duplicates';
import { project } from '../domain/geometry';
import { oneOff } from '../domain/one-off';
import { indexPinyin } from '../domain/pinyin';
import { pinyinTable } from '../rules/pinyin';
import type { DuplicateRules } from '../types/rules';
import { gcj02 } from '../types/units';
import type { Handle } from './handle';
import { duplicateCandidates, type Candidate } from './queries/duplicates';

export interface Similar extends Compared { readonly outlet: Candidate }

const pinyin = indexPinyin(pinyinTable);
/** One character would be found in half of the names. */
const shortestName = 2;

/** `except`: the outlet itself, where it is one. Those that are not even 可能 are left out. */
export const similarOutlets = async (db: Handle, entry: Entry, rules: DuplicateRules, { except = null }: { except?: string | null } = {}): Promise<Similar[]> => {
  const ready = readyEntry(entry, rules);
  const name = ready.name?.core ?? '';
  const candidates = await duplicateCandidates(db, {
    place: entry.point && project(entry.point), around: rules.around, byName: rules.byName,
    address: ready.address === null ? null : entry.address, phone: ready.phone, creditCode: entry.creditCode,
    name: name.length < shortestName ? null : { text: name, oneOff: oneOff(name, pinyin) }, except,
  });
  return candidates
    .map((outlet) => ({ outlet, ...compareReady(ready, readyEntry(entryOf(outlet), rules), rules, pinyin) }))
    .filter(({ level }) => level !== 'no')
    .sort((a, b) => b.score - a.score || (a.metres ?? Infinity) - (b.metres ?? Infinity) || a.outlet.id.localeCompare(b.outlet.id));
};

export const entryOf = ({ name, lng, lat, address, phone, credit_code: creditCode }: Pick<Candidate, 'name' | 'lng' | 'lat' | 'address' | 'phone' | 'credit_code'>): Entry => ({ name, point: gcj02(lng, lat), address, phone, creditCode });
