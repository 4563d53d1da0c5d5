/** Released figures: frozen once, read as they are. And, for the clock alone, the sealed answers they are made of. */
import { sql } from 'kysely';
import type { Arrivals } from '../../domain/flags';
import type { PublishedBlock, ListedResponse } from '../../domain/release-count';
import { questionnaireOf } from '../../domain/topic';
import type { Topic } from '../../types/contract/shared';
import type { Cell, Distribution } from '../../types/contract/results';
import type { Handle } from '../handle';

/** The releases of rounds on a topic that say something of a place, the newest first; each once, whatever sources its round has. */
export const releasesOf = (db: Handle, placeKind: 'circle' | 'district', placeId: string, topic: Topic = 'satisfaction') =>
  db.selectFrom('lz.release as e').innerJoin('lz.round as r', 'r.id', 'e.round_id').innerJoin('lz.rule_version as m', 'm.hash', 'e.method_hash')
    .innerJoin('lz.rule_version as q', 'q.hash', 'r.questionnaire_hash')
    .innerJoin('lz.release_cell as c', (join) => join.onRef('c.release_id', '=', 'e.id').onRef('c.source', '=', 'r.source'))
    .select(['e.id', 'e.kind', 'e.at', 'e.round_id', 'r.title', 'r.source', 'r.opens_at', 'r.closes_at', 'r.demo', 'e.seal', 'm.version as methodVersion'])
    .where('c.place_kind', '=', placeKind).where('c.place_id', '=', placeId).where('q.kind', '=', questionnaireOf[topic]).orderBy('e.at', 'desc').execute();
export type ReleaseRow = Awaited<ReturnType<typeof releasesOf>>[number];

export interface StoredCell { readonly cell: Cell; readonly distributions: readonly Distribution[] }

/**
 * What is kept of a figure. The district's holds, besides, where the blocks of its source were cut, for the release after it
 * (domain/release.ts, R7): nothing that the published figures do not say already.
 */
type Kept = Cell & { readonly blocks?: readonly PublishedBlock[] };

// Figures from before a field was published have it null.
const sinceSources = { asOf: null, without: [], countingUnclear: null, weighted: null, flagged: null, modes: null, letters: null } as const;
export const cellOf = (kept: unknown): Cell => {
  const { blocks: _, ...cell } = kept as Kept;
  return { ...sinceSources, ...cell };
};

/** The figures of some places of a release, of every source. */
export const releaseCells = async (db: Handle, release: string, placeKind: 'community' | 'circle' | 'district', placeId?: string): Promise<StoredCell[]> => {
  const all = db.selectFrom('lz.release_cell').select(['cell', 'distributions']).where('release_id', '=', release).where('place_kind', '=', placeKind);
  const rows = await (placeId === undefined ? all : all.where('place_id', '=', placeId)).orderBy('place_id').orderBy('source').execute();
  return rows.map(({ cell, distributions }) => ({ cell: cellOf(cell), distributions: distributions as Distribution[] }));
};

export interface ReleasedRow {
  readonly place_kind: 'circle' | 'district'; readonly place_id: string; readonly id: string; readonly round_id: string; readonly title: string; readonly kind: 'interim' | 'final'; readonly at: string;
  readonly seal: number | null; readonly method: string; readonly demo: boolean; readonly cell: unknown;
}
/** Every released figure of circles and the district, of the source its round is for; the oldest first. */
export const releasedOverTime = async (db: Handle): Promise<ReleasedRow[]> => {
  const rows = await db.selectFrom('lz.release_cell as c').innerJoin('lz.release as e', 'e.id', 'c.release_id').innerJoin('lz.round as r', (join) => join.onRef('r.id', '=', 'e.round_id').onRef('r.source', '=', 'c.source'))
    .innerJoin('lz.rule_version as m', 'm.hash', 'e.method_hash')
    .select(['c.place_kind', 'c.place_id', 'c.cell', 'e.id', 'e.round_id', 'e.kind', 'e.at', 'e.seal', 'r.title', 'r.demo', 'm.version as method'])
    .where('c.place_kind', 'in', ['circle', 'district']).orderBy('e.at').orderBy('e.id').orderBy('c.place_kind').orderBy('c.place_id').execute();
  return rows as ReleasedRow[];
};

export const addRelease = async (db: Handle, release: { id: string; round: string; kind: 'interim' | 'final'; at: string; computedAt: string; methodHash: string; seal: number }): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db.insertInto('lz.release')
    .values({ id: release.id, round_id: release.round, kind: release.kind, at: release.at, computed_at: release.computedAt, method_hash: release.methodHash, seal: release.seal })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
};

