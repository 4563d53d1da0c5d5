/** What she follows: one outlet, or a format within a walk of a place. `clock` tells her (cloudfunctions/clock/news.ts). */
import { monthsLater } from '../../domain/calendar';
import { project } from '../../domain/geometry';
import { followById, followOf, followsOf, forgetFollower, unfollowed } from '../../database/queries/follows';
import { survivorOf } from '../../database/queries/merges';
import { countConsents } from '../../database/queries/pushes';
import { outletById } from '../../database/queries/outlets';
import { communityByCode } from '../../database/queries/places';
import type { Origin } from '../../types/contract/outlet';
import type { Followed } from '../../types/contract/voice';
import { gcj02 } from '../../types/units';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { formatRules, voiceRules, walkingRules } from './rules';
import { dayOf } from './shown';

export const follow: Action<'voice.follow'> = {
  transaction: true,
  async handle({ id, what }, context) {
    const { db, caller, now } = context;
    const before = await followById(db, id);
    if (before) return before.person === caller.person ? { id, until: dayOf(before.until) } : refuse('not_found');
    const { follows: rules } = await voiceRules(context);
    // with what has ended gone, so that it can be followed anew
    const live = await followsOf(db, caller.person, now);
    if (live.filter(({ outlet_id }) => (outlet_id === null) === (what.kind === 'format')).length >= (what.kind === 'format' ? rules.mostFormats : rules.mostOutlets)) return refuse('too_many_follows');
    const until = monthsLater(now.toISOString(), rules.months);
    const columns = what.kind === 'outlet' ? await outletColumns(what.outlet, context) : await formatColumns(what, context);
    await db.insertInto('lz.follow').values({ id, person: caller.person, since: now.toISOString(), until, ...columns }).onConflict((conflict) => conflict.doNothing()).execute();
    if (!(await followById(db, id))) return refuse('followed_already');
    await audit(context, 'follow.begun', id, { kind: what.kind });
    return { id, until: dayOf(until) };
  },
};

const outletColumns = async (asked: string, { db, caller, now }: Context) => {
  const outlet = await survivorOf(db, asked);
  if (!(await outletById(db, outlet))?.listed) return refuse('not_found');
  const other = await followOf(db, caller.person, outlet);
  if (other && Date.parse(other.until) > now.getTime()) return refuse('followed_already');
  if (other) await unfollowed(db, caller.person, other.id);
  return { outlet_id: outlet, format: null, services: [], community_code: null, lng: null, lat: null, place: null, minutes: null, pace: null, reach: null };
};

const formatColumns = async (what: Extract<Followed, { kind: 'format' }>, context: Context) => {
  const formats = await formatRules(context);
  if (!formats.formats.some(({ code }) => code === what.format)) return refuse('unknown_format', 'format');
  if (!(await voiceRules(context)).follows.minutes.includes(what.minutes)) return refuse('minutes_unknown', 'minutes');
  const { paces, detour } = await walkingRules(context);
  const { metresPerMinute } = paces.find(({ code }) => code === what.pace)!;
  const { point, community } = await placeOf(what.origin, context);
  const { x, y } = project(gcj02(point.lng, point.lat));
  return {
    outlet_id: null, format: what.format, services: formats.services.filter(({ countsAs }) => countsAs === what.format).map(({ code }) => code),
    community_code: community, lng: point.lng, lat: point.lat, place: `(${x.toFixed(2)},${y.toFixed(2)})`, minutes: what.minutes, pace: what.pace, reach: (what.minutes * metresPerMinute) / detour,
  };
};

/** A place she picked may be her door: kept to a thousandth of a degree, about a hundred metres, it is her neighbourhood. */
const placeOf = async (origin: Origin, { db }: Context): Promise<{ point: { lng: number; lat: number }; community: string | null }> => {
  if (origin.kind === 'point') return { point: { lng: rounded(origin.point.lng), lat: rounded(origin.point.lat) }, community: null };
  const community = (await communityByCode(db, origin.code)) ?? refuse('unknown_place');
  if (community.centre_lng === null || community.centre_lat === null) return refuse('origin_unknown');
  return { point: { lng: community.centre_lng, lat: community.centre_lat }, community: community.code };
};
const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;

export const follows: Action<'voice.follows'> = {
  transaction: false,
  async handle(_input, context) {
    const { db, caller, now, settings } = context;
    const { follows: rules, status } = await voiceRules(context);
    const { formats } = await formatRules(context);
    return {
      follows: (await followsOf(db, caller.person, now)).map((row) => ({
        id: row.id, since: dayOf(row.since), until: dayOf(row.until),
        what: row.outlet_id !== null
          ? { kind: 'outlet' as const, outlet: { id: row.outlet!, name: row.name!, address: row.address! }, listed: row.listed! }
          : { kind: 'format' as const, format: formats.find(({ code }) => code === row.format)?.name ?? '其他', place: row.community ?? '您选的位置', minutes: row.minutes! },
      })),
      mostOutlets: rules.mostOutlets, mostFormats: rules.mostFormats, minutes: [...rules.minutes], months: rules.months, status,
      pushTemplate: settings.pushTemplate ?? null, consents: await countConsents(db, caller.person), hotline: settings.hotline,
    };
  },
};

export const unfollow: Action<'voice.unfollow'> = {
  transaction: true,
  async handle({ id }, { db, caller }) {
    await unfollowed(db, caller.person, id);
    return { ended: true };
  },
};

export const forget: Action<'voice.forget'> = {
  transaction: true,
  handle: async (_input, { db, caller }) => ({ ended: await forgetFollower(db, caller.person) }),
};
