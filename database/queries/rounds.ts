/** Rounds and how many answered them. Counts come from the view `answered` alone: nothing here touches an answer. */
import { sql } from 'kysely';
import { questionnaireOf } from '../../domain/topic';
import type { Topic } from '../../types/contract/shared';
import type { Handle } from '../handle';

export const roundById = (db: Handle, id: string) => db.selectFrom('lz.round').selectAll().where('id', '=', id).executeTakeFirst();
export type RoundRow = NonNullable<Awaited<ReturnType<typeof roundById>>>;

/** When each opens, closes and is released, the first first. */
export const roundDates = (db: Handle) => db.selectFrom('lz.round').select(['title', 'opens_at', 'closes_at', 'releases', 'demo']).orderBy('opens_at').orderBy('id').execute();

/** The round on this topic that is open now in any of these communities; the one that closes last if there were two. */
export const openRound = (db: Handle, communities: readonly string[], now: Date, topic: Topic = 'satisfaction') =>
  communities.length === 0 ? Promise.resolve(undefined) :
  db.selectFrom('lz.round as r').innerJoin('lz.rule_version as q', 'q.hash', 'r.questionnaire_hash').selectAll('r').where('q.kind', '=', questionnaireOf[topic])
    .where('r.opens_at', '<=', now.toISOString()).where('r.closes_at', '>', now.toISOString())
    .where(({ exists, selectFrom }) => exists(selectFrom('lz.round_community as m').select('m.round_id').whereRef('m.round_id', '=', 'r.id').where('m.community_code', 'in', [...communities])))
    .orderBy('r.closes_at', 'desc').limit(1).executeTakeFirst();

export const communitiesOfRound = (db: Handle, round: string) =>
  db.selectFrom('lz.round_community').select(['community_code', 'target']).where('round_id', '=', round).orderBy('community_code').execute();

export const answeredIn = async (db: Handle, round: string, communities: readonly string[]): Promise<number> => {
  if (communities.length === 0) return 0;
  const row = await db.selectFrom('lz.answered').select(sql<number>`coalesce(sum(answered), 0)`.as('n'))
    .where('round_id', '=', round).where('community_code', 'in', [...communities]).executeTakeFirstOrThrow();
  return row.n;
};

/** Per community and source: all so far, and on one day. */
export const answeredByCommunity = (db: Handle, round: string, day: string) =>
  db.selectFrom('lz.answered').select(['community_code', 'source', sql<number>`sum(answered)`.as('answered'), sql<number>`coalesce(sum(answered) filter (where day = ${day}), 0)`.as('onDay')])
    .where('round_id', '=', round).groupBy(['community_code', 'source']).execute();

/** When this round's next (or, if all are past, last) figures are shown. */
export const releaseAtOf = (round: Pick<RoundRow, 'releases' | 'closes_at'>, now: Date): string => {
  const times = round.releases.map((release) => release.at).sort();
  const moment = now.toISOString();
  return times.find((at) => at > moment) ?? times[times.length - 1] ?? round.closes_at;
};
