/**
 * The circles as anyone may see them, without a role. Each field is named here: what an officer sees beside them (gaps, scores, outlets, who filled
 * in what) stays at the desk. Anyone may ask as often as they like, so the reading is remembered for a minute.
 */
import { shanghaiDay } from '../../../domain/calendar';
import { sheetOf } from '../../../domain/figures/sheet';
import type { Circles } from '../../../types/contract/circles';
import type { Action, Context } from '../../runtime/action';
import { readFacts } from './facts';
import { coverageOf, phasesOf } from './overview';
import { circleLine, rulesShown, satisfactionShown } from './shown';

export const circles: Action<'desk.circles'> = {
  transaction: false,
  async handle(_input, context) {
    return { ...await context.memo('circles', 60_000, () => readCircles(context)), hotline: context.settings.hotline };
  },
};

const readCircles = async (context: Context): Promise<Omit<Circles, 'hotline'>> => {
  const read = await readFacts(context);
  const { facts, rows, demo } = read;
  const sheet = sheetOf(facts);
  const plan = facts.plan.body;
  const statusOf = new Map(rows.circles.map(({ id, communitiesStatus }) => [id, communitiesStatus]));
  return {
    asOf: context.now.toISOString(),
    phases: phasesOf(plan, shanghaiDay(facts.at)),
    circles: sheet.circles.map((type) => {
      const { id, name, state, due, dueText, lateDays, targets, reached, possible, basic, quality, satisfaction, communities } = circleLine(read, sheet, type);
      return { id, name, state, due, dueText, lateDays, targets, reached, possible, basic, quality, satisfaction, communities, communitiesStatus: statusOf.get(id) ?? '' };
    }),
    coverage: coverageOf(plan, sheet),
    satisfaction: satisfactionShown(read, 'district'),
    rules: rulesShown(read, ['plan', 'classification']),
    demo,
  };
};
