/**
 * Helping people without a phone: an officer makes a token for so many answers of one community and gives its link to whoever helps.
 * What is answered with it counts as assisted, each sending once; the officer sees how many, never what.
 */
import { encode } from 'uqr';
import { codeFrom, groupedCode } from '../../domain/codes';
import { sha256 } from '../runtime/hashing';
import { addAssistOnce, assistById, assistsIn, revokeAssistOf } from '../../database/queries/assists';
import { communityByCode } from '../../database/queries/places';
import { openRound } from '../../database/queries/rounds';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { communitiesWithin, requireCommunity } from '../runtime/scope';

export const assist: Action<'desk.assist'> = {
  transaction: true,
  async handle(input, context) {
    const { db, caller, now, secrets, settings } = context;
    const community = (await communityByCode(db, input.community)) ?? refuse('unknown_place');
    requireCommunity(context, community);
    const round = (await openRound(db, [community.code], now, input.topic)) ?? refuse('round_not_open');
    const token = codeFrom(secrets.assistToken(input.id));
    const asked = { id: input.id, round: round.id, tokenHash: sha256(`assist ${token}`), community: community.code, note: input.note, most: input.most, by: caller.person, now };
    const added = await addAssistOnce(db, asked);
    // the reply was lost and she sends it again: the same gets the same; an id that somebody else used is refused
    if (!added && !(await isSame(context, asked))) return refuse('value_invalid', 'id');
    if (added) await audit(context, 'assist.made', input.id, { round: round.id, community: community.code, most: input.most });
    const link = `${settings.publicUrl}/a/${token}`;
    const modules = encode(link, { ecc: 'M', border: 4 }).data.map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
    return { community: { code: community.code, name: community.name }, token: groupedCode(token), link, title: round.title, modules, most: input.most, until: round.closes_at };
  },
};

const isSame = async ({ db }: Context, { id, round, community, note, most, by }: { id: string; round: string; community: string; note: string; most: number; by: string }): Promise<boolean> => {
  const row = await assistById(db, id);
  return row !== undefined && row.round_id === round && row.community_code === community && row.note === note && row.most === most && row.created_by === by && row.revoked_at === null;
};

export const assists: Action<'desk.assists'> = {
  transaction: false,
  async handle(input, context) {
    const { db, now } = context;
    const rows = await assistsIn(db, await communitiesWithin(context, input.street), mostShown);
    return {
      asOf: now.toISOString(),
      assists: rows.map((row) => ({
        id: row.id, community: { code: row.community_code, name: row.communityName }, title: row.title, note: row.note, most: row.most, used: row.used, createdAt: row.created_at,
        state: row.revoked_at !== null ? 'revoked' as const : row.closes_at <= now.toISOString() ? 'over' as const : row.used >= row.most ? 'spent' as const : 'open' as const,
      })),
    };
  },
};
const mostShown = 100;

export const revokeAssist: Action<'desk.revokeAssist'> = {
  transaction: true,
  async handle({ id }, context) {
    const row = (await assistById(context.db, id)) ?? refuse('not_found');
    const community = (await communityByCode(context.db, row.community_code)) ?? refuse('not_found');
    requireCommunity(context, community);
    if (await revokeAssistOf(context.db, id, context.now)) await audit(context, 'assist.revoked', id);
    return { state: 'revoked' };
  },
};
