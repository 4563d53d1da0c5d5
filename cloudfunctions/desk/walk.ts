/** Outlets to go and look at, of a community or around a point: what they are, where, and why. Loaded once, walked without a network. */
import { shanghaiDay } from '../../domain/calendar';
import { project } from '../../domain/geometry';
import { lastSign } from '../../domain/upkeep';
import { outletsToWalk, type WalkRow } from '../../database/queries/visits';
import { communityByCode } from '../../database/queries/places';
import type { WalkItem } from '../../types/contract/field';
import type { Action } from '../runtime/action';
import { locateOrigin } from '../runtime/origin';
import { refuse } from '../runtime/refusal';
import { formatRules } from '../runtime/rules';
import { upkeepRules } from '../runtime/upkeep';
import { communitiesWithin, requireCommunity } from '../runtime/scope';
import { reasonsOf } from './reasonsToGo';

/** More than a day's walk; and how many are looked through for them. */
const mostListed = 100;
const mostRead = 2000;
/** Metres around a point that she picks. */
const radius = 800;

export const walk: Action<'desk.walk'> = {
  transaction: false,
  async handle({ around, outlet }, context) {
    const { db, caller, now, settings } = context;
    if (around.kind === 'community') requireCommunity(context, (await communityByCode(db, around.code)) ?? refuse('unknown_place'));
    const centre = await locateOrigin(around, context);
    const rules = await upkeepRules(context);
    const { formats } = await formatRules(context);
    const rows = await outletsToWalk(db, {
      community: around.kind === 'community' ? around.code : null, around: around.kind === 'point' ? { ...project(centre.point), radius } : null,
      communities: await communitiesWithin(context), outlet: outlet ?? null, person: caller.person, most: mostRead,
    });
    const communities = new Map((await db.selectFrom('lz.community').select(['code', 'name']).execute()).map(({ code, name }) => [code, name]));
    const all = rows
      .map((row) => ({ row, why: reasonsOf(row, now, rules) }))
      .filter(({ row, why }) => why.length > 0 || row.id === outlet)
      .sort((a, b) => Number(b.row.id === outlet) - Number(a.row.id === outlet) || gravity(a.why) - gravity(b.why));
    return {
      asOf: now.toISOString(),
      centre: { ...centre, point: { lng: centre.point.lng, lat: centre.point.lat } },
      items: all.slice(0, mostListed).map(({ row, why }) => itemOf(row, why, communities.get(row.community_code) ?? '', formats.find(({ code }) => code === row.format)?.name ?? '其他')),
      more: all.length > mostListed || rows.length === mostRead,
      witnessDays: rules.witness.days,
      status: rules.status,
      hotline: settings.hotline,
    };
  },
};

const order: readonly WalkItem['why'][number][] = ['hidden', 'doubted', 'wrong', 'never', 'stale', 'witness', 'facts'];
const gravity = (why: WalkItem['why']): number => (why[0] === undefined ? order.length : order.indexOf(why[0]));

const itemOf = (row: WalkRow, why: WalkItem['why'], community: string, formatName: string): WalkItem => {
  const sign = lastSign(row.confirmed_at, row.verified_at);
  return {
    id: row.id, name: row.name, formatName, community: { code: row.community_code, name: community }, point: { lng: row.lng, lat: row.lat }, address: row.address, phone: row.phone, hours: row.hours,
    facts: { cash: row.cash, stepFree: row.step_free, seats: row.seats, staffed: row.staffed }, standing: row.standing, why, wrong: row.wrong, lastSeenOn: sign === null ? null : shanghaiDay(sign),
    witness: row.credit_code !== null || row.unlicensed_reason === null ? null : { state: row.witness_state ?? 'none', until: row.witness_until && shanghaiDay(Date.parse(row.witness_until)) },
    seen: row.seen, demo: row.demo,
  };
};
