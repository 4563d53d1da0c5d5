/** 早市、夜市、逢集: where they are, whether they are on, when they are on next, and which stalls are there now. */
import type { Almanac } from '../../domain/almanac';
import { nextDaysOf, openStateAt } from '../../domain/dated-hours';
import { lunarDayName } from '../../domain/hours-words';
import { straightMetres } from '../../domain/geometry';
import { walk } from '../../domain/walking';
import { allMarkets, marketById, stallsOf, type MarketRow } from '../../database/queries/markets';
import type { MarketHead } from '../../types/contract/outlet';
import type { PaceCode } from '../../types/contract/shared';
import type { WalkingRules } from '../../types/rules';
import { gcj02, metresPerMinute, type Gcj02Point } from '../../types/units';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { atMarket } from './atMarket';
import { cardOf } from './card';
import { locateOrigin } from '../runtime/origin';
import { formatRules, holidayAlmanac, walkingRules } from '../runtime/rules';

const mostStalls = 100;
const nextDays = 4;

interface View { readonly almanac: Almanac; readonly walking: WalkingRules; readonly from: Gcj02Point | null; readonly pace: PaceCode; readonly now: Date }

export const markets: Action<'outlet.markets'> = {
  transaction: false,
  async handle(input, context) {
    const { db, now } = context;
    const view = { almanac: (await holidayAlmanac(context)).almanac, walking: await walkingRules(context), from: input.origin ? (await locateOrigin(input.origin, context)).point : null, pace: input.pace ?? 'normal', now };
    const heads = (await allMarkets(db)).map((row) => headOf(row, view));
    const rank = ({ open }: MarketHead) => ['open', 'closed', 'unknown'].indexOf(open.state);
    return { markets: heads.sort((a, b) => rank(a) - rank(b) || (a.walk?.metres ?? Infinity) - (b.walk?.metres ?? Infinity) || 0), asOf: now.toISOString() };
  },
};

export const market: Action<'outlet.market'> = {
  transaction: false,
  async handle(input, context) {
    const { db, now } = context;
    const row = (await marketById(db, input.id)) ?? refuse('not_found');
    const { almanac, announcedUntil } = await holidayAlmanac(context);
    const walking = await walkingRules(context);
    const view = { almanac, walking, from: input.origin ? (await locateOrigin(input.origin, context)).point : null, pace: input.pace ?? 'normal' as const, now };
    const formats = await formatRules(context);
    const rows = await stallsOf(db, row.id, mostStalls + 1);
    const cards = rows.slice(0, mostStalls).map((stall) => cardOf(atMarket(stall, row), { ...view, formats }));
    const openFirst = (open: string) => (open === 'open' ? 0 : 1);
    return {
      market: {
        ...headOf(row, view), clause: row.clause, hours: row.hours, ...(row.dated ? { dated: row.dated } : {}), ...(row.dated?.holidays === undefined ? {} : { holidaysUntil: announcedUntil }), rules: row.rules,
        next: nextDaysOf({ week: row.hours, dated: row.dated }, now.getTime(), almanac, nextDays).map(({ facts, text }) => ({ on: facts.day, lunar: lunarDayName(facts.lunar()), text })),
      },
      stalls: cards.sort((a, b) => openFirst(a.open.state) - openFirst(b.open.state)),
      more: rows.length > mostStalls,
    };
  },
};

const headOf = (row: MarketRow, { almanac, walking, from, pace, now }: View): MarketHead => {
  const point = row.lng === null || row.lat === null ? null : gcj02(row.lng, row.lat);
  const speed = walking.paces.find(({ code }) => code === pace) ?? refuse('value_invalid', 'pace');
  return {
    id: row.id, name: row.name, kind: row.kind, point: point && { lng: point.lng, lat: point.lat }, address: row.address,
    open: openStateAt({ week: row.hours, dated: row.dated }, now.getTime(), almanac),
    walk: from && point && walk(straightMetres(from, point), { metresPerMinute: metresPerMinute(speed.metresPerMinute) }, walking.detour),
    placeStatus: row.place_status, hoursStatus: row.hours_status, demo: row.demo,
  };
};
