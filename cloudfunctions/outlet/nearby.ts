/** Outlets around a place, nearest first, with what is asked for. */
import type { Action } from '../runtime/action';
import { walkingRules } from '../runtime/rules';
import { cardOf } from './card';
import { seek } from './seek';

const page = 20;

export const nearby: Action<'outlet.nearby'> = {
  transaction: false,
  async handle(input, context) {
    const pace = input.pace ?? 'normal';
    const walking = await walkingRules(context);
    const { rows, head, formats, almanac, from } = await seek(input, { from: input.from ?? 0, most: input.most ?? page }, context);
    return { ...head, pace, items: rows.map((row) => cardOf(row, { formats, walking, almanac, from, pace, now: context.now })) };
  },
};
