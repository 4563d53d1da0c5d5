/** For a merchant who lost her phone or took the shop over, and came in person with papers: a code that makes her the owner. */
import { lockOutlet } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import type { Action } from '../runtime/action';
import { makeHandover } from '../runtime/handover';
import { refuse } from '../runtime/refusal';
import { requireStreet } from '../runtime/scope';

export const handOver: Action<'desk.handOver'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller } = context;
    const row = (await lockOutlet(db, input.outlet)) ?? refuse('not_found');
    const { streetCode } = (await communityByCode(db, row.community_code)) ?? refuse('unknown_place');
    requireStreet(context, streetCode);
    if (row.owner === caller.person) return refuse('own_case');
    return makeHandover(input, 'staff', context);
  },
};
