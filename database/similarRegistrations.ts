/** Registrations that wait and may be the same outlet as an entry, compared and explained as listed outlets are (similarOutlets.ts), the most alike first. */
import { compareEntries, phoneDigits, type Compared, type Entry } from '../domain/duplicates';
import { indexPinyin } from '../domain/pinyin';
import { pinyinTable } from '../rules/pinyin';
import type { Draft } from '../types/contract/merchant';
import type { DuplicateRules } from '../types/rules';
import { gcj02 } from '../types/units';
import type { Handle } from './handle';
import { waitingBeside, type RegistrationRow } from './queries/registrations';

export interface Waiting extends Compared { readonly registration: RegistrationRow }

const pinyin = indexPinyin(pinyinTable);

/** `except`: the registration itself. A change of a listed outlet is compared as that outlet, and is none of these. */
export const similarRegistrations = async (db: Handle, entry: Entry, rules: DuplicateRules, { except = null }: { except?: string | null } = {}): Promise<Waiting[]> =>
  (await waitingBeside(db, { point: entry.point, phone: phoneDigits(entry.phone), creditCode: entry.creditCode, metres: rules.byName }))
    .filter(({ id }) => id !== except)
    .map((registration) => ({ registration, ...compareEntries(entry, entryOfDraft(registration.draft), rules, pinyin) }))
    .filter(({ level }) => level !== 'no')
    .sort((a, b) => b.score - a.score || a.registration.id.localeCompare(b.registration.id));

export const entryOfDraft = ({ name, point, address, phone, creditCode }: Draft): Entry => ({ name, point: gcj02(point.lng, point.lat), address, phone, creditCode });
