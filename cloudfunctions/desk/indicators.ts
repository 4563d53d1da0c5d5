/** Freshness, share on the map, share of chains: of a street or of all, by street and by format, each with its definition and n. */
import { definitions, figuresOf, sumCounts } from '../../domain/indicators';
import { judge } from '../../domain/inventory';
import { newestMarks, outletCounts } from '../../database/queries/inventory';
import { allPlaces } from '../../database/queries/places';
import type { FormatRules, InventoryRules } from '../../types/rules';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { rememberedRule } from '../runtime/ruleInForce';
import { upkeepRules } from '../runtime/upkeep';
import { scopeOf } from '../runtime/scope';

export const indicators: Action<'desk.indicators'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now } = context;
    const scope = scopeOf(caller.duties, input.street);
    const streets = (await allPlaces(db)).filter(({ code }) => (scope ?? [code]).includes(code));
    if (streets.length === 0) return refuse('unknown_place', 'street');
    const [{ formats }, { recheckDays }, { freshDays, status }] = [(await rememberedRule<FormatRules>(context, 'formats')).body, (await rememberedRule<InventoryRules>(context, 'inventory')).body, await upkeepRules(context)];
    const counts = await outletCounts(db, scope, new Date(now.getTime() - freshDays * 86_400_000));
    const communities = streets.flatMap((street) => street.communities.map(({ code }) => code));
    const known = new Set(formats.map(({ code }) => code));
    const holding = (await newestMarks(db, communities)).filter(({ format, state, at }) => known.has(format) && state === 'checked' && !judge({ state, at: Date.parse(at) }, 0, now.getTime(), recheckDays).due);
    return {
      asOf: now.toISOString(),
      definitions: [...definitions(freshDays)],
      status,
      whole: figuresOf(sumCounts(counts)),
      streets: streets.map(({ code, name, communities: of }) => ({
        code, name, figures: figuresOf(sumCounts(counts.filter((row) => row.street_code === code))),
        checked: { cells: holding.filter((mark) => of.some((community) => community.code === mark.community_code)).length, of: of.length * formats.length },
      })),
      formats: formats.map(({ code, name }) => ({ code, name, figures: figuresOf(sumCounts(counts.filter((row) => row.format === code))) })),
      checked: { cells: holding.length, of: communities.length * formats.length },
      demo: counts.some(({ demo }) => demo),
    };
  },
};
