/**
 * A row of a list beside the outlet it is about.
 *
 * S1 Two outlets differ in a column where what the list can say of them differs; the order of services says nothing.
 * S2 Positions are the same to the sixth decimal, which is as far as a list goes.
 * S3 new: no outlet is known by what the row is known by. same: nothing differs. changed: something differs and nobody has vouched for
 *    what stands. conflict: something differs, and the outlet was verified or confirmed, or changed by its owner or an officer, since.
 * S4 What is shown of a difference is what an export would write.
 */
import type { OutletFields } from '../../types/outletFields';
import type { FormatRules } from '../../types/rules';
import { canonicalJson } from '../canonical';
import { sixDecimals } from './cells';
import type { Column } from './columns';
import { cellsOf } from './write';

export type Outcome = 'new' | 'same' | 'changed' | 'conflict' | 'bad';
export interface Difference { readonly column: Column; readonly now: string; readonly list: string }

/** What differs, in the order of the columns. Longitude and latitude are one: a position. */
export const differingColumns = (now: OutletFields, list: OutletFields): Column[] => {
  const [a, b] = [comparable(now), comparable(list)];
  return (Object.keys(a) as (keyof typeof a)[]).filter((column) => a[column] !== b[column] && (typeof a[column] !== 'object' || canonicalJson(a[column]) !== canonicalJson(b[column])));
};

const comparable = (fields: OutletFields) => ({
  name: fields.name, format: fields.format, services: [...fields.services].sort(), community: fields.community, address: fields.address,
  lng: sixDecimals(fields.point.lng), lat: sixDecimals(fields.point.lat), phone: fields.phone, hours: [fields.hours, fields.dated ?? null], creditCode: fields.creditCode,
  unlicensedReason: fields.unlicensedReason, chain: fields.chain ?? 'unknown', brand: fields.brand ?? null, ...fields.facts,
});

export const differencesOf = (now: OutletFields, list: OutletFields, names: Names): Difference[] => {
  const columns = differingColumns(now, list);
  const [here, there] = [cellsOf(now, names), cellsOf(list, names)];
  return columns.map((column) => ({ column, now: here[column] ?? '', list: there[column] ?? '' }));
};

/** Of an outlet that stands, by what differs. */
export const outcomeOf = (differs: readonly Column[], vouched: boolean): Outcome => (differs.length === 0 ? 'same' : vouched ? 'conflict' : 'changed');

/** What codes are called in a list. */
export interface Names {
  readonly formats: FormatRules;
  /** Of a community, by its code: with its street where another bears the same name. */
  readonly community: (code: string) => string;
}
