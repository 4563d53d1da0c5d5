/**
 * What residents of a circle lack and want, as it was last released, held against the inventory as it stands. Anyone may see it: the counts
 * were published, and of the inventory it says no more than 确缺, 有但不好 or 未核. Remembered for a minute, as the circles are.
 */
import { neededIn, sheetOf } from '../../../domain/figures/sheet';
import type { Action, Context } from '../../runtime/action';
import { refuse } from '../../runtime/refusal';
import { readFacts } from './facts';
import { needsShown } from './shown';

export const lacking: Action<'desk.lacking'> = {
  transaction: false,
  async handle({ circle }, context) {
    const { asOf, all } = await context.memo('lacking', 60_000, () => readNeeds(context));
    const found = all.find(({ id }) => id === circle) ?? refuse('unknown_place');
    return { asOf, circle: { id: found.id, name: found.name }, needs: found.needs, hotline: context.settings.hotline };
  },
};

const readNeeds = async (context: Context) => {
  const { facts } = await readFacts(context);
  const sheet = sheetOf(facts);
  return { asOf: context.now.toISOString(), all: facts.circles.map(({ id, name }) => ({ id, name, needs: needsShown(neededIn(sheet, id)) })) };
};
