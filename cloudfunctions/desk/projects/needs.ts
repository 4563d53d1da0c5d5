/** What a circle lacks and what is planned for it: for the desk with all that is known, for everybody what residents said and what is done about it. */
import { neededIn, sheetOf } from '../../../domain/figures/sheet';
import { askedFor, needsList, type Asked, type NeedLine } from '../../../domain/needs-list';
import { projectsOf, wishesIn } from '../../../database/queries/projects';
import type { Answered, Needs, ProjectLine } from '../../../types/contract/projects';
import { reachOf } from '../../../types/permissions';
import type { FormatRules } from '../../../types/rules';
import type { Action, Context } from '../../runtime/action';
import { departmentsOf } from '../../runtime/dutyPlaces';
import { refuse } from '../../runtime/refusal';
import { rememberedRule } from '../../runtime/ruleInForce';
import { scopeOf } from '../../runtime/scope';
import { readFacts } from '../circles/facts';
import { circlesWithin } from '../circles/overview';
import { projectsShown } from './shown';

type Line = NeedLine<ProjectLine>;
interface Listed { readonly circle: Answered['circle']; readonly toward: string | null; readonly lines: readonly Line[]; readonly basic: ReadonlySet<string>; readonly formats: Needs['formats'] }

const listOf = async (circle: string, streets: readonly string[] | null, context: Context): Promise<Listed> => {
  const { db } = context;
  const read = await readFacts(context);
  const { facts } = read;
  const sheet = sheetOf(facts);
  const type = sheet.circles.find((one) => one.circle === circle) ?? refuse('unknown_place');
  const released = neededIn(sheet, circle);
  if (!circlesWithin(read, streets).has(circle)) return refuse('out_of_scope');
  const projects = await projectsShown(await projectsOf(db, circle), context);
  const { basic, quality } = facts.classification.body;
  return {
    circle: { code: circle, name: facts.circles.find(({ id }) => id === circle)!.name }, toward: type.toward, basic: new Set(basic),
    formats: (await rememberedRule<FormatRules>(context, 'formats')).body.formats.map(({ code, name }) => ({ code, name })),
    lines: needsList({
      formats: [...basic, ...quality].map((format) => ({ format, presence: type.presence[format] ?? 'unchecked' })),
      candidates: new Set(type.lacks.flatMap(({ candidates }) => candidates.map(({ format }) => format))),
      asked: released ? askedFor(released, facts.needRules.lackFrom) : new Map(), wished: await wishesIn(db, circle),
      projects: projects.map((shown) => ({ format: shown.format.code, open: shown.state === 'planned' || shown.state === 'going', shown })),
    }),
  };
};

/** The need as it was published, without what the sheet added to it. */
const askedShown = (asked: Asked | null): Answered['needs'][number]['asked'] => {
  if (asked === null) return null;
  const { format, name, known, said, lack, interval, points, want, gap, why } = asked.need;
  return { need: { format, name, known, said, lack, interval, points, want, gap, why }, release: asked.release };
};

const named = ({ formats }: Listed, format: string) => formats.find(({ code }) => code === format) ?? { code: format, name: format };

export const needs: Action<'desk.needs'> = {
  transaction: false,
  async handle({ circle }, context) {
    const { caller, settings } = context;
    const listed = await listOf(circle, scopeOf(caller.duties), context);
    const roles = caller.duties.map(({ role }) => role);
    return {
      circle: listed.circle, toward: listed.toward,
      needs: listed.lines.map(({ format, presence, toward, asked, wished, projects }) => ({ format: named(listed, format), basic: listed.basic.has(format), presence, toward, asked: askedShown(asked), wished, projects: [...projects] })),
      formats: listed.formats, departments: [...await departmentsOf(context)],
      mayMake: reachOf('desk.saveProject', roles) !== null, mayCheck: reachOf('desk.checkInventory', roles) !== null, hotline: settings.hotline,
    };
  },
};

/** Gaps that nothing is planned for stay at the desk: they are its work, and change with every walk. Anyone may ask, so it is remembered for a minute. */
export const answered: Action<'desk.answered'> = {
  transaction: false,
  async handle({ circle }, context) {
    const listed = await context.memo(`answered:${circle}`, 60_000, () => listOf(circle, null, context));
    return {
      asOf: context.now.toISOString(), circle: listed.circle,
      needs: listed.lines.filter(({ asked, wished, projects }) => asked !== null || wished !== null || projects.length > 0)
        .map(({ format, presence, asked, wished, projects }) => ({ format: named(listed, format), missing: presence === 'none', asked: askedShown(asked), wished, projects: [...projects] })),
      hotline: context.settings.hotline,
    };
  },
};
