/** The rules an outlet is read by. */
import { almanacOf, announcedUntil, type Almanac } from '../../domain/almanac';
import { lunarDate } from '../../domain/lunar';
import type { DivisionRules, FormatRules, HolidayRules, WalkingRules } from '../../types/rules';
import type { Context } from './action';
import { rememberedRule } from './ruleInForce';

export const formatRules = async (context: Pick<Context, 'db' | 'memo'>) => (await rememberedRule<FormatRules>(context, 'formats')).body;
export const walkingRules = async (context: Pick<Context, 'db' | 'memo'>) => (await rememberedRule<WalkingRules>(context, 'walking')).body;
export const divisionRules = async (context: Pick<Context, 'db' | 'memo'>) => (await rememberedRule<DivisionRules>(context, 'divisions')).body;
export const catalogueHash = async (context: Pick<Context, 'db' | 'memo'>) =>
  `${(await rememberedRule<FormatRules>(context, 'formats')).hash.slice(0, 32)}${(await rememberedRule<WalkingRules>(context, 'walking')).hash.slice(0, 32)}`;

/** The almanac remembers the days it was asked for, so it is made once a rule version, not once a call. */
export const holidayAlmanac = async (context: Pick<Context, 'db' | 'memo'>): Promise<{ almanac: Almanac; announcedUntil: number }> => {
  const { hash, body } = await rememberedRule<HolidayRules>(context, 'holidays');
  return context.memo(`almanac:${hash}`, 86_400_000, async () => ({ almanac: almanacOf(body, lunarDate), announcedUntil: announcedUntil(body) }));
};
