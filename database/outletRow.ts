/**
 * What stands in the outlet table besides what somebody typed: the metric point, the open minutes, and the
 * text that a search looks in (name, pinyin, initials, services). One place, so that a merchant's shop, a
 * census row and a demonstration outlet are found the same way.
 */
import type { Selectable } from 'kysely';
import { isEmpty } from '../domain/dated-hours';
import { project } from '../domain/geometry';
import { weekRanges } from '../domain/hours';
import { foldText } from '../domain/outlet-name';
import { indexPinyin, typedForms } from '../domain/pinyin';
import { pinyinTable } from '../rules/pinyin';
import { gcj02 } from '../types/units';
import type { OutletFields } from '../types/outletFields';
import type { Draft } from '../types/contract/merchant';
import type { FormatRules } from '../types/rules';
import type { Tables } from './schema';

export type { OutletFields };

export const outletColumns = (fields: OutletFields, rules: FormatRules) => {
  const format = rules.formats.find(({ code }) => code === fields.format);
  const services = rules.services.filter(({ code }) => fields.services.includes(code));
  return {
    name: fields.name,
    search: searchText([fields.name, format?.name ?? '', ...services.map(({ name }) => name)]),
    format: fields.format,
    services: [...fields.services],
    small_repair: format?.sixOne === '一修' || services.some(({ smallRepair }) => smallRepair),
    community_code: fields.community,
    lng: fields.point.lng,
    lat: fields.point.lat,
    place: metricPoint(fields.point),
    address: fields.address,
    phone: fields.phone,
    hours: JSON.stringify(fields.hours),
    dated: isEmpty(fields.dated) ? null : JSON.stringify(fields.dated),
    open_week: fields.hours && `{${weekRanges(fields.hours).map(([from, to]) => `[${from},${to})`).join(',')}}`,
    ...(fields.market === undefined ? {} : { market_id: fields.market }),
    credit_code: fields.creditCode,
    unlicensed_reason: fields.unlicensedReason,
    cash: fields.facts.cash,
    step_free: fields.facts.stepFree,
    seats: fields.facts.seats,
    staffed: fields.facts.staffed,
    // an old phone that was not asked leaves what is there
    ...(fields.chain === undefined ? {} : { chain: fields.chain, brand: fields.chain === 'chain' ? fields.brand ?? null : null }),
  };
};

/** A GCJ-02 position as PostgreSQL's `point`, in metres. */
export const metricPoint = (p: { readonly lng: number; readonly lat: number }): string => {
  const { x, y } = project(gcj02(p.lng, p.lat));
  return `(${x.toFixed(2)},${y.toFixed(2)})`;
};

const pinyin = indexPinyin(pinyinTable);

/** 巧手裁缝铺 → `巧手裁缝铺 qiaoshoucaifengpu qscfp`, and so for each word. */
export const searchText = (words: readonly string[]): string =>
  words.map(foldText).filter((word) => word !== '').map((word) => [...new Set([word, ...typedForms(word, pinyin)])].join(' ')).join(' | ');

/** What somebody said about an outlet, from its row. */
/** A listed outlet as a form holds it. Its photos stay unless the form speaks of them. */
export const draftOfRow = (row: Selectable<Tables['lz.outlet']>): Omit<Draft, 'photos'> => {
  const { services, ...fields } = fieldsOfRow(row);
  return { ...fields, services: [...services] };
};

export const fieldsOfRow = (row: Selectable<Tables['lz.outlet']>): OutletFields => ({
  name: row.name, format: row.format, services: row.services, community: row.community_code, point: { lng: row.lng, lat: row.lat }, address: row.address, phone: row.phone, hours: row.hours,
  ...(row.dated ? { dated: row.dated } : {}), ...(row.market_id === null ? {} : { market: row.market_id }),
  creditCode: row.credit_code, unlicensedReason: row.unlicensed_reason, facts: { cash: row.cash, stepFree: row.step_free, seats: row.seats, staffed: row.staffed }, chain: row.chain, brand: row.brand,
});
