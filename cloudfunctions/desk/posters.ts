/** Posters: which community has which code, one ready to print, and a new code for one that was lost or copied. */
import { encode } from 'uqr';
import { codeFrom } from '../../domain/codes';
import { hex } from '../../domain/leaf';
import { communityByCode, validPosters, type StreetWithCommunities } from '../../database/queries/places';
import { openRound, type RoundRow } from '../../database/queries/rounds';
import { sealsOf } from '../../database/queries/seals';
import type { PostedSeal } from '../../types/contract/desk';
import type { Action, Context } from '../runtime/action';
import { audit } from '../runtime/audit';
import { refuse } from '../runtime/refusal';
import { placesWithin, requireCommunity, requireStreet } from '../runtime/scope';

/** 50 bits: short enough to type from a poster, too many to try out. */
const sceneBytes = 10;

const rowsOf = async ({ db }: Context, places: readonly StreetWithCommunities[]) => {
  const scenes = new Map((await validPosters(db)).map(({ community_code, scene }) => [community_code, scene]));
  return places.flatMap((street) =>
    street.communities.map(({ code, name, circles }) => ({
      community: { code, name }, street: { code: street.code, name: street.name }, circles: circles.map((circle) => circle.name), scene: scenes.get(code) ?? null,
    })));
};

const addPoster = async ({ db, now, caller, random }: Context, community: string): Promise<string> => {
  const scene = codeFrom(random.bytes(sceneBytes));
  await db.insertInto('lz.poster').values({ scene, community_code: community, created_at: now.toISOString(), created_by: caller.person })
    .onConflict((conflict) => conflict.doNothing()).execute();
  return (await validPosters(db, [community]))[0]?.scene ?? scene;
};

/** What goes onto paper: whoever holds the paper can hold the list of answers to it later. */
const newestSeal = async ({ id, title }: RoundRow, { db }: Context): Promise<PostedSeal | null> => {
  const [seal] = await sealsOf(db, id, 1);
  return seal ? { round: { id, title }, number: seal.number, at: seal.at, size: seal.size, root: hex(seal.root) } : null;
};

export const posters: Action<'desk.posters'> = {
  transaction: false,
  async handle(input, context) {
    const rows = await rowsOf(context, await placesWithin(context, input.street));
    const round = await openRound(context.db, rows.map(({ community: { code } }) => code), context.now);
    return { posters: rows, seal: round ? await newestSeal(round, context) : null };
  },
};

export const poster: Action<'desk.poster'> = {
  transaction: true,
  async handle(input, context) {
    const community = (await communityByCode(context.db, input.community)) ?? refuse('unknown_place');
    requireCommunity(context, community);
    const row = (await rowsOf(context, await placesWithin(context, community.streetCode))).find(({ community: { code } }) => code === community.code) ?? refuse('unknown_place');
    const scene = row.scene ?? (await addPoster(context, community.code));
    const link = `${context.settings.publicUrl}/s/${scene}`;
    const modules = encode(link, { ecc: 'Q', border: 4 }).data.map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
    const round = await openRound(context.db, [community.code], context.now);
    return {
      ...row, scene, link, modules, hotline: context.settings.hotline, demo: context.settings.demo,
      seal: round ? await newestSeal(round, context) : null, approval: round?.definition?.approval ?? null,
    };
  },
};

export const renewPoster: Action<'desk.renewPoster'> = {
  transaction: true,
  async handle(input, context) {
    const community = (await communityByCode(context.db, input.community)) ?? refuse('unknown_place');
    requireStreet(context, community.streetCode);
    const { numUpdatedRows } = await context.db.updateTable('lz.poster').set({ revoked_at: context.now.toISOString() })
      .where('scene', '=', input.scene).where('community_code', '=', community.code).where('revoked_at', 'is', null).executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse('decided_already');
    const scene = await addPoster(context, community.code);
    await audit(context, 'poster.renewed', community.code, { old: input.scene, new: scene });
    return { scene };
  },
};
