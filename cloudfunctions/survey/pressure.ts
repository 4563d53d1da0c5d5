/**
 * 「有人要求我怎么填」: counts a day and a community for those above the district, once for each person in a round.
 * The reply is the same whether it counted or not, so it tells neither her nor whoever looks over her shoulder anything.
 */
import { shanghaiDay } from '../../domain/calendar';
import { reportPressure } from '../../database/queries/pressure';
import { communitiesOfRound, roundById } from '../../database/queries/rounds';
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { secretsOfRound } from './roundSecrets';

export const pressure: Action<'survey.pressure'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now } = context;
    const { round, communities } = (await known(input.round, context)) ?? refuse('pressure_closed');
    if (now.getTime() < Date.parse(round.opens_at)) return refuse('round_not_open');
    // as long as answers are taken: after that the key that makes her count once is gone
    if (now.getTime() >= Date.parse(round.closes_at) + round.grace_hours * 3_600_000) return refuse('pressure_closed');
    if (!communities.has(input.community)) return refuse('unknown_place');
    const secrets = (await secretsOfRound(round, context)) ?? refuse('pressure_paused');
    await reportPressure(db, { round: round.id, tag: secrets.pressureTag(caller.identity), community: input.community, day: shanghaiDay(now.getTime()) });
    return { noted: true };
  },
};

/** A round never changes once it is open: a flood of taps costs one statement each. */
const known = (id: string, { db, memo }: Context) =>
  memo(`pressure:${id}`, 60_000, async () => {
    const round = await roundById(db, id);
    return round ? { round, communities: new Set((await communitiesOfRound(db, id)).map((row) => row.community_code)) } : null;
  });
