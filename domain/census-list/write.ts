/**
 * An outlet → the cells of a list, so that reading them gives the same outlet.
 *
 * S1 What `parseOutlets` reads of these cells is the outlet they were written from, whatever it says.
 * S2 A text a spreadsheet could take for a formula has a ' in front (columns.ts).
 * S3 Unknown is an empty cell.
 */
import type { OutletFields } from '../../types/outletFields';
import type { DivisionRules } from '../../types/rules';
import { writeHours } from '../hours-words';
import { asPlainText, chainWords, type Column } from './columns';
import type { Names } from './compare';

export const cellsOf = (fields: OutletFields, { formats, community }: Names): Partial<Record<Column, string>> => {
  const { facts } = fields;
  const nameOf = (list: readonly { code: string; name: string }[], code: string) => list.find((entry) => entry.code === code)?.name ?? code;
  const cells: Partial<Record<Column, string>> = {
    name: fields.name,
    format: nameOf(formats.formats, fields.format),
    services: fields.services.map((code) => nameOf(formats.services, code)).join('、'),
    community: community(fields.community),
    address: fields.address,
    lng: String(fields.point.lng),
    lat: String(fields.point.lat),
    phone: fields.phone ?? '',
    hours: writeHours({ week: fields.hours, dated: fields.dated ?? null }),
    creditCode: fields.creditCode ?? '',
    unlicensedReason: fields.unlicensedReason ?? '',
    chain: fields.chain === undefined || fields.chain === 'unknown' ? '' : chainWords[fields.chain],
    brand: fields.brand ?? '',
    ...Object.fromEntries((['cash', 'stepFree', 'seats', 'staffed'] as const).map((name) => [name, { yes: '是', no: '否', unknown: '' }[facts[name]]])),
  };
  return Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, asPlainText(text)]));
};

/** 南苑社区, or 东大街街道南苑社区 where another street has one of that name. */
export const communityNames = ({ streets }: DivisionRules): ((code: string) => string) => {
  const all = streets.flatMap((street) => street.communities.map(({ code, name }) => ({ code, name, full: street.name + name })));
  const names = new Map(all.map(({ code, name, full }) => [code, all.filter((other) => other.name === name).length > 1 ? full : name]));
  return (code) => names.get(code) ?? code;
};
