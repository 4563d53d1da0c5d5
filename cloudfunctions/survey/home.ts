/** The first screen in one reply: where she is, what was last published, what runs now, and who she is to us. */
import { circleById, circlesOfCommunity, communitiesOfCircle, communityByCode, posterByScene, validPosters } from '../../database/queries/places';
import { releasesOf } from '../../database/queries/releases';
import type { Action, Context } from '../runtime/action';
import { refuse } from '../runtime/refusal';
import { lastRelease } from './releases';
import { runningRound } from './running';
import { sessionOf } from './session';
import type { ParsedInput } from '../../types/contract';

export const home: Action<'survey.home'> = {
  duties: true,
  transaction: false,
  async handle(input, context) {
    const { db, settings } = context;
    const found = await locate(input, context);
    const common = { session: await sessionOf(context), demo: settings.demo, hotline: settings.hotline };
    if ('problem' in found) return { ...common, place: null, sceneProblem: found.problem, circle: null, lastRelease: null, running: null, needs: { running: null, released: false }, scene: null };

    const { circle, community } = found;
    const communities = await communitiesOfCircle(db, circle.id);
    const codes = communities.map(({ code }) => code);
    const poster = community ? (await validPosters(db, [community.code]))[0] : undefined;
    return {
      ...common,
      place: {
        circle: { id: circle.id, name: circle.name },
        community: community ? { code: community.code, name: community.name } : null,
        street: community ? { code: community.streetCode, name: community.streetName } : null,
      },
      sceneProblem: null,
      circle: {
        id: circle.id, name: circle.name, targets: circle.targets, targetStatus: circle.target_status, due: circle.due, dueText: circle.due_text,
        communities, communitiesStatus: circle.communities_status, outlets: await outletsIn(context, circle.id, codes),
      },
      lastRelease: await lastRelease(db, circle.id),
      running: await runningRound(context, community ? [community.code] : codes, codes),
      needs: { running: await runningRound(context, community ? [community.code] : codes, codes, 'needs'), released: (await releasesOf(db, 'circle', circle.id, 'needs')).length > 0 },
      scene: poster?.scene ?? null,
    };
  },
};

interface Located {
  readonly circle: NonNullable<Awaited<ReturnType<typeof circleById>>>;
  readonly community: Awaited<ReturnType<typeof communityByCode>>;
}

/** A code that leads nowhere is not an error: the phone then shows the list of streets and communities. */
const locate = async (input: ParsedInput<'survey.home'>, { db }: Context): Promise<Located | { problem: 'unknown' | 'revoked' | null }> => {
  let code = input.community;
  if (input.scene) {
    const poster = await posterByScene(db, input.scene);
    if (!poster || poster.revoked_at) return { problem: poster ? 'revoked' : 'unknown' };
    code = poster.community_code;
  }
  if (code) {
    const community = await communityByCode(db, code);
    const circles = await circlesOfCommunity(db, code);
    const circle = circles.find(({ id }) => id === input.circle) ?? circles[0];
    if (!community || !circle) return input.scene ? { problem: 'unknown' } : refuse('unknown_place');
    return { community, circle };
  }
  if (!input.circle) return { problem: null };
  return { community: undefined, circle: (await circleById(db, input.circle)) ?? refuse('unknown_place') };
};

/** How many outlets are on the map here. Kept for a minute: it is a remark on the page, not a figure of record. */
const outletsIn = ({ db, memo }: Context, circle: string, communities: string[]) =>
  memo(`outlets:${circle}`, 60_000, async () => {
    if (communities.length === 0) return 0;
    const row = await db.selectFrom('lz.outlet').select(({ fn }) => fn.count<number>('community_code').as('n')).where('community_code', 'in', communities).where('listed', '=', true).executeTakeFirstOrThrow();
    return row.n;
  });
