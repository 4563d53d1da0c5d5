/** One outlet whole. */
import { shanghaiDay } from '../../domain/calendar';
import { publicFiles } from '../../database/queries/files';
import { freshness, lastSign } from '../../domain/upkeep';
import { publicHistory } from '../../database/queries/history';
import { mergedInto } from '../../database/queries/merges';
import { outletById } from '../../database/queries/outlets';
import { marketById } from '../../database/queries/markets';
import { communityByCode } from '../../database/queries/places';
import { newestWitness } from '../../database/queries/witnesses';
import type { Action } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { shownPhotos } from '../runtime/shownPhotos';
import { upkeepRules } from '../runtime/upkeep';
import { atMarket, goesWithMarket } from './atMarket';
import { cardOf } from './card';
import { locateOrigin } from '../runtime/origin';
import { formatRules, holidayAlmanac, walkingRules } from '../runtime/rules';

const shownEntries = 20;
/** Follow from a merge, which says so itself. */
const inner = ['merged_into', 'absorbed'];

export const detail: Action<'outlet.detail'> = {
  transaction: false,
  async handle(input, context) {
    const { db, now, caller, settings } = context;
    const asked = await outletById(db, input.id);
    // a link to an entry that became part of another leads there
    const into = asked?.merged_into ? await mergedInto(db, asked.id) : undefined;
    const own = into === undefined ? asked : await outletById(db, into);
    if (!own?.listed) return refuse('not_found');
    const market = own.market_id === null ? undefined : await marketById(db, own.market_id);
    const row = atMarket(own, market);
    const from = input.origin ? (await locateOrigin(input.origin, context)).point : null;
    const community = (await communityByCode(db, row.community_code)) ?? refuse('unknown_place');
    const { almanac, announcedUntil } = await holidayAlmanac(context);
    const unlicensed = row.credit_code === null && row.unlicensed_reason !== null;
    const witness = unlicensed ? await newestWitness(db, { of: 'outlet', id: row.id }) : undefined;
    return {
      outlet: {
        ...cardOf(row, { formats: await formatRules(context), walking: await walkingRules(context), almanac, from, pace: input.pace ?? 'normal', now }),
        phone: row.phone,
        hours: row.hours,
        ...(row.dated ? { dated: row.dated } : {}),
        ...(row.dated?.holidays === undefined ? {} : { holidaysUntil: announcedUntil }),
        ...(market ? { market: { id: market.id, name: market.name, ...(goesWithMarket(own) ? { hoursStatus: market.hours_status } : {}) } } : {}),
        community: { code: community.code, name: community.name },
        unlicensed,
        verifiedBy: row.verified_by,
        changedOn: shanghaiDay(Date.parse(row.changed_at)),
        mine: row.owner === caller.person,
        ...(asked && asked.id !== row.id ? { mergedFrom: asked.name } : {}),
        photos: (await shownPhotos(await publicFiles(db, row.photos), context)).map(({ id, width, height, link }) => ({ id, width, height, link })),
        witness: unlicensed ? witnessOf(witness) : null,
        upkeep: {
          standing: row.standing,
          // whoever stood for it no longer does: somebody has to look again, whatever its owner says
          freshness: witness?.state === 'ended' ? 'stale' : freshness(lastSign(row.confirmed_at, row.verified_at), now.getTime(), await upkeepRules(context)),
          confirmed: row.confirmed_at && row.confirmed_by ? { on: shanghaiDay(Date.parse(row.confirmed_at)), by: row.confirmed_by } : null,
          unowned: row.owner === null,
          history: (await publicHistory(db, row.id, shownEntries)).map(({ at, by, act, fields }) => ({ on: shanghaiDay(Date.parse(at)), by, act, fields: fields.filter((field) => !inner.includes(field)) })),
        },
      },
      hotline: settings.hotline,
    };
  },
};

const witnessOf = (found: Awaited<ReturnType<typeof newestWitness>>) => {
  if (!found) return { state: 'none' as const, on: null, until: null };
  return { state: found.state === 'standing' ? 'standing' as const : 'ended' as const, on: shanghaiDay(Date.parse(found.at)), until: shanghaiDay(Date.parse(found.until)) };
};
