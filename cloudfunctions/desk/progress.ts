/** How many have answered, community by community, against the target of each, and once a day by age band. Counts alone: rates come with a release. */
import { sumShown } from '../../domain/age-counts';
import { shanghaiDay } from '../../domain/calendar';
import { expectedShare, paceOf } from '../../domain/round';
import { targetsOf } from '../../domain/targets';
import { topics } from '../../domain/topic';
import { shownAges } from '../../database/queries/ages';
import type { StreetWithCommunities } from '../../database/queries/places';
import { countCases } from '../../database/queries/cases';
import { answeredByCommunity, communitiesOfRound, openRound, type RoundRow } from '../../database/queries/rounds';
import { ruleByHash } from '../../database/queries/rules';
import type { Progress, ProgressRow } from '../../types/contract/desk';
import type { CensusTable, MethodBody } from '../../types/rules';
import type { Action, Context } from '../runtime/action';
import { placesWithin, scopeOf, widestRole } from '../runtime/scope';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const total = (rows: readonly { answered: number; beside: number; target: number; lastDay: number }[]) => ({
  beside: rows.reduce((n, row) => n + row.beside, 0),
  answered: rows.reduce((n, row) => n + row.answered, 0),
  target: rows.reduce((n, row) => n + row.target, 0),
  lastDay: rows.reduce((n, row) => n + row.lastDay, 0),
});

export const progress: Action<'desk.progress'> = {
  transaction: false,
  async handle(input, context) {
    const { db, caller, now } = context;
    const streets = await placesWithin(context, input.street);
    const codes = streets.flatMap(({ communities }) => communities.map(({ code }) => code));
    const open = { satisfaction: await openRound(db, codes, now), needs: await openRound(db, codes, now, 'needs') };
    const asked = topics.filter((one) => open[one] !== undefined);
    const topic = input.topic ?? asked[0] ?? 'satisfaction';
    const round = open[topic];
    const targets = new Map(round ? (await communitiesOfRound(db, round.id)).map((row) => [row.community_code, row.target]) : []);
    const rows = round ? await rowsOf(round, targets, streets, context) : [];
    const widest = widestRole(caller.duties);
    const only = streets.length === 1 && (widest !== 'district' || input.street !== undefined) ? streets[0] : undefined;
    return {
      scope: { role: widest, street: only ? { code: only.code, name: only.name } : null, ...(widest === 'community' ? { communities: streets.flatMap((street) => street.communities.map(({ code, name }) => ({ code, name }))) } : {}) },
      asOf: now.toISOString(),
      topics: asked, topic,
      round: round ? {
        id: round.id, title: round.title, source: round.source, closesAt: round.closes_at, daysLeft: Math.max(0, Math.ceil((Date.parse(round.closes_at) - now.getTime()) / dayMs)), demo: round.demo,
        targetFrom: await targetFrom(round, targets, context),
      } : null,
      ...total(rows.flatMap((street) => street.rows)),
      behind: rows.flatMap((street) => street.rows).filter(({ pace }) => pace === 'behind' || pace === 'slow').length,
      streets: rows,
      ages: sumShown(rows.flatMap((street) => street.rows.map((row) => row.ages))),
      waiting: widest === 'community' ? 0 : await countCases(db, scopeOf(caller.duties, input.street)),
      hotline: context.settings.hotline,
    };
  },
};

/** A round's file that repeats what would have held without it adds nothing of its own. */
const targetFrom = async (round: RoundRow, targets: ReadonlyMap<string, number>, { db, memo }: Context): Promise<'method' | 'census' | 'round'> => {
  const rule = <T>(hash: string) => memo(`rule:${hash}`, hourMs, () => ruleByHash<T>(db, hash));
  const method = await rule<MethodBody>(round.method_hash);
  const census = round.census_hash === null ? null : await rule<CensusTable>(round.census_hash);
  if (method === null) return 'round';
  const { of, planned } = await memo(`targets:${round.id}`, hourMs, async () => targetsOf({ source: round.source, circles: round.definition?.circles ?? [], census, method }));
  if (![...targets].every(([community, target]) => target === of(community))) return 'round';
  return planned && census ? 'census' : 'method';
};

/** The furthest behind first, so that the first line is where to go today. */
const rowsOf = async (round: RoundRow, targets: ReadonlyMap<string, number>, streets: readonly StreetWithCommunities[], { db, now }: Context): Promise<Progress['streets']> => {
  const yesterday = shanghaiDay(now.getTime() - dayMs);
  const counts = await answeredByCommunity(db, round.id, yesterday);
  const of = (code: string, own: boolean) => counts.find((row) => row.community_code === code && (row.source === round.source) === own);
  const ages = await shownAges(db, round.id);
  const expected = expectedShare({ opensAt: Date.parse(round.opens_at), closesAt: Date.parse(round.closes_at) }, now.getTime());
  return streets.map((street) => {
    const rows = street.communities.flatMap(({ code, name }): ProgressRow[] => {
      const target = targets.get(code);
      if (target === undefined) return [];
      const answered = of(code, true)?.answered ?? 0;
      return [{ community: { code, name }, answered, target, lastDay: Math.max(0, of(code, true)?.onDay ?? 0), beside: of(code, false)?.answered ?? 0, pace: paceOf({ answered, target }, expected), ages: ages.get(code) ?? null }];
    });
    rows.sort((a, b) => a.answered / Math.max(1, a.target) - b.answered / Math.max(1, b.target));
    return { code: street.code, name: street.name, ...total(rows), ages: sumShown(rows.map((row) => row.ages)), rows };
  }).filter(({ rows }) => rows.length > 0);
};
