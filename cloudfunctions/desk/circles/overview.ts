/** The circles at a glance: of the district all, of a street those that have a community of it. */
import { shanghaiDay } from '../../../domain/calendar';
import { figureOfTarget } from '../../../domain/figures/definitions';
import { sheetOf } from '../../../domain/figures/sheet';
import type { Overview } from '../../../types/contract/circles';
import type { PlanRules } from '../../../types/rules';
import type { Action } from '../../runtime/action';
import { scopeOf, widestRole } from '../../runtime/scope';
import { readFacts, type Read } from './facts';
import { circleLine, placeOf, rulesShown, satisfactionShown, shownFigure } from './shown';

export const overview: Action<'desk.overview'> = {
  transaction: false,
  async handle(_input, context) {
    const scope = scopeOf(context.caller.duties);
    const read = await readFacts(context);
    const { facts } = read;
    const sheet = sheetOf(facts);
    const inScope = circlesWithin(read, scope);
    const { basic, quality } = facts.classification.body;
    const types = sheet.circles.filter(({ circle }) => inScope.has(circle));
    const nameOf = new Map(facts.formats.body.formats.map(({ code, name }) => [code, name]));
    return {
      asOf: context.now.toISOString(),
      role: widestRole(context.caller.duties),
      phases: phasesOf(facts.plan.body, shanghaiDay(facts.at)),
      circles: types.map((type) => circleLine(read, sheet, type, 3)),
      coverage: coverageOf(facts.plan.body, sheet),
      satisfaction: satisfactionShown(read, 'district'),
      formats: [...basic, ...quality].map((code) => ({
        code, name: nameOf.get(code) ?? code, basic: basic.includes(code), presence: Object.fromEntries(types.map(({ circle, presence }) => [circle, presence[code] ?? 'unchecked'])),
      })),
      rules: rulesShown(read, ['plan', 'classification', 'evaluation']),
      demo: read.demo,
      hotline: context.settings.hotline,
    };
  },
};

/** Circles with a community of these streets; null: all. */
export const circlesWithin = ({ facts }: Read, streets: readonly string[] | null): ReadonlySet<string> => {
  const inside = new Set(facts.communities.filter(({ street }) => streets === null || streets.includes(street)).map(({ code }) => code));
  return new Set(facts.circles.filter(({ communities }) => communities.some((code) => inside.has(code))).map(({ id }) => id));
};

export const phasesOf = (plan: PlanRules, today: string): Overview['phases'] =>
  plan.phases.map(({ name, from, to, clause }) => ({ name, from, to, clause, state: today > to ? 'past' : today < from ? 'ahead' : 'now' }));

export const coverageOf = (plan: PlanRules, sheet: ReturnType<typeof sheetOf>): Overview['coverage'] => {
  const district = placeOf(sheet, 'district', 'district');
  return plan.coverage.flatMap(({ name, atLeast, by, clause }) => {
    const code = figureOfTarget[name];
    const definition = sheet.definitions.find((one) => one.code === code);
    const value = code === undefined ? undefined : district.figures[code];
    if (code === undefined || definition === undefined || value === undefined) return [];
    return [{ name, atLeast, by, clause, figure: shownFigure(sheet, district, code), formula: definition.formula, source: definition.source, reached: value.kind === 'number' ? value.value >= atLeast : null }];
  });
};
