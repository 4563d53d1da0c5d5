/**
 * What stands in the outlet table besides what somebody typed: the metric point, the open minutes, and the
 * text that a search looks in (name, pinyin, initials, services). One place, so that a merchant's shop, a
 * census row and a demonstration outlet are found the same way.
 */
import { project } from '../domain/geometry';
import { weekRanges } from '../domain/hours';
import { foldText } from '../domain/outlet-name';
import { indexPinyin, typedForms } from '../domain/pinyin';
import { pinyinTable } from '../rules/pinyin';
import { gcj02 } from '../types/units';
import type { Facts, WeekHours } from '../types/contract/shared';
import type { FormatRules } from '../types/rules';

export interface OutletFields {
  readonly name: string;
  readonly format: string;
  readonly services: readonly string[];
  readonly community: string;
  readonly point: { readonly lng: number; readonly lat: number };
  readonly address: string;
  readonly phone: string | null;
  readonly hours: WeekHours | null;
  readonly creditCode: string | null;
  readonly unlicensedReason: string | null;
  readonly facts: Facts;
}

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
    open_week: fields.hours && `{${weekRanges(fields.hours).map(([from, to]) => `[${from},${to})`).join(',')}}`,
    credit_code: fields.creditCode,
    unlicensed_reason: fields.unlicensedReason,
    cash: fields.facts.cash,
    step_free: fields.facts.stepFree,
    seats: fields.facts.seats,
    staffed: fields.facts.staffed,
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
