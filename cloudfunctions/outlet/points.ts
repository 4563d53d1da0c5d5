/** The same outlets as in the list, as many as a map can show, and of each only what its mark and its card need. */
import { openStateAt } from '../../domain/dated-hours';
import { packPoints } from '../../domain/map-points';
import type { PaceCode } from '../../types/contract/shared';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { walkingRules } from '../runtime/rules';
import { formatName } from './card';
import { seek } from './seek';

const most = 2000;

export const points: Action<'outlet.points'> = {
  transaction: false,
  async handle(input, context) {
    const { detour, paces } = await walkingRules(context);
    const at = (pace: PaceCode) => paces.find(({ code }) => code === pace)?.metresPerMinute ?? refuse('value_invalid', 'pace');
    const { rows, head, formats, almanac, from } = await seek(input, { from: 0, most }, context);
    const marks = rows.map((row) => ({
      id: row.id, name: row.name, format: formatName(row.format, formats), point: { lng: row.lng, lat: row.lat },
      open: openStateAt({ week: row.hours, dated: row.dated }, context.now.getTime(), almanac), doubted: row.standing !== 'fine', demo: row.demo,
    }));
    return { ...head, ...packPoints(marks, from), walking: { detour, metresPerMinute: { normal: at('normal'), slow: at('slow'), cart: at('cart') } } };
  },
};
