/** Looking for outlets around a place: the same for the list and for the map. */
import { dayNumber, minuteOfDay, type Almanac } from '../../domain/almanac';
import { minuteOfWeek } from '../../domain/calendar';
import { toldOfDay } from '../../domain/dated-hours';
import { project } from '../../domain/geometry';
import { foldText } from '../../domain/outlet-name';
import { oneOff } from '../../domain/one-off';
import { indexPinyin } from '../../domain/pinyin';
import { nearbyOutlets, type NearbyQuery, type OpenAt, type OutletRow } from '../../database/queries/outlets';
import { pinyinTable } from '../../rules/pinyin';
import type { Handle } from '../../database/handle';
import type { ParsedInput } from '../../types/contract';
import type { FormatRules } from '../../types/rules';
import type { Gcj02Point } from '../../types/units';
import type { Context } from '../runtime/action';
import { locateOrigin } from '../runtime/origin';
import { formatRules, holidayAlmanac } from '../runtime/rules';
import { atMarkets } from './atMarket';

/** Metres, straight line. Far beyond a quarter of an hour, so that an empty list means there is nothing in reach. */
const radius = 3000;

type Sought = ParsedInput<'outlet.points'>;
interface Sighted {
  readonly rows: readonly OutletRow[];
  /** What is said of all of them together. */
  readonly head: { origin: { name: string; point: { lng: number; lat: number }; status: string }; asOf: string; radius: number; inexact?: boolean; more: boolean };
  readonly from: Gcj02Point;
  readonly formats: FormatRules;
  readonly almanac: Almanac;
}

/** At most `most` of them, after the first `from`. */
export const seek = async (sought: Sought, { from, most }: { from: number; most: number }, context: Context): Promise<Sighted> => {
  const { db, now } = context;
  const formats = await formatRules(context);
  const { almanac } = await holidayAlmanac(context);
  const origin = await locateOrigin(sought.origin, context);
  const { x, y } = project(origin.point);
  const wanted = wantedFormats(sought, formats);
  const { rows, inexact } = await exactOrAlmost(db, {
    x, y, radius,
    formats: wanted,
    services: wanted === null ? [] : formats.services.filter(({ countsAs }) => countsAs !== null && wanted.includes(countsAs)).map(({ code }) => code),
    smallRepair: sought.smallRepair ?? false,
    offers: sought.services && sought.services.length > 0 ? sought.services : null,
    openAt: sought.openNow ? openAt(now.getTime(), almanac) : null,
    facts: sought.facts ?? [],
    text: sought.text ? foldText(sought.text) : null,
    from,
    most: most + 1,
  });
  return {
    rows: await atMarkets(rows.slice(0, most), context),
    head: {
      origin: { name: origin.name, point: { lng: origin.point.lng, lat: origin.point.lat }, status: origin.status },
      asOf: now.toISOString(), radius,
      ...(inexact ? { inexact } : {}),
      more: rows.length > most,
    },
    from: origin.point, formats, almanac,
  };
};

/** What the filter has to know of this moment. */
const openAt = (ms: number, almanac: Almanac): OpenAt => {
  const today = dayNumber(ms);
  return { minuteOfWeek: minuteOfWeek(ms), minuteOfDay: minuteOfDay(ms), today: toldOfDay(almanac(today)), yesterday: toldOfDay(almanac(today - 1)) };
};

const pinyin = indexPinyin(pinyinTable);

/** What holds the text as it was typed; only where nothing does, what is one character off it or is read the same. Both nearest first. */
const exactOrAlmost = async (db: Handle, query: NearbyQuery): Promise<{ rows: OutletRow[]; inexact: boolean }> => {
  const rows = await nearbyOutlets(db, query);
  const almost = rows.length === 0 && typeof query.text === 'string' ? oneOff(query.text, pinyin) : null;
  // a later page is empty too where the exact ones just came to their end
  if (almost === null || (query.from > 0 && (await nearbyOutlets(db, { ...query, from: 0, most: 1 })).length > 0)) return { rows, inexact: false };
  const close = await nearbyOutlets(db, { ...query, text: almost });
  return { rows: close, inexact: close.length > 0 };
};

/** Null: any format. Kinds of filter narrow each other; several of one kind widen it. */
const wantedFormats = (sought: Sought, rules: FormatRules): string[] | null => {
  const { groups = [], sixOnes = [], formats = [] } = sought;
  if (groups.length + sixOnes.length + formats.length === 0) return null;
  return rules.formats
    .filter((format) => (groups.length === 0 || groups.includes(format.group))
      && (sixOnes.length === 0 || (format.sixOne !== null && sixOnes.includes(format.sixOne)))
      && (formats.length === 0 || formats.includes(format.code)))
    .map(({ code }) => code);
};
