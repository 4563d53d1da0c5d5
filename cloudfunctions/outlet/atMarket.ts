/** D11 of domain/dated-hours.ts: a stall whose week nobody said is there with its market. */
import { withMarket } from '../../domain/dated-hours';
import { allMarkets, type MarketRow } from '../../database/queries/markets';
import type { OutletRow } from '../../database/queries/outlets';
import type { Context } from '../runtime/action';

type Hours = Pick<OutletRow, 'hours' | 'dated'>;

export const atMarket = <R extends Hours>(stall: R, market: Hours | undefined): R => {
  if (!market) return stall;
  const { week, dated } = withMarket({ week: stall.hours, dated: stall.dated }, { week: market.hours, dated: market.dated });
  return { ...stall, hours: week, dated };
};

/** Those that go with a market have its hours; markets are looked up only where one does. */
export const atMarkets = async (rows: readonly OutletRow[], { db }: Pick<Context, 'db'>): Promise<readonly OutletRow[]> => {
  if (!rows.some(goesWithMarket)) return rows;
  const markets = new Map<string | null, MarketRow>((await allMarkets(db)).map((market) => [market.id, market]));
  return rows.map((row) => (goesWithMarket(row) ? atMarket(row, markets.get(row.market_id)) : row));
};

export const goesWithMarket = ({ hours, market_id }: Pick<OutletRow, 'hours' | 'market_id'>): boolean => hours === null && market_id !== null;
