/**
 * Makes a release: one frozen cut of all places and sources at once, at a seal and at the time that was fixed before the round
 * opened. In one transaction; made once, and a second process finds it there. What it says is domain/release.ts's; this reads the
 * answers, portion by portion, and writes the figures down.
 */
import { shanghaiDay } from '../../domain/calendar';
import { frameOf } from '../../domain/census';
import { blocksOf } from '../../domain/disclosure';
import { burstsOf, effortOf, flagsOf } from '../../domain/flags';
import { lettersOf, type Letters } from '../../domain/letters';
import { methodOf } from '../../domain/method';
import { releaseOf, type Release } from '../../domain/release';
import { ReleaseCount } from '../../domain/release-count';
import type { Handle } from '../../database/handle';
import { addCells, addRelease, arrivalsOf, blocksBefore, circlesAsking, drawnBy, listedResponses, namesOf, sealTimes, type SealTime, type StoredResponse } from '../../database/queries/releases';
import { letterListOf, lettersBy } from '../../database/queries/letters';
import { ruleByHash } from '../../database/queries/rules';
import { communitiesOfRound, type RoundRow } from '../../database/queries/rounds';
import { settle } from '../../database/queries/seals';
import type { CensusTable, FlagRules, MethodBody, Questionnaire } from '../../types/rules';
import { sealRound } from './seal';

export interface Due { readonly round: RoundRow; readonly kind: 'interim' | 'final'; readonly at: string }

/** Releases whose time has come and that were not made yet, the oldest first. A final one also waits for the round's grace to end. */
export const dueReleases = async (db: Handle, now: Date): Promise<Due[]> => {
  const rounds = await db.selectFrom('lz.round').selectAll().where('opens_at', '<=', now.toISOString()).execute();
  const made = await db.selectFrom('lz.release').select(['round_id', 'kind', 'at']).execute();
  return rounds.flatMap((round) => round.releases.map(({ kind, at }) => ({ round, kind, at })))
    .filter(({ round, kind, at }) => {
      const ready = kind === 'final' ? Math.max(Date.parse(at), Date.parse(round.closes_at) + round.grace_hours * 3_600_000) : Date.parse(at);
      return ready <= now.getTime() && !made.some((other) => other.round_id === round.id && other.kind === kind && Date.parse(other.at) === Date.parse(at));
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
};

/** In one transaction: seal what waits, count, write. Returns false if another process was first. */
export const makeRelease = async (db: Handle, due: Due, now: Date): Promise<boolean> => {
  const { round, kind, at } = due;
  const seals = await sealed(db, round.id, now);
  const id = `${round.id}-${kind}-${shanghaiDay(Date.parse(at))}`;
  const seal = seals[seals.length - 1]!.number;
  if (!(await addRelease(db, { id, round: round.id, kind, at, computedAt: now.toISOString(), methodHash: round.method_hash, seal }))) return false;
  const { cells, blocks } = await figuresOf(db, due, seals);
  await addCells(db, id, cells, blocks);
  return true;
};

/** Seals what waits, and keeps the list as it is until the end of the transaction: settling takes the lock that every seal needs. */
const sealed = async (db: Handle, round: string, now: Date): Promise<SealTime[]> => {
  const added = await settle(db, round);
  const seals = await sealTimes(db, round);
  if (added === 0 && seals.length > 0) return seals;
  const { number, size, at } = await sealRound(db, round, now);
  return [...seals, { number, size, at }];
};

/** What the clock publishes and the audit redoes: everything of one release from the list up to the last of these seals. */
export const figuresOf = async (db: Handle, { round, kind, at }: Due, seals: readonly SealTime[]): Promise<Release> => {
  const last = seals[seals.length - 1]!;
  const questionnaire = (await ruleByHash<Questionnaire>(db, round.questionnaire_hash)) ?? missing(round.id);
  const method = methodOf((await ruleByHash<MethodBody>(db, round.method_hash)) ?? missing(round.id));
  const census = round.census_hash === null ? null : (await ruleByHash<CensusTable>(db, round.census_hash)) ?? missing(round.id);
  const asked = (await communitiesOfRound(db, round.id)).map((row) => row.community_code);
  const circles = round.definition?.circles ?? (await circlesAsking(db, asked));

  const count = new ReleaseCount({ kind, questionnaire, method, blocks: blocksOf(asked, circles), previous: await blocksBefore(db, round.id, at) });
  const isFlagged = await flagger(db, round.id, seals, questionnaire, kind === 'final' ? method.flags : null);
  for (let after = -1; ;) {
    const responses = await listedResponses(db, round.id, after, last.size, portion);
    for (const response of responses) count.add({ ...response, flagged: isFlagged(response) });
    if (responses.length < portion) break;
    after = responses[responses.length - 1]!.position;
  }
  return releaseOf({
    count, source: round.source, census, ...(census ? { frame: (communities) => frameOf(census, communities) } : {}), at: last.at, sealedAt: (position) => seals[sealOf(seals, position)]!.at,
    places: { circles, district: { id: 'district', name: '凉州城区' }, names: await namesOf(db) },
    letters: await lettersIn(db, round, last, [...circles.map(({ id, communities }) => ({ place: `circle ${id}`, communities })), { place: 'district district', communities: asked }]),
  });
};

/** Letters issued, delivered and answered, of each place. */
const lettersIn = async (db: Handle, round: RoundRow, { size, at }: SealTime, places: readonly { readonly place: string; readonly communities: readonly string[] }[]): Promise<ReadonlyMap<string, Letters>> => {
  const list = await letterListOf(db, round.id);
  if (!list) return new Map();
  const counts = await lettersBy(db, round.id, at);
  const answers = await drawnBy(db, round.id, size);
  return new Map(places.map(({ place, communities }) => {
    const here = counts.filter(({ community }) => communities.includes(community)).map(({ community, ...count }) => ({ ...count, answered: answers.get(community) ?? 0 }));
    return [place, lettersOf(here, list.origin === 'external')];
  }));
};

/** Answers read at a time: a release's memory does not grow with the round. */
const portion = 2000;

/** Whether an answer is flagged: by itself (domain/flags.ts, F1, F2), with all that its community sent between two seals (F3), or as the third code from one phone (F4). */
const flagger = async (db: Handle, round: string, seals: readonly SealTime[], q: Questionnaire, rules: FlagRules | null) => {
  if (rules === null) return () => false;
  const bursts = new Set(burstsOf(await arrivalsOf(db, round, seals.map(({ size }) => size)), rules).map(({ community, seal }) => `${community} ${seal}`));
  return ({ answers, seconds, source, community, position, crowded }: StoredResponse) =>
    answers !== null && seconds !== null && (crowded || bursts.has(`${community} ${sealOf(seals, position)}`) || flagsOf(effortOf(q, answers, source), seconds, rules).length > 0);
};

/** The index of the first seal that holds a position. */
const sealOf = (seals: readonly SealTime[], position: number): number => {
  let [low, high] = [0, seals.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seals[middle]!.size > position) high = middle;
    else low = middle + 1;
  }
  return low;
};

const missing = (round: string): never => {
  throw new Error(`round ${round} names a rule that is not loaded`);
};