export const addCells = async (db: Handle, release: string, cells: readonly StoredCell[], blocks: readonly PublishedBlock[]): Promise<void> => {
  await db.insertInto('lz.release_cell').values(cells.map(({ cell, distributions }) => ({
    release_id: release, place_kind: cell.place.kind, place_id: cell.place.id, source: cell.source, distributions: JSON.stringify(distributions),
    cell: JSON.stringify(cell.place.kind === 'district' ? { ...cell, blocks: blocks.filter(({ source }) => source === cell.source) } : cell),
  }))).execute();
};

/** Where the round's blocks stood at its last release before `at`; empty if there was none. */
export const blocksBefore = async (db: Handle, round: string, at: string): Promise<PublishedBlock[]> => {
  const last = await db.selectFrom('lz.release').select('id').where('round_id', '=', round).where('at', '<', at).orderBy('at', 'desc').limit(1).executeTakeFirst();
  if (!last) return [];
  const rows = await db.selectFrom('lz.release_cell').select('cell').where('release_id', '=', last.id).where('place_kind', '=', 'district').execute();
  return rows.flatMap(({ cell }) => (cell as Kept).blocks ?? []);
};

export interface SealTime { readonly number: number; readonly size: number; readonly at: string }
/** When and how far the round's list was sealed, the oldest first. */
export const sealTimes = (db: Handle, round: string): Promise<SealTime[]> =>
  db.selectFrom('lz.seal').select(['number', 'size', 'at']).where('round_id', '=', round).orderBy('number').execute();

/** Answers, withdrawn ones too, by community and seal; `sizes` of the seals, in their order, and `seal` a place in that order. */
export const arrivalsOf = async (db: Handle, round: string, sizes: readonly number[]): Promise<Arrivals[]> => {
  const { rows } = await sql<Arrivals>`
    select r.community_code as community, width_bucket(l.position, ${[...sizes]}::bigint[]) as seal, count(*) as answers
    from lz.leaf l join lz.response r on r.leaf = l.leaf where l.round_id = ${round} and l.position < ${sizes[sizes.length - 1] ?? 0} group by 1, 2 order by 1, 2`.execute(db);
  return rows;
};

export type StoredResponse = Omit<ListedResponse, 'flagged'> & { readonly seconds: number | null; readonly crowded: boolean };
/** A portion of the round's answers from the list, in its order, after a position and before the list's size at a seal. */
export const listedResponses = (db: Handle, round: string, after: number, size: number, most: number): Promise<StoredResponse[]> =>
  db.selectFrom('lz.leaf as l').innerJoin('lz.response as r', 'r.leaf', 'l.leaf')
    .select(['l.position', 'r.community_code as community', 'r.source', 'r.answers', 'r.eligible', 'r.age_band as ageBand', 'r.mode', 'r.proxy', 'r.seconds', 'r.crowded'])
    .where('l.round_id', '=', round).where('l.position', '>', after).where('l.position', '<', size).orderBy('l.position').limit(most).execute();

/** Drawn answers by community, among the first `size` of the list, less those whose withdrawal stands among them too. */
export const drawnBy = async (db: Handle, round: string, size: number): Promise<Map<string, number>> => {
  const { rows } = await sql<{ community: string; answers: number }>`
    select r.community_code as community, count(*)::integer as answers from lz.leaf l join lz.response r on r.leaf = l.leaf
    where l.round_id = ${round} and l.position < ${size} and r.source = 'drawn'
      and not exists (select from lz.withdrawal w join lz.leaf g on g.leaf = w.leaf where w.of_leaf = r.leaf and g.position < ${size})
    group by 1`.execute(db);
  return new Map(rows.map(({ community, answers }) => [community, answers]));
};

/** The circles that have one of these communities, with those of them, in the plan's order. */
export const circlesAsking = async (db: Handle, communities: readonly string[]): Promise<{ id: string; name: string; communities: string[] }[]> => {
  if (communities.length === 0) return [];
  const rows = await db.selectFrom('lz.circle_community as m').innerJoin('lz.circle as k', 'k.id', 'm.circle_id')
    .select(['k.id', 'k.name', 'm.community_code as code']).where('m.community_code', 'in', [...communities]).orderBy('k.position').orderBy('m.community_code').execute();
  const circles = new Map<string, { id: string; name: string; communities: string[] }>();
  for (const { id, name, code } of rows) {
    const circle = circles.get(id) ?? { id, name, communities: [] };
    circle.communities.push(code);
    circles.set(id, circle);
  }
  return [...circles.values()];
};

export const namesOf = async (db: Handle): Promise<Map<string, string>> =>
  new Map((await db.selectFrom('lz.community').select(['code', 'name']).execute()).map(({ code, name }) => [code, name]));

