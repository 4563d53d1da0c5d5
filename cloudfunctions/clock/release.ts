/**
 * Makes a release: one frozen cut of all circles and the district at once, at the time that was fixed
 * before the round opened. Made once; a second process finds it there.
 */
import { distributionsOf } from '../../domain/distribution';
import { cellOf, type CountedResponse } from '../../domain/satisfaction';
import type { Handle } from '../../database/handle';
import { responsesOf, settleInbox } from '../../database/queries/responses';
import { ruleByHash } from '../../database/queries/rules';
import { communitiesOfRound, type RoundRow } from '../../database/queries/rounds';
import type { Cell } from '../../types/contract/survey';
import type { MethodRules, Questionnaire } from '../../types/rules';

export interface Due { readonly round: RoundRow; readonly kind: 'interim' | 'final'; readonly at: string }

/** Releases whose time has come and that were not made yet. A final one also waits for the round's grace to end. */
export const dueReleases = async (db: Handle, now: Date): Promise<Due[]> => {
  const rounds = await db.selectFrom('lz.round').selectAll().where('opens_at', '<=', now.toISOString()).execute();
  const made = await db.selectFrom('lz.release').select(['round_id', 'kind', 'at']).execute();
  return rounds.flatMap((round) => round.releases.map(({ kind, at }) => ({ round, kind, at })))
    .filter(({ round, kind, at }) => {
      const ready = kind === 'final' ? Math.max(Date.parse(at), Date.parse(round.closes_at) + round.grace_hours * 3_600_000) : Date.parse(at);
      return ready <= now.getTime() && !made.some((other) => other.round_id === round.id && other.kind === kind && Date.parse(other.at) === Date.parse(at));
    });
};

/** In one transaction: settle what waits, count, write. Returns false if another process was first. */
export const makeRelease = async (db: Handle, { round, kind, at }: Due, now: Date): Promise<boolean> => {
  await settleInbox(db);
  const questionnaire = await ruleByHash<Questionnaire>(db, round.questionnaire_hash);
  const method = await ruleByHash<MethodRules>(db, round.method_hash);
  if (!questionnaire || !method) throw new Error(`round ${round.id} names a rule that is not loaded`);

  const id = `${round.id}-${kind}-${at.slice(0, 10)}`;
  const { numInsertedOrUpdatedRows } = await db.insertInto('lz.release')
    .values({ id, round_id: round.id, kind, at, computed_at: now.toISOString(), method_hash: round.method_hash })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;

  const responses = await responsesOf(db, round.id);
  for (const place of await placesOf(db, round.id)) {
    const here = responses.filter(({ community }) => place.communities.includes(community));
    const counted: CountedResponse[] = here.map(({ community, answers }) => ({ community, answers }));
    const cell: Cell = {
      place: { kind: place.kind, id: place.id, name: place.name },
      ...cellOf({ questionnaire, method, source: round.source, kind: place.kind, communities: place.communities, responses: counted }),
    };
    const distributions = cell.n === null ? [] : distributionsOf(questionnaire, method, here.map(({ answers }) => answers));
    await db.insertInto('lz.release_cell')
      .values({ release_id: id, place_kind: place.kind, place_id: place.id, cell: JSON.stringify(cell), distributions: JSON.stringify(distributions) }).execute();
  }
  return true;
};

/** The circles that this round asked, each with those of its communities that were asked, and the district as a whole. */
const placesOf = async (db: Handle, round: string) => {
  const asked = (await communitiesOfRound(db, round)).map((row) => row.community_code);
  const rows = await db.selectFrom('lz.circle_community as m').innerJoin('lz.circle as k', 'k.id', 'm.circle_id')
    .select(['k.id', 'k.name', 'm.community_code']).where('m.community_code', 'in', asked).orderBy('k.position').execute();
  const circles = new Map<string, { kind: 'circle'; id: string; name: string; communities: string[] }>();
  for (const { id, name, community_code } of rows) {
    const circle = circles.get(id) ?? { kind: 'circle', id, name, communities: [] };
    circle.communities.push(community_code);
    circles.set(id, circle);
  }
  return [...circles.values(), { kind: 'district' as const, id: 'district', name: '凉州城区', communities: asked }];
};
