/**
 * Two entries of one outlet become one: what the one that stays takes from the one that goes.
 *
 * G1 What the kept one says stays: name, place, address, format, and every other statement it has.
 * G2 What it does not say it takes over: phone, hours (with their holidays and market days), a fact that nobody looked at, the licence's code.
 *    With a code the reason for having none goes; without one on either side the reason is taken over.
 * G3 Services and photos are those of both, the kept one's first; at most as many as one registration may have.
 * G4 The owner stays; where it has none, the other's owner becomes its owner. A merge never takes an outlet from anybody: where both
 *    have one, the other's owner is told and may claim the one that stays, as anybody may.
 * G5 The later confirmation counts: it was one shop that was seen.
 * G6 Nothing that is the same already is taken over.
 * G7 Suggested as the one that stays: the one with an owner, then with a licence, then verified, then confirmed later, then with a phone,
 *    then the first by its id, so that everybody is suggested the same.
 */
import type { Facts, WeekHours } from '../types/contract/shared';
import type { OutletFields } from '../types/outletFields';

export interface Mergeable {
  readonly owner: string | null;
  readonly services: readonly string[];
  readonly phone: string | null;
  /** Null: nothing is said of when it is open. */
  readonly opening: { readonly hours: WeekHours | null; readonly dated: OutletFields['dated'] | null } | null;
  readonly photos: readonly string[];
  readonly creditCode: string | null;
  readonly unlicensedReason: string | null;
  readonly facts: Facts;
  readonly confirmed: { readonly at: string; readonly by: 'owner' | 'staff' } | null;
}
const [mostServices, mostPhotos] = [12, 6];

/** Only what changes. */
export function takenOver(kept: Mergeable, gone: Mergeable): Partial<Mergeable> {
  const licensed = kept.creditCode ?? gone.creditCode;
  const merged: Mergeable = {
    owner: kept.owner ?? gone.owner,
    services: both(kept.services, gone.services, mostServices),
    photos: both(kept.photos, gone.photos, mostPhotos),
    phone: kept.phone ?? gone.phone,
    opening: kept.opening ?? gone.opening,
    creditCode: licensed,
    unlicensedReason: licensed === null ? kept.unlicensedReason ?? gone.unlicensedReason : null,
    facts: { cash: known('cash'), stepFree: known('stepFree'), seats: known('seats'), staffed: known('staffed') },
    confirmed: kept.confirmed && (!gone.confirmed || Date.parse(kept.confirmed.at) >= Date.parse(gone.confirmed.at)) ? kept.confirmed : gone.confirmed,
  };
  return Object.fromEntries(Object.entries(merged).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(kept[field as keyof Mergeable])));

  function known(fact: keyof Facts) {
    return kept.facts[fact] === 'unknown' ? gone.facts[fact] : kept.facts[fact];
  }
}

const both = (kept: readonly string[], gone: readonly string[], most: number): string[] => [...new Set([...kept, ...gone])].slice(0, Math.max(most, kept.length));

export interface Weighed { readonly id: string; readonly owned: boolean; readonly licensed: boolean; readonly verified: boolean; readonly confirmedAt: string | null; readonly phone: string | null }
export function suggestedToStay(a: Weighed, b: Weighed): string {
  const marks = ({ owned, licensed, verified, confirmedAt, phone }: Weighed) => [Number(owned), Number(licensed), Number(verified), confirmedAt === null ? 0 : Date.parse(confirmedAt), Number(phone !== null)];
  const [left, right] = [marks(a), marks(b)];
  const where = left.findIndex((mark, i) => mark !== right[i]);
  return where < 0 ? (a.id < b.id ? a.id : b.id) : left[where]! > right[where]! ? a.id : b.id;
}
