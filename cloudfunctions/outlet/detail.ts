/** One outlet whole. */
import { shanghaiDay } from '../../domain/calendar';
import { outletById } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { cardOf } from './card';
import { locateOrigin } from './origin';
import { formatRules, walkingRules } from './rules';

export const detail: Action<'outlet.detail'> = {
  for: 'anyone',
  transaction: false,
  async handle(input, context) {
    const { db, now, caller, settings } = context;
    const row = await outletById(db, input.id);
    if (!row?.listed) return refuse('not_found');
    const from = input.origin ? (await locateOrigin(input.origin, context)).point : null;
    const community = (await communityByCode(db, row.community_code)) ?? refuse('unknown_place');
    return {
      outlet: {
        ...cardOf(row, { formats: await formatRules(context), walking: await walkingRules(context), from, pace: input.pace ?? 'normal', now }),
        phone: row.phone,
        hours: row.hours,
        community: { code: community.code, name: community.name },
        unlicensed: row.credit_code === null && row.unlicensed_reason !== null,
        verifiedBy: row.verified_by,
        changedOn: shanghaiDay(Date.parse(row.changed_at)),
        mine: row.owner === caller.person,
      },
      hotline: settings.hotline,
    };
  },
};
